import { type RefundQuery, TILES } from '../../domain/refund/query.ts';
import type { TopError } from '../../domain/refusal.ts';
import { REFUNDS } from '../../domain/trade-index.ts';
import { checked, Fault, oneOf, time, whole } from './checked.ts';
import { given, type Params } from './params.ts';

const TYPES = ['REFUND', 'REFUND_AND_RETURN', 'EXCHANGE'] as const;

/** The list's question out of a call's parameters, each of them checked. */
export function readRefundQuery(params: Params): { query: RefundQuery } | { error: TopError } {
  return checked(() => read(params));
}

function read(params: Params): RefundQuery {
  const [from, to] = span(params, 'created');
  const [modifiedFrom, modifiedTo] = span(params, 'modified');
  const status = oneOf(params, 'status', REFUNDS);
  const query: { -readonly [K in keyof RefundQuery]: RefundQuery[K] | undefined } = {
    tile: oneOf(params, 'tile', TILES),
    refund_id: given(params, 'refund_id')?.trim(),
    tid: given(params, 'tid')?.trim(),
    nick: given(params, 'buyer_nick')?.trim(),
    status: status === 'NO_REFUND' ? undefined : status,
    type: oneOf(params, 'dispute_type', TYPES),
    reason: given(params, 'reason'),
    from,
    to,
    modifiedFrom,
    modifiedTo,
    page: whole(params, 'page_no', 1, 1_000_000),
    size: whole(params, 'page_size', 40, 100),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as unknown as RefundQuery;
}

function span(params: Params, name: string): [string | undefined, string | undefined] {
  const from = time(params, `start_${name}`, '00:00:00');
  const to = time(params, `end_${name}`, '23:59:59');
  if (from !== undefined && to !== undefined && from > to) throw new Fault(`start_${name}`, '开始时间晚于结束时间');
  return [from, to];
}
