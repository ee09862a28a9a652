import { find } from '../../entities.ts';
import type { Draft } from '../../record.ts';
import { simMs } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { endIfDone } from './end-if-done.ts';
import { lost } from './lose.ts';

/** An order has waited for as long as the rules allow. */
export function fireDeskOrder(state: ShopState, id: string, at: number): Draft[] | null {
  const order = find(state, 'desk-order', id);
  const shift = order && state.shifts.get(order.shift_id);
  if (!order?.deadline || !shift || shift.end || order.status !== 'placed' || simMs(order.deadline) !== at) return null;
  return [lost(state, order, shift, at), ...endIfDone(state, shift, id, at)];
}
