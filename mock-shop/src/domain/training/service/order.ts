import { type DeskOrder, PRODUCTS, type Shift, type Visitor } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { accountsOf, runningShift, simMsOf, trainingOf } from '../round.ts';
import { scriptOf, textsOf } from './desk.ts';

/**
 * The 客服订单 that a talk before the sale ends with: one piece of what it was about, to be sent in the round of 网店订单管理 that is
 * going on, or in the next. Source: textbook 2.3, 4.2, AM-38.
 */
export function placeOrder(state: ShopState, shift: Shift, visitor: Visitor, now: Now): Draft {
  const at = Math.max(now.sim, state.lastAt);
  const created = simText(at);
  const no = accountsOf(state).find(({ account }) => account === shift.account)?.no ?? 0;
  const id = `${created.slice(0, 10).replaceAll('-', '')}-1-${no}-${serialOf(state, no)}`;
  const round = runningShift(state, 'orders');
  const lost = round?.rules.orders.lost ?? null;
  // Whether it is true is told when it is judged.
  const { truth: _, ...receiver } = trainingOf(state).ORDERS.planServiceOrder(state.seed, id, shift.rules.orders);
  const order: DeskOrder = {
    order_id: id,
    type: 1,
    shift_id: round?.shift_id ?? '',
    ...goodsOf(state, visitor),
    num: 1,
    created,
    from: shift.shift_id,
    ...receiver,
    status: 'placed',
    ...(round && lost !== null && { deadline: simText(at + simMsOf(round, lost)) }),
    early: 0,
  };
  const tell = { visitor_id: visitor.visitor_id };
  return changed(state, now.sim, 'buyer', 'desk-order.placed', { kind: 'desk-order', id, after: order }, { tell });
}

/** Serial numbers of an account's 客服订单 go up by one. */
function serialOf(state: ShopState, no: number): number {
  let last = 0;
  for (const { order_id } of state.deskOrders.values()) {
    const [, type, account, serial] = order_id.split('-');
    if (type === '1' && account === String(no)) last = Math.max(last, Number(serial));
  }
  return last + 1;
}

/** The phone of the talk in the size that was asked for, or the small thing where the talk is about that. */
function goodsOf(state: ShopState, visitor: Visitor): Pick<DeskOrder, 'title' | 'price'> {
  const { GOODS } = textsOf(state);
  const small = scriptOf(state, visitor).turns[0]?.says.every((text) => text.includes('{goods}'));
  const product = small ? GOODS : PRODUCTS.find(({ numIid }) => numIid === visitor.num_iid);
  if (!product) throw new Error(`没有编号为 ${visitor.num_iid} 的宝贝`);
  const size = product.sizes.find(({ name }) => name === visitor.facts.size) ?? product.sizes[0];
  return { title: product.title, price: ((size?.fen ?? 0) / 100).toFixed(2) };
}
