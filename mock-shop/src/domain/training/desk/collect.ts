import type { DeskOrder } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import { fen, yuan } from '../../money.ts';
import type { Draft } from '../../record.ts';
import { simMs } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { openOrder } from './desk-order.ts';
import { endIfDone } from './end-if-done.ts';

/**
 * 收款: once the days on the way are over, to the moment (AM-42), the order is 完结 and its money is in the funds (AM-44).
 * Earlier it stays 已发货, and the try is counted (AM-43). Source: textbook 4.4, 4.5.
 * @throws Refused
 */
export function collect(state: ShopState, id: string, now: Now): Draft[] {
  const { order, shift } = openOrder(state, id, 'sent');
  const at = Math.max(now.sim, state.lastAt);
  if (order.due === undefined || at < simMs(order.due)) {
    const after: DeskOrder = { ...order, early: order.early + 1 };
    return [changed(state, at, 'seller', 'desk-order.collect-failed', { kind: 'desk-order', id, after })];
  }
  const after: DeskOrder = { ...order, status: 'finished' };
  const richer = { ...shift, funds: yuan(fen(shift.funds ?? '0.00') + fen(order.price) * order.num) };
  const funds = { kind: 'shift' as const, id: shift.shift_id, after: richer };
  return [
    changed(state, at, 'seller', 'desk-order.collected', { kind: 'desk-order', id, after }, { also: [funds] }),
    ...endIfDone(state, richer, id, at),
  ];
}
