import type { SellerFlag, TradeStatus } from 'fixtures';
import { isFlag } from '../../domain/memo.ts';
import { RATE_STATUSES, type SoldQuery } from '../../domain/query.ts';
import type { TopError } from '../../domain/refusal.ts';
import { REFUNDS, STATUSES, TABS } from '../../domain/trade-index.ts';
import { checked, Fault, oneOf, time, whole } from './checked.ts';
import { given, type Params } from './params.ts';

/** TOP's names for several statuses at once. */
const STATUS_GROUPS: ReadonlyMap<string, readonly TradeStatus[]> = new Map([
  ['ALL_WAIT_PAY', ['WAIT_BUYER_PAY']],
  ['ALL_CLOSED', ['TRADE_CLOSED', 'TRADE_CLOSED_BY_TAOBAO']],
]);

/** The list's question out of a call's parameters, each of them checked; at most `most` trades a page. */
export function readSoldQuery(params: Params, most = 100): { query: SoldQuery } | { error: TopError } {
  return checked(() => read(params, most));
}

function read(params: Params, most: number): SoldQuery {
  const from = time(params, 'start_created', '00:00:00');
  const to = time(params, 'end_created', '23:59:59');
  if (from !== undefined && to !== undefined && from > to) throw new Fault('start_created', '开始时间晚于结束时间');
  const query: { -readonly [K in keyof SoldQuery]: SoldQuery[K] | undefined } = {
    tab: oneOf(params, 'tab', TABS),
    title: given(params, 'title')?.trim(),
    nick: given(params, 'buyer_nick')?.trim(),
    tid: given(params, 'tid')?.trim(),
    from,
    to,
    status: status(params),
    rate: oneOf(params, 'rate_status', RATE_STATUSES),
    refund: params.get('refund_status') === 'OPEN' ? 'OPEN' : oneOf(params, 'refund_status', REFUNDS),
    courier: given(params, 'logistics_company'),
    flag: flag(params),
    page: whole(params, 'page_no', 1, 1_000_000),
    size: whole(params, 'page_size', 40, most),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as unknown as SoldQuery;
}

function status(params: Params): readonly TradeStatus[] | undefined {
  const group = STATUS_GROUPS.get(params.get('status') ?? '');
  if (group) return group;
  const one = oneOf(params, 'status', STATUSES);
  return one && [one];
}

function flag(params: Params): SellerFlag | undefined {
  const text = given(params, 'seller_flag');
  if (text === undefined) return undefined;
  const value = /^\d$/.test(text) ? Number(text) : -1;
  if (!isFlag(value)) throw new Fault('seller_flag', '旗子只能是 0 到 5');
  return value;
}
