import type { Carrier, FreightTemplate, SellerAddress } from 'fixtures';
import { PROVINCE_CODES } from '../domain/tools/regions.ts';
import { gateway, rest } from './call.ts';

export type NewAddress = Omit<SellerAddress, 'contact_id' | 'modify_date'>;

/** `taobao.logistics.address.search`: the whole library. @throws {ShopError} */
export async function getAddresses(): Promise<SellerAddress[]> {
  const { addresses } = await gateway<{ addresses: { address_result: SellerAddress[] } }>(
    'logistics.address.search',
    {},
  );
  return addresses.address_result;
}

/** `taobao.logistics.address.add`, or `.modify` of the one with this id. @throws {ShopError} */
export async function saveAddress(address: NewAddress, contact_id?: string): Promise<void> {
  const params = Object.fromEntries(Object.entries(address).map(([key, value]) => [key, String(value)]));
  if (contact_id === undefined) await gateway('logistics.address.add', params);
  else await gateway('logistics.address.modify', { ...params, contact_id });
}

/** `taobao.logistics.address.modify`: this one becomes the default. @throws {ShopError} */
export const makeDefault = (contact_id: string, which: 'send_def' | 'cancel_def'): Promise<unknown> =>
  gateway('logistics.address.modify', { contact_id, [which]: 'true' });

/** `taobao.logistics.address.remove`. @param heir which becomes the default that it was @throws {ShopError} */
export const removeAddress = (contact_id: string, heir?: string): Promise<unknown> =>
  gateway('logistics.address.remove', { contact_id, ...(heir !== undefined && { heir }) });

type Fee = FreightTemplate['fee_list'][number];
interface TopTemplate extends Omit<FreightTemplate, 'fee_list'> {
  fee_list: { top_fee: (Omit<Fee, 'states'> & { destination: string })[] };
}

/** TOP's code of all places that no other fee names. */
const EVERYWHERE = '1';
const NAMES = new Map([...PROVINCE_CODES].map(([name, code]) => [code, name]));

/** `taobao.delivery.templates.get`. @throws {ShopError} */
export async function getTemplates(): Promise<FreightTemplate[]> {
  const { delivery_templates } = await gateway<{ delivery_templates: { delivery_template: TopTemplate[] } }>(
    'delivery.templates.get',
    {},
  );
  return delivery_templates.delivery_template.map(({ fee_list, ...template }) => ({
    ...template,
    fee_list: fee_list.top_fee.map(({ destination, start_standard, start_fee, add_standard, add_fee }) => ({
      states: destination === EVERYWHERE ? [] : destination.split(',').map((code) => NAMES.get(code) ?? code),
      start_standard,
      start_fee,
      add_standard,
      add_fee,
    })),
  }));
}

export type NewTemplate = Pick<FreightTemplate, 'name' | 'assumer' | 'valuation' | 'fee_list'>;

/** `taobao.delivery.template.add`, or `.update` of the one with this id. @throws {ShopError} */
export async function saveTemplate(template: NewTemplate, template_id?: string): Promise<void> {
  const { name, assumer, valuation, fee_list } = template;
  const listed = (part: (fee: Fee) => string | number): string => fee_list.map(part).join(',');
  const params = {
    name,
    assumer: String(assumer),
    valuation: String(valuation),
    template_types: 'express',
    template_dests: listed(({ states }) => states.map((one) => PROVINCE_CODES.get(one)).join('|') || EVERYWHERE),
    template_start_standards: listed((fee) => fee.start_standard),
    template_start_fees: listed((fee) => fee.start_fee),
    template_add_standards: listed((fee) => fee.add_standard),
    template_add_fees: listed((fee) => fee.add_fee),
  };
  if (template_id === undefined) await gateway('delivery.template.add', params);
  else await gateway('delivery.template.update', { ...params, template_id });
}

/** `taobao.delivery.template.delete`. @throws {ShopError} */
export const removeTemplate = (template_id: string): Promise<unknown> =>
  gateway('delivery.template.delete', { template_id });

/** All carriers, also those that are switched off. @throws {ShopError} */
export const getCarriers = async (): Promise<Carrier[]> =>
  (await rest<{ carriers: Carrier[] }>('/api/carriers')).carriers;

/** Opens or closes a carrier. @throws {ShopError} */
export const switchCarrier = (code: string, enabled: boolean): Promise<unknown> =>
  rest(`/api/carriers/${encodeURIComponent(code)}`, { enabled });
