import type { SellerFlag, TradeStatus } from 'fixtures';
import { isFlag } from '../../domain/memo.ts';
import { RATE_STATUSES, type SoldQuery } from '../../domain/query.ts';
import { invalid, type TopError } from '../../domain/refusal.ts';
import { REFUNDS, STATUSES, TABS } from '../../domain/trade-index.ts';
import { given, type Params } from './params.ts';

/** TOP's names for several statuses at once. */
const STATUS_GROUPS: ReadonlyMap<string, readonly TradeStatus[]> = new Map([
  ['ALL_WAIT_PAY', ['WAIT_BUYER_PAY']],
  ['ALL_CLOSED', ['TRADE_CLOSED', 'TRADE_CLOSED_BY_TAOBAO']],
]);

class Fault extends Error {
  readonly error: TopError;
  constructor(parameter: string, why: string) {
    super(why);
    this.error = invalid(parameter, why);
  }
}

/** The list's question out of a call's parameters, each of them checked. */
export function readSoldQuery(params: Params): { query: SoldQuery } | { error: TopError } {
  try {
    return { query: read(params) };
  } catch (fault) {
    if (fault instanceof Fault) return { error: fault.error };
    throw fault;
  }
}

function read(params: Params): SoldQuery {
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
    size: whole(params, 'page_size', 40, 100),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as unknown as SoldQuery;
}

function oneOf<T extends string>(params: Params, name: string, values: readonly T[]): T | undefined {
  const text = given(params, name);
  if (text === undefined) return undefined;
  const value = values.find((one) => one === text);
  if (value === undefined) throw new Fault(name, `${name} 只能是 ${values.join('、')}`);
  return value;
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

function whole(params: Params, name: string, usual: number, max: number): number {
  const text = given(params, name);
  if (text === undefined) return usual;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw new Fault(name, `${name} 是 1 到 ${max} 的整数`);
  return value;
}

/** `2026-11-22` or `2026-11-22 10:00:00` as the world writes times; `rest` completes a bare date. */
function time(params: Params, name: string, rest: string): string | undefined {
  const text = given(params, name);
  if (text === undefined) return undefined;
  const [, date, clock = rest] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\+08:00)?)?$/.exec(text) ?? [];
  const iso = `${date}T${clock}+08:00`;
  const ms = Date.parse(iso);
  // Some engines roll 02-30 over into March; the way back tells.
  if (Number.isNaN(ms) || new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10) !== date) {
    throw new Fault(name, `${name} 应写成 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss`);
  }
  return iso;
}
