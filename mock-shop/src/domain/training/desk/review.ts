import type { DeskOrder, Shift, ShopRecord, TableItem } from 'fixtures';
import type { ShopState } from '../../state.ts';
import { trainingOf } from '../round.ts';
import { newestFirst } from './desk-list.ts';
import { type Judgement, ordersOf } from './desk-order.ts';

/** An order of a round that is over, with the truth about it. */
export interface ReviewedOrder
  extends Omit<DeskOrder, 'from'>,
    Pick<Judgement, 'truth' | 'reason' | 'best' | 'chosen'> {
  optimal: boolean;
  /** Numbers of the records of what was done with it. */
  seqs: number[];
}

export interface Review {
  table: TableItem[];
  /** The oldest first. */
  orders: ReviewedOrder[];
}

/** 讲评: every order with its truth, and 评价表 6-2, from the records. Only for a round that is over. */
export function reviewOf(state: ShopState, shift: Shift, records: readonly ShopRecord[]): Review {
  const judged = new Map<string, ShopRecord['data']>();
  const seqs = new Map<string, number[]>();
  for (const { type, subject, seq, data } of records) {
    if (!type.startsWith('desk-order.')) continue;
    const own = seqs.get(subject);
    if (own) own.push(seq);
    else seqs.set(subject, [seq]);
    if (data.truth !== undefined) judged.set(subject, data);
  }
  const orders = ordersOf(state, shift.shift_id).map((order): ReviewedOrder => {
    const { truth, reason, best, chosen, optimal } = told(order, judged);
    const { from: _, ...rest } = order;
    return { ...rest, truth, reason, best, chosen, optimal, seqs: seqs.get(order.order_id) ?? [] };
  });
  orders.sort((a, b) => newestFirst(b, a));
  return { table: trainingOf(state).ORDERS.table62(records, shift.shift_id), orders };
}

/** What the record told that judged it. A round that is over has judged all its orders: sent, voided or lost. */
function told({ order_id }: DeskOrder, judged: ReadonlyMap<string, ShopRecord['data']>): Judgement {
  const data = judged.get(order_id);
  if (!data) throw new Error(`没有判断过订单 ${order_id} 的记录`);
  return data as unknown as Judgement;
}
