import type { Visitor } from 'fixtures';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { simMsOf } from './round.ts';

/**
 * When (simulated ms) a visitor who waits for an answer asks again, or, having done so, leaves. Undefined when the talk
 * is over. Asking again comes at half of the patience that the round's rules give.
 */
export function patienceOf(state: ShopState, { shift_id, status, asked, nudged, turn }: Visitor): number | undefined {
  const shift = state.shifts.get(shift_id);
  if (!shift || shift.end || !(status === 'waiting' || status === 'open')) return undefined;
  const { patience, answer } = shift.rules.service;
  const whole = simMsOf(shift, turn === 0 ? patience : answer);
  return simMs(asked) + (nudged ? whole : Math.ceil(whole / 2));
}
