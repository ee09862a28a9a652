import type { FreightTemplate } from 'fixtures';
import type { NewTemplate } from '../../client/tools-client.ts';
import { feeIn, freightFault, standardIn } from '../../domain/tools/freight.ts';

/** A line of a template as somebody types it. */
export interface FeeDraft {
  /** Provinces; of the first line none, for it is the default. */
  states: readonly string[];
  start_standard: string;
  start_fee: string;
  add_standard: string;
  add_fee: string;
}
export interface FreightDraft {
  name: string;
  assumer: FreightTemplate['assumer'];
  valuation: FreightTemplate['valuation'];
  /** The default first. */
  fees: readonly FeeDraft[];
}

export const NEW_FEE: FeeDraft = { states: [], start_standard: '1', start_fee: '', add_standard: '1', add_fee: '' };
export const NEW_DRAFT: FreightDraft = { name: '', assumer: 0, valuation: 0, fees: [NEW_FEE] };

/** A template to be changed. Where the seller pays, the fees start from nothing should the buyer pay after all. */
export function draftOf({ name, assumer, valuation, fee_list }: NewTemplate): FreightDraft {
  const fees = fee_list
    .toSorted((a, b) => Math.min(a.states.length, 1) - Math.min(b.states.length, 1))
    .map((fee) => ({ ...fee, start_standard: String(fee.start_standard), add_standard: String(fee.add_standard) }));
  return { name, assumer, valuation, fees: assumer === 1 ? [NEW_FEE] : fees };
}

/** What is typed, as it would be kept. */
export function templateOf({ name, assumer, valuation, fees }: FreightDraft): NewTemplate {
  const fee_list = fees.map(({ states, start_standard, start_fee, add_standard, add_fee }) => ({
    states: [...states],
    start_standard: standardIn(start_standard),
    start_fee: feeIn(start_fee),
    add_standard: standardIn(add_standard),
    add_fee: feeIn(add_fee),
  }));
  return { name: name.trim(), assumer, valuation, fee_list: assumer === 1 ? [] : fee_list };
}

/** Why it cannot be kept, in Chinese; undefined when it can. */
export function draftFault(draft: FreightDraft): string | undefined {
  const nowhere = draft.fees.findIndex(({ states }, at) => at > 0 && states.length === 0);
  if (draft.assumer === 0 && nowhere > 0) return `指定地区的第 ${nowhere} 行还没有选择地区`;
  return freightFault(templateOf(draft))?.sub_msg;
}
