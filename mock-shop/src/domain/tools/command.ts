import type { FreightTemplate, SellerAddress } from 'fixtures';

/** What the seller does with the shop's addresses, carriers and freight templates. Values come from outside: `decideTools` checks them all. */
export type ToolCommand =
  /** Without `contact_id` a new one. */
  | ({ type: 'address.save'; actor: 'seller'; contact_id?: string } & Omit<SellerAddress, 'contact_id' | 'modify_date'>)
  /** `heir`: which address becomes the default that this one was. */
  | { type: 'address.remove'; actor: 'seller'; contact_id: string; heir?: string }
  | { type: 'carrier.switch'; actor: 'seller'; code: string; enabled: boolean }
  /** Without `template_id` a new one. */
  | ({ type: 'freight.save'; actor: 'seller'; template_id?: string; assumer: number; valuation: number } & Pick<
      FreightTemplate,
      'name' | 'fee_list'
    >)
  | { type: 'freight.remove'; actor: 'seller'; template_id: string };
