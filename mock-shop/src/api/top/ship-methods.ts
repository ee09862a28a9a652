import type { Receiver, Trade } from 'fixtures';
import { find } from '../../domain/entities.ts';
import { invalid, missing, remote, type TopError } from '../../domain/refusal.ts';
import type { ShipCommand, Way } from '../../domain/ship/command.ts';
import { isBooked, outParcels, RECEIVER_FIELDS } from '../../domain/ship/parcel.ts';
import type { Shop } from '../shop.ts';
import { topTime } from './fields.ts';
import type { Method, Outcome } from './method.ts';
import { given, type Params } from './params.ts';

/** What is done about a trade. */
type TradeShipCommand = Exclude<ShipCommand, { type: 'ship.inquire' }>;

/** Addresses, carriers, shipping and tracking. Source: seller-backend "logistics". */
export const SHIP_METHODS: readonly (readonly [string, Method])[] = [
  ['trade.shippingaddress.update', addressUpdate],
  ['logistics.companies.get', companiesGet],
  ['logistics.offline.send', (shop, params) => send(shop, params, 'offline')],
  ['logistics.online.send', (shop, params) => send(shop, params, 'online')],
  ['logistics.dummy.send', (shop, params) => send(shop, params, 'dummy')],
  ['logistics.online.confirm', onlineConfirm],
  ['logistics.online.cancel', onlineCancel],
  ['logistics.consign.resend', resend],
  ['logistics.trace.search', traceSearch],
];

async function addressUpdate(shop: Shop, params: Params): Promise<Outcome> {
  const command: TradeShipCommand = { type: 'ship.address', tid: tidOf(params), receiver: receiverIn(params) ?? {} };
  return done(shop, 'trade.shippingaddress.update', command, (trade) => ({
    trade: { tid: trade.tid, modified: topTime(trade.modified) },
  }));
}

/** `is_recommended=true`: those that this shop offers; else all that it knows. */
async function companiesGet(shop: Shop, params: Params): Promise<Outcome> {
  const { state } = await shop.view();
  const wanted = given(params, 'is_recommended') === 'true';
  const list = [...state.carriers.values()].filter(({ enabled }) => enabled || !wanted);
  const fields = (given(params, 'fields') ?? 'id,code,name,reg_mail_no').split(',').map((field) => field.trim());
  const shown = list.map(({ id, code, name, reg_mail_no }) => {
    const all: Record<string, string> = { id, code, name, reg_mail_no };
    return Object.fromEntries(fields.flatMap((field) => (field in all ? [[field, all[field]]] : [])));
  });
  return { answer: { logistics_companies: { logistics_company: shown } } };
}

async function send(shop: Shop, params: Params, way: Way): Promise<Outcome> {
  const method = `logistics.${way}.send`;
  const tid = tidOf(params);
  const split = splitOf(params);
  if ('error' in split) return refused(shop, method, tid, split.error);
  const receiver = receiverIn(params);
  return shipping(shop, method, {
    type: 'ship.send',
    tid,
    way,
    ...split,
    ...picked(params, ['company_code', 'out_sid', 'sender_id', 'cancel_id']),
    ...(receiver && { receiver }),
  });
}

async function onlineConfirm(shop: Shop, params: Params): Promise<Outcome> {
  const out_sid = given(params, 'out_sid') ?? '';
  return shipping(shop, 'logistics.online.confirm', { type: 'ship.confirm', tid: tidOf(params), out_sid });
}

async function onlineCancel(shop: Shop, params: Params): Promise<Outcome> {
  const command: TradeShipCommand = { type: 'ship.cancel', tid: tidOf(params) };
  return done(shop, 'logistics.online.cancel', command, (trade) => ({
    is_success: true,
    modify_time: topTime(trade.modified),
  }));
}

async function resend(shop: Shop, params: Params): Promise<Outcome> {
  const method = 'logistics.consign.resend';
  const tid = tidOf(params);
  const split = splitOf(params);
  if ('error' in split) return refused(shop, method, tid, split.error);
  const [company_code, out_sid] = [given(params, 'company_code') ?? '', given(params, 'out_sid') ?? ''];
  return shipping(shop, method, { type: 'ship.resend', tid, company_code, out_sid, ...split });
}

/** Of a trade in several parcels the latest, or the one that holds `sub_tid`. */
async function traceSearch(shop: Shop, params: Params): Promise<Outcome> {
  const split = splitOf(params);
  if ('error' in split) return split;
  const found = await tradeIn(shop, tidOf(params));
  if ('error' in found) return found;
  const parcel = outParcels((await shop.view()).state, found.trade.tid)
    .filter((one) => !isBooked(one))
    .findLast(({ oids }) => split.sub_tids?.every((oid) => oids.includes(oid)) ?? true);
  if (!parcel) return { error: remote('isv.logistics-order-not-exist', '这笔订单还没有物流信息') };
  const { tid, out_sid, company_name, status, trace } = parcel;
  const steps = trace.map(({ status_time, status_desc }) => ({ status_time: topTime(status_time), status_desc }));
  return { answer: { tid, out_sid, company_name, status, trace_list: { transit_step_info: steps } } };
}

function shipping(shop: Shop, method: string, command: TradeShipCommand): Promise<Outcome> {
  return done(shop, method, command, () => ({ shipping: { is_success: true } }));
}

async function done(
  shop: Shop,
  method: string,
  command: TradeShipCommand,
  answer: (trade: Trade) => object,
): Promise<Outcome> {
  const error = await shop.run(`taobao.${method}`, command);
  if (error) return { error };
  const found = await tradeIn(shop, command.tid);
  return 'error' in found ? found : { answer: answer(found.trade) };
}

async function tradeIn(shop: Shop, tid: string): Promise<{ trade: Trade } | { error: TopError }> {
  if (tid === '') return { error: missing('tid') };
  if (!/^\d{1,19}$/.test(tid)) return { error: invalid('tid', '订单编号应当全是数字') };
  const trade = find((await shop.view()).state, 'trade', tid);
  return trade ? { trade } : { error: remote('isv.trade-not-exist', `没有编号为 ${tid} 的订单`) };
}

function refused(shop: Shop, method: string, tid: string, error: TopError): Outcome {
  shop.refuse(`taobao.${method}`, tid, error);
  return { error };
}

function tidOf(params: Params): string {
  return params.get('tid')?.trim() ?? '';
}

/** The orders that a call is about: `is_split=1` and their ids in `sub_tid`. */
function splitOf(params: Params): { sub_tids?: string[] } | { error: TopError } {
  const split = given(params, 'is_split') ?? '0';
  const ids = given(params, 'sub_tid');
  if (split !== '0' && split !== '1') return { error: invalid('is_split', 'is_split 只能是 0 或 1') };
  if (split === '1' && ids === undefined) return { error: missing('sub_tid', '拆单发货要写明子订单编号 sub_tid') };
  if (split === '0' || ids === undefined) return {};
  return { sub_tids: ids.split(',').map((id) => id.trim()) };
}

/** What the call says of a receiver. An empty text empties the field. `send` takes it beside TOP's own parameters. */
function receiverIn(params: Params): Partial<Receiver> | undefined {
  const parts = RECEIVER_FIELDS.flatMap((field) => (params.has(field) ? [[field, params.get(field) ?? '']] : []));
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function picked<K extends string>(params: Params, names: readonly K[]): Partial<Record<K, string>> {
  return Object.fromEntries(
    names.flatMap((name) => (given(params, name) === undefined ? [] : [[name, given(params, name)]])),
  ) as Partial<Record<K, string>>;
}
