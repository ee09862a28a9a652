import type { Trade } from 'fixtures';
import { find } from '../../domain/entities.ts';
import { invalid, missing, type TopError } from '../../domain/refusal.ts';
import type { TradeCommand } from '../../domain/trade/command.ts';
import { skusOf } from '../../domain/trade/sku.ts';
import type { Shop } from '../shop.ts';
import { topTime } from './fields.ts';
import type { Method, Outcome } from './method.ts';
import { given, type Params } from './params.ts';

/** What a seller does with a trade beside its remark. Source: seller-backend "Gateway". */
export const ORDER_METHODS: readonly (readonly [string, Method])[] = [
  ['trade.close', close],
  ['trade.receivetime.delay', delay],
  ['trade.postage.update', postage],
  ['trade.ordersku.update', sku],
];

async function close(shop: Shop, params: Params): Promise<Outcome> {
  const reason = params.get('close_reason') ?? '';
  const done = await run(shop, 'trade.close', { type: 'trade.close', actor: 'seller', tid: tidOf(params), reason });
  return 'error' in done ? done : { answer: { trade: told(done.trade) } };
}

async function delay(shop: Shop, params: Params): Promise<Outcome> {
  const tid = tidOf(params);
  const days = given(params, 'days');
  if (days === undefined) return refused(shop, 'trade.receivetime.delay', tid, missing('days'));
  const command = { type: 'trade.delay', actor: 'seller', tid, days: Number(days) } as const;
  const done = await run(shop, 'trade.receivetime.delay', command);
  return 'error' in done ? done : { answer: { trade: told(done.trade) } };
}

async function postage(shop: Shop, params: Params): Promise<Outcome> {
  // TOP takes 6 and 6.0 for 6.00.
  const sent = params.get('post_fee')?.trim() ?? '';
  const post_fee = /^\d{1,7}(?:\.\d{1,2})?$/.test(sent) ? Number(sent).toFixed(2) : sent;
  const command = { type: 'trade.postage', actor: 'seller', tid: tidOf(params), post_fee } as const;
  const done = await run(shop, 'trade.postage.update', command);
  if ('error' in done) return done;
  const { trade } = done;
  return { answer: { trade: { ...told(trade), post_fee: trade.post_fee, total_fee: trade.total_fee } } };
}

/** The new style by its `sku_id`, or by `sku_props` as the order's `sku_properties_name` writes them. */
async function sku(shop: Shop, params: Params): Promise<Outcome> {
  const oid = params.get('oid')?.trim() ?? '';
  const name = 'trade.ordersku.update';
  const props = given(params, 'sku_props');
  const { state } = await shop.view();
  const trade = state.trades.find(({ orders }) => orders.order.some((one) => one.oid === oid));
  const order = trade?.orders.order.find((one) => one.oid === oid);
  const named = skusOf(order?.num_iid ?? '')?.find((one) => one.sku_properties_name === props)?.sku_id;
  if (props !== undefined && order && named === undefined) {
    return refused(shop, name, oid, invalid('sku_props', '这件宝贝没有这个款式'));
  }
  const sku_id = given(params, 'sku_id') ?? named ?? '';
  const error = await shop.run(`taobao.${name}`, { type: 'trade.sku', actor: 'seller', oid, sku_id });
  if (error) return { error };
  const after = find((await shop.view()).state, 'trade', trade?.tid ?? '');
  return { answer: { order: { oid, ...(after && { modified: topTime(after.modified) }) } } };
}

async function run(
  shop: Shop,
  name: string,
  command: Extract<TradeCommand, { tid: string }>,
): Promise<{ trade: Trade } | { error: TopError }> {
  const error = await shop.run(`taobao.${name}`, command);
  if (error) return { error };
  const trade = find((await shop.view()).state, 'trade', command.tid);
  if (!trade) throw new Error(`订单 ${command.tid} 不见了`);
  return { trade };
}

function refused(shop: Shop, name: string, subject: string, error: TopError): { error: TopError } {
  shop.refuse(`taobao.${name}`, subject, error);
  return { error };
}

function tidOf(params: Params): string {
  return params.get('tid')?.trim() ?? '';
}

function told({ tid, modified }: Trade): { tid: string; modified: string } {
  return { tid, modified: topTime(modified) };
}
