import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { brokenOff, withNext } from './shift.ts';
import { WORK } from './work.ts';

/** A round's time is over, or its next visitor or batch of orders comes. */
export function fireShift(state: ShopState, id: string, at: number): Draft[] | null {
  const shift = find(state, 'shift', id);
  if (!shift || shift.end) return null;
  if (shift.deadline && simMs(shift.deadline) <= at) return brokenOff(state, shift, at, 'timeout');
  if (!shift.next || simMs(shift.next) !== at) return null;
  return WORK[shift.kind].come(state, withNext(state, { ...shift, come: shift.come + 1 }), at);
}
