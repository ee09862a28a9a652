import type { DeskOrder } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import { judgementOf, openOrder } from './desk-order.ts';
import { endIfDone } from './end-if-done.ts';

/** 订单作废: true or not, it becomes 作废; nobody says anything then (AM-41). Source: textbook 4.5. @throws Refused */
export function voidOrder(state: ShopState, id: string, now: Now): Draft[] {
  const { order, shift } = openOrder(state, id, 'placed');
  const at = Math.max(now.sim, state.lastAt);
  const after: DeskOrder = { ...order, status: 'voided' };
  const tell = judgementOf(state, order, shift);
  return [
    changed(state, at, 'seller', 'desk-order.voided', { kind: 'desk-order', id, after }, { tell }),
    ...endIfDone(state, shift, id, at),
  ];
}
