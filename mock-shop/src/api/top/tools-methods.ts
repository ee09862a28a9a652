import type { SellerAddress } from 'fixtures';
import { find } from '../../domain/entities.ts';
import type { TopError } from '../../domain/refusal.ts';
import type { ToolCommand } from '../../domain/tools/command.ts';
import type { Shop } from '../shop.ts';
import { checked, oneOf } from './checked.ts';
import { topTime } from './fields.ts';
import { feesIn, shownTemplate } from './freight-fields.ts';
import type { Method, Outcome } from './method.ts';
import { given, type Params } from './params.ts';

/** The address library and the freight templates. Source: seller-backend, `logistics.address.*`. */
export const TOOL_METHODS: readonly (readonly [string, Method])[] = [
  ['logistics.address.search', addressSearch],
  ['logistics.address.add', (shop, params) => addressSave(shop, params, 'add')],
  ['logistics.address.modify', (shop, params) => addressSave(shop, params, 'modify')],
  ['logistics.address.remove', addressRemove],
  ['delivery.templates.get', templatesGet],
  ['delivery.template.add', (shop, params) => templateSave(shop, params, 'add')],
  ['delivery.template.update', (shop, params) => templateSave(shop, params, 'update')],
  ['delivery.template.delete', templateDelete],
];

const TEXTS = [
  'contact_name',
  'province',
  'city',
  'country',
  'addr',
  'zip_code',
  'phone',
  'mobile_phone',
  'memo',
] as const;
const DEFAULTS = ['send_def', 'cancel_def'] as const;
const EMPTY = Object.fromEntries(TEXTS.map((name) => [name, ''])) as Record<(typeof TEXTS)[number], string>;

/** `rdef`: only the default of that kind. */
async function addressSearch(shop: Shop, params: Params): Promise<Outcome> {
  const read = checked(() => oneOf(params, 'rdef', DEFAULTS));
  if ('error' in read) return read;
  const { query: rdef } = read;
  const { state } = await shop.view();
  const list = [...state.addresses.values()].filter((one) => rdef === undefined || one[rdef]);
  return { answer: { addresses: { address_result: list.map(shownAddress) } } };
}

/** Of an address that is modified, what is not given stays as it is. */
async function addressSave(shop: Shop, params: Params, act: 'add' | 'modify'): Promise<Outcome> {
  const name = `taobao.logistics.address.${act}`;
  const { state } = await shop.view();
  const contact_id = params.get('contact_id')?.trim() ?? '';
  const before = find(state, 'address', contact_id);
  const texts = Object.fromEntries(TEXTS.flatMap((one) => (params.has(one) ? [[one, params.get(one) ?? '']] : [])));
  const yes = (one: (typeof DEFAULTS)[number]): boolean =>
    params.has(one) ? params.get(one) === 'true' : (before?.[one] ?? false);
  const error = await shop.run(name, {
    ...(before ?? EMPTY),
    ...texts,
    type: 'address.save',
    actor: 'seller',
    send_def: yes('send_def'),
    cancel_def: yes('cancel_def'),
    ...(act === 'modify' && { contact_id }),
  });
  if (error) return { error };
  const { addresses } = (await shop.view()).state;
  const saved = act === 'modify' ? addresses.get(contact_id) : [...addresses.values()].at(-1);
  return { answer: { address_result: saved && shownAddress(saved) } };
}

/** `heir`: the address that becomes the default instead. */
function addressRemove(shop: Shop, params: Params): Promise<Outcome> {
  const heir = given(params, 'heir');
  return run(shop, 'taobao.logistics.address.remove', {
    type: 'address.remove',
    actor: 'seller',
    contact_id: params.get('contact_id')?.trim() ?? '',
    ...(heir !== undefined && { heir }),
  });
}

function shownAddress(address: SellerAddress): object {
  return { ...address, modify_date: topTime(address.modify_date) };
}

async function templatesGet(shop: Shop): Promise<Outcome> {
  const { state } = await shop.view();
  return { answer: { delivery_templates: { delivery_template: [...state.freight.values()].map(shownTemplate) } } };
}

async function templateSave(shop: Shop, params: Params, act: 'add' | 'update'): Promise<Outcome> {
  const name = `taobao.delivery.template.${act}`;
  const id = params.get('template_id')?.trim() ?? '';
  const fees = feesIn(params);
  if ('error' in fees) {
    shop.refuse(name, id, fees.error);
    return fees;
  }
  const digit = (one: string): number => (/^\d$/.test(params.get(one) ?? '') ? Number(params.get(one)) : -1);
  const error = await shop.run(name, {
    type: 'freight.save',
    actor: 'seller',
    name: params.get('name') ?? '',
    assumer: digit('assumer'),
    valuation: digit('valuation'),
    fee_list: fees.query,
    ...(act === 'update' && { template_id: id }),
  });
  if (error) return { error };
  const { freight } = (await shop.view()).state;
  const saved = act === 'update' ? freight.get(id) : [...freight.values()].at(-1);
  return { answer: act === 'update' ? { complete: true } : { delivery_template: saved && shownTemplate(saved) } };
}

function templateDelete(shop: Shop, params: Params): Promise<Outcome> {
  const template_id = params.get('template_id')?.trim() ?? '';
  return run(shop, 'taobao.delivery.template.delete', { type: 'freight.remove', actor: 'seller', template_id });
}

async function run(shop: Shop, name: string, command: ToolCommand): Promise<{ error: TopError } | { answer: object }> {
  const error = await shop.run(name, command);
  return error ? { error } : { answer: { is_success: true } };
}
