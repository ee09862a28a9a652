import type { Shift } from 'fixtures';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import { ended } from '../shift.ts';

/**
 * The record that the round is over, when nothing of it is left to come or to do once this order is dealt with; else none.
 * @param shift the round as it is by then
 */
export function endIfDone(state: ShopState, shift: Shift, orderId: string, at: number): Draft[] {
  if (shift.next) return [];
  const open = state.deskOrdersOf.get(shift.shift_id)?.some((id) => {
    const status = state.deskOrders.get(id)?.status;
    return id !== orderId && (status === 'placed' || status === 'sent');
  });
  return open ? [] : [ended(state, shift, at, 'done')];
}
