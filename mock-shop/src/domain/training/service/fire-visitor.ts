import { changed } from '../../change.ts';
import { find } from '../../entities.ts';
import type { Draft } from '../../record.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { patienceOf } from '../patience.ts';
import { textsOf, waited } from './desk.ts';
import { endIfDone } from './leave.ts';

/** A visitor has waited for half of the patience and asks again, or for all of it and leaves. Source: textbook 2.2. */
export function fireVisitor(state: ShopState, id: string, at: number): Draft[] | null {
  const visitor = find(state, 'visitor', id);
  const shift = visitor && state.shifts.get(visitor.shift_id);
  if (!visitor || !shift || patienceOf(state, visitor) !== at) return null;
  const { NUDGES, FAREWELLS, NUDGE, moodAfter } = textsOf(state);
  const number = Number(id.split('-').at(-1)) + visitor.turn;
  const time = simText(Math.max(at, state.lastAt));
  const says = (texts: readonly string[]) => [
    ...visitor.messages,
    { from: 'visitor' as const, text: texts[number % texts.length] ?? '', at: time },
  ];
  if (!visitor.nudged) {
    const after = {
      ...visitor,
      nudged: true,
      mood: Math.max(1, moodAfter(visitor.mood, NUDGE)),
      messages: says(NUDGES),
    };
    return [changed(state, at, 'buyer', 'visitor.nudged', { kind: 'visitor', id, after })];
  }
  const after = { ...visitor, status: 'left' as const, messages: says(FAREWELLS) };
  const tell = { seconds: waited(shift, visitor, at), turn: visitor.turn, opened: visitor.status === 'open' };
  return [
    changed(state, at, 'buyer', 'visitor.left', { kind: 'visitor', id, after }, { tell }),
    ...endIfDone(state, shift, after, at),
  ];
}
