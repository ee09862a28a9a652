import type { DeskOrder, Shift } from 'fixtures';
import { simMs } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { realSeconds } from '../round.ts';
import { ordersOf, serialOf } from './desk-order.ts';

/** Rows of a page. Source: textbook 4.1. */
export const PAGE_SIZE = 20;

/** An order as the student sees it: nothing of its truth, and of times only what the round's rules let out. */
export interface SeenOrder extends Omit<DeskOrder, 'deadline' | 'due' | 'from'> {
  /** Easy and normal rules: real seconds until it is lost. */
  lost_in?: number;
  /** Easy and normal rules: real seconds until it can be collected for; 0: now. */
  due_in?: number;
}

export interface DeskPage {
  orders: SeenOrder[];
  page: number;
  pages: number;
  total: number;
  counts: Record<DeskOrder['status'], number>;
  funds: string;
}

/** One page of a round's orders in a status, the newest first (AM-37). A page beyond the last is the last. */
export function deskPage(
  state: ShopState,
  shift: Shift,
  { status, page }: { status: DeskOrder['status']; page: number },
  now: number,
): DeskPage {
  const counts = { placed: 0, sent: 0, finished: 0, voided: 0, invalid: 0, lost: 0 };
  const fitting: DeskOrder[] = [];
  for (const order of ordersOf(state, shift.shift_id)) {
    counts[order.status] += 1;
    if (order.status === status) fitting.push(order);
  }
  fitting.sort(newestFirst);
  const total = fitting.length;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const at = Math.min(Math.max(1, page), pages);
  const rows = fitting.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
  return {
    orders: rows.map((order) => seenOrder(order, shift, now)),
    page: at,
    pages,
    total,
    counts,
    funds: shift.funds ?? '0.00',
  };
}

/** Times of one offset compare as texts. */
export function newestFirst(
  a: Pick<DeskOrder, 'created' | 'order_id'>,
  b: Pick<DeskOrder, 'created' | 'order_id'>,
): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return serialOf(b.order_id) - serialOf(a.order_id);
}

/** @param now simulated ms */
export function seenOrder({ deadline, due, from: _, ...order }: DeskOrder, shift: Shift, now: number): SeenOrder {
  if (shift.end || !hints(shift)) return order;
  const left = (until: string): number => realSeconds(shift, Math.max(0, simMs(until) - now));
  return {
    ...order,
    ...(order.status === 'placed' && deadline !== undefined && { lost_in: left(deadline) }),
    ...(order.status === 'sent' && due !== undefined && { due_in: left(due) }),
  };
}

/** Hints of times are for practice. Source: textbook 4.5. */
function hints({ rules }: Shift): boolean {
  return rules.preset === 'easy' || rules.preset === 'normal';
}
