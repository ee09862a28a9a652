import type { TradeRate } from 'fixtures';
import { find } from '../../domain/entities.ts';
import { explainUntil, RESULTS, rateId } from '../../domain/rate/decide-rate.ts';
import { type RatesQuery, ratesPage } from '../../domain/rate/rates-query.ts';
import { invalid, missing, type TopError } from '../../domain/refusal.ts';
import { simText } from '../../domain/sim-time.ts';
import type { ShopState } from '../../domain/state.ts';
import type { Shop } from '../shop.ts';
import { checked, Fault, oneOf, time, whole } from './checked.ts';
import { picked, topTime } from './fields.ts';
import type { Method, Outcome } from './method.ts';
import { given, type Params } from './params.ts';

/** Ratings, for the seller. Source: seller-backend, `traderates.get`, `traderate.add`, `traderate.explain.add`. */
export const RATE_METHODS: readonly (readonly [string, Method])[] = [
  ['traderates.get', ratesGet],
  ['traderate.add', (shop, params) => add(shop, params, 'traderate.add')],
  ['traderate.list.add', (shop, params) => add(shop, params, 'traderate.list.add')],
  ['traderate.explain.add', explain],
];

const YES_NO = ['true', 'false'] as const;

/** What TOP's documentation lists; the page asks for more by name. */
const USUAL =
  'tid,oid,num_iid,role,nick,rated_nick,result,created,item_title,item_price,content,reply,valid_score'.split(',');

async function ratesGet(shop: Shop, params: Params): Promise<Outcome> {
  const read = checked(() => readRates(params));
  if ('error' in read) return read;
  const { query } = read;
  const { state } = await shop.view();
  // The shop has bought nothing from anybody: only what it received as a seller, and gave as one, is there.
  const { total, rates } = query.own ? ratesPage(state, query) : { total: 0, rates: [] };
  const fields = given(params, 'fields')?.split(',') ?? USUAL;
  const shown = rates.map((rate) =>
    picked(
      shownRate(state, rate),
      fields.map((field) => field.trim()),
    ),
  );
  if (shown.some((rate) => Object.keys(rate).length === 0)) {
    return { error: invalid('fields', 'fields 里没有一个认识的字段，例如 tid,oid,result,content') };
  }
  const more = params.get('use_has_next') === 'true';
  const size = more ? { has_next: query.page * query.size < total } : { total_results: total };
  return { answer: { ...size, trade_rates: { trade_rate: shown } } };
}

function readRates(params: Params): RatesQuery & { own: boolean } {
  const type = oneOf(params, 'rate_type', ['get', 'give']);
  const role = oneOf(params, 'role', ['buyer', 'seller']);
  if (!type) throw new Fault('rate_type', 'rate_type 必须写：get 得到的评价，give 给出的评价');
  if (!role) throw new Fault('role', 'role 必须写：buyer 买家作出的评价，seller 卖家作出的评价');
  const from = time(params, 'start_date', '00:00:00');
  const to = time(params, 'end_date', '23:59:59');
  if (from !== undefined && to !== undefined && from > to) throw new Fault('start_date', '开始时间晚于结束时间');
  const replied = oneOf(params, 'replied', YES_NO);
  const written = oneOf(params, 'written', YES_NO);
  const query = {
    results: resultsIn(params),
    replied: replied && replied === 'true',
    written: written && written === 'true',
    from,
    to,
    nick: given(params, 'peer_nick')?.trim(),
    title: given(params, 'item_title')?.trim(),
    tid: given(params, 'tid')?.trim(),
  };
  return {
    ...Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')),
    own: (type === 'get') === (role === 'buyer'),
    role,
    page: whole(params, 'page_no', 1, 1_000_000),
    size: whole(params, 'page_size', 40, 150),
  };
}

/** TOP's grades, and `unhappy` for both that are not good. */
function resultsIn(params: Params): TradeRate['result'][] | undefined {
  const result = oneOf(params, 'result', [...RESULTS, 'unhappy']);
  if (result === 'unhappy') return ['neutral', 'bad'];
  return result && [result];
}

function shownRate(state: ShopState, rate: TradeRate): Record<string, unknown> {
  const trade = find(state, 'trade', rate.tid);
  const order = trade?.orders.order.find(({ oid }) => oid === rate.oid);
  const { rate_id: _id, reply_time, ...plain } = rate;
  return {
    ...plain,
    created: topTime(rate.created),
    valid_score: true,
    ...(reply_time !== undefined && { reply_time: topTime(reply_time) }),
    ...(order && {
      num_iid: order.num_iid,
      pic_path: order.pic_path,
      sku_properties_name: order.sku_properties_name,
    }),
    ...(trade && { seller_flag: trade.seller_flag, seller_memo: trade.seller_memo }),
    explain_end: topTime(simText(explainUntil(state, rate))),
  };
}

/** One order's buyer (`oid`), or with `traderate.list.add` the buyer of all orders that are not rated yet. */
async function add(shop: Shop, params: Params, method: 'traderate.add' | 'traderate.list.add'): Promise<Outcome> {
  const name = `taobao.${method}`;
  const tid = params.get('tid')?.trim() ?? '';
  const oid = method === 'traderate.add' ? given(params, 'oid')?.trim() : undefined;
  const refuse = (error: TopError): Outcome => {
    shop.refuse(name, tid, error);
    return { error };
  };
  const role = given(params, 'role');
  if (role === undefined) return refuse(missing('role'));
  if (role !== 'seller') return refuse(invalid('role', '本店的账号只能以卖家的身份评价：role=seller'));
  const error = await shop.run(name, {
    type: 'rate.add',
    actor: 'seller',
    tid,
    result: params.get('result')?.trim() ?? '',
    content: params.get('content') ?? '',
    ...(oid !== undefined && { oid }),
  });
  if (error) return { error };
  const { state } = await shop.view();
  const orders = find(state, 'trade', tid)?.orders.order ?? [];
  const created = find(state, 'rate', rateId(oid ?? orders[0]?.oid ?? '', 'seller'))?.created;
  return { answer: { trade_rate: { tid, ...(oid && { oid }), ...(created && { created: topTime(created) }) } } };
}

async function explain(shop: Shop, params: Params): Promise<Outcome> {
  const oid = params.get('oid')?.trim() ?? '';
  const command = { type: 'rate.explain', actor: 'seller', oid, reply: params.get('reply') ?? '' } as const;
  const error = await shop.run('taobao.traderate.explain.add', command);
  return error ? { error } : { answer: { is_success: true } };
}
