import type { DeskOrder, Shift } from 'fixtures';
import { type Changed, changed } from '../../change.ts';
import type { Draft } from '../../record.ts';
import { simMs, simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { accountsOf, simMsOf, trainingOf } from '../round.ts';
import type { Work } from '../work.ts';
import { ordersOf } from './desk-order.ts';
import { lost } from './lose.ts';

/** A round of 网店订单管理: 系统订单 come in batches; 客服订单 that wait are taken over. Source: textbook 4.2. */
export const ordersWork: Work = {
  plan: (_state, { rules: { orders } }, n) => (n * orders.batch < orders.orders ? n * orders.every : undefined),
  begin: (state, shift) => {
    const mine = `-1-${numberOf(state, shift)}-`;
    const waiting = (state.deskOrdersOf.get('') ?? []).filter((id) => id.includes(mine));
    const also = waiting.flatMap((id): Changed[] => {
      const order = state.deskOrders.get(id);
      return order ? [{ kind: 'desk-order', id, after: inRound(order, shift, simMs(shift.start)) }] : [];
    });
    return { shift: { ...shift, funds: shift.rules.orders.funds }, also };
  },
  come: batch,
  end: () => [],
  giveUp: (state, shift, at) =>
    ordersOf(state, shift.shift_id).flatMap((order) =>
      order.status === 'placed' ? [lost(state, order, shift, at)] : [],
    ),
};

/** The next batch, one record an order; the last one moves the round on. */
function batch(state: ShopState, after: Shift, at: number): Draft[] {
  const { orders } = after.rules;
  const from = (after.come - 1) * orders.batch;
  const plan = trainingOf(state)
    .ORDERS.planOrders(state.seed, after.shift_id, orders)
    .slice(from, from + orders.batch);
  const created = simText(Math.max(at, state.lastAt));
  const no = numberOf(state, after);
  const serial = lastSerial(state, 2, no);
  return plan.map(({ truth: _, ...planned }, i) => {
    const id = `${created.slice(0, 10).replaceAll('-', '')}-2-${no}-${serial + 1 + i}`;
    const order: DeskOrder = {
      order_id: id,
      type: 2,
      shift_id: '',
      from: after.shift_id,
      ...planned,
      created,
      status: 'placed',
      early: 0,
    };
    const also: Changed[] = i < plan.length - 1 ? [] : [{ kind: 'shift', id: after.shift_id, after }];
    const main = { kind: 'desk-order' as const, id, after: inRound(order, after, simMs(created)) };
    return changed(state, at, 'buyer', 'desk-order.placed', main, { also });
  });
}

/** The order in a round from that time on, with the time at which it is lost. */
function inRound(order: DeskOrder, shift: Shift, from: number): DeskOrder {
  const { lost } = shift.rules.orders;
  return {
    ...order,
    shift_id: shift.shift_id,
    ...(lost !== null && { deadline: simText(from + simMsOf(shift, lost)) }),
  };
}

/** The account's number, third part of the numbers of its orders (AM-38). */
function numberOf(state: ShopState, { account }: Shift): number {
  return accountsOf(state).find((one) => one.account === account)?.no ?? 0;
}

/** Serial numbers go up by one for each kind of order of an account. */
function lastSerial(state: ShopState, type: 1 | 2, no: number): number {
  let last = 0;
  for (const { order_id } of state.deskOrders.values()) {
    const [, of, account, serial] = order_id.split('-');
    if (of === String(type) && account === String(no)) last = Math.max(last, Number(serial));
  }
  return last;
}
