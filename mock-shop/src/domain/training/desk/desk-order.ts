import type { DeskOrder, Shift } from 'fixtures';
import { find } from '../../entities.ts';
import { missing, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import type { ShopState } from '../../state.ts';
import { trainingOf } from '../round.ts';
import { bestOf, type Choice, choicesOf, isBest } from './choices.ts';

/** 下单, 已发货 … as the radio group names them. Source: textbook 4.1. */
export const STATUS_NAME: Readonly<Record<DeskOrder['status'], string>> = {
  placed: '下单',
  sent: '已发货',
  finished: '完结',
  voided: '作废',
  invalid: '无效',
  lost: '丢失',
};

/** A round's orders so far, in the order of their coming. */
export function ordersOf(state: ShopState, shiftId: string): DeskOrder[] {
  return (state.deskOrdersOf.get(shiftId) ?? []).flatMap((id) => state.deskOrders.get(id) ?? []);
}

/** The order with that status and its round, which goes on. @throws Refused when there is none, or the round is over */
export function openOrder(state: ShopState, id: string, status: 'placed' | 'sent'): { order: DeskOrder; shift: Shift } {
  if (id === '') throw new Refused(missing('order_id'));
  const order = find(state, 'desk-order', id);
  if (!order) throw new Refused(remote('isv.desk-order-not-exist', `没有编号为 ${id.slice(0, 40)} 的订单`));
  const shift = state.shifts.get(order.shift_id);
  if (!shift) throw new Refused(remote('isv.desk-order-waiting', '这张客服订单要等下一轮网店订单管理开始才能处理'));
  if (shift.end) throw new Refused(remote('isv.shift-over', '这一轮已经结束了，订单只能看，不能再改'));
  if (order.status !== status) {
    const done = STATUS_NAME[order.status];
    throw new Refused(remote('isv.desk-order-status', `这张订单已经在「${done}」里，不能再${DEED[status]}`));
  }
  return { order, shift };
}
const DEED = { placed: '发货或作废', sent: '收款' } as const;

/** What a judgement is told with: enough for 评价表 6-2 and for explaining the order, without the plan. */
export interface Judgement extends Record<string, unknown> {
  truth: 'real' | 'fake';
  kind: string;
  reason: string;
  /** Of a true order. */
  best: Choice | null;
  chosen: Choice | null;
  /** The chosen carrier is the best, or as good. */
  optimal: boolean;
}

/** The truth about an order, and what was chosen for it. It leaves the backend only with the records that judge. */
export function judgementOf(state: ShopState, order: DeskOrder, shift: Shift, chosen: Choice | null = null): Judgement {
  const { real, kind, why } = truthOf(state, order);
  const best = real ? bestOf(choicesOf(order, shift.rules.orders), shift.rules.orders) : undefined;
  return {
    truth: real ? 'real' : 'fake',
    kind,
    reason: why,
    best: best ?? null,
    chosen,
    optimal: chosen !== null && isBest(chosen, best),
  };
}

function truthOf(state: ShopState, order: DeskOrder): { real: boolean; kind: string; why: string } {
  const { planOrders, planServiceOrder } = trainingOf(state).ORDERS;
  const from = state.shifts.get(order.from);
  if (!from) throw new Error(`订单 ${order.order_id} 不知从哪一轮来`);
  if (order.type === 1) return planServiceOrder(state.seed, order.order_id, from.rules.orders).truth;
  // The type stands behind the date. The first of the round's own is among the first few of its orders.
  const first = state.deskOrdersOf.get(from.shift_id)?.find((id) => id[9] === '2') ?? '';
  const place = serialOf(order.order_id) - serialOf(first);
  const planned = planOrders(state.seed, from.shift_id, from.rules.orders)[place];
  if (!planned) throw new Error(`${from.shift_id} 没有第 ${place} 张系统订单`);
  return planned.truth;
}

/** The last part of an order's number. Source: textbook 4.2. */
export function serialOf(orderId: string): number {
  return Number(orderId.split('-')[3]);
}
