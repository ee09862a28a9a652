import type { Shift, Visitor } from 'fixtures';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import { ended } from '../shift.ts';
import { isDone } from './desk.ts';

/** The record that the round is over, when nobody is left to come or to go after this visitor; else none. */
export function endIfDone(state: ShopState, shift: Shift, after: Visitor, at: number): Draft[] {
  if (!isDone(state, shift, after)) return [];
  // As it will be once the visitor's own record is folded: the end must not change that visitor again.
  const visitors = new Map(state.visitors).set(after.visitor_id, after);
  return [ended({ ...state, visitors }, shift, at, 'done')];
}
