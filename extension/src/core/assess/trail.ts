import type { AttemptEvent } from 'fixtures';
import type { Attempt, Trail } from './state.ts';

/** The attempt with one more line in its timeline. */
export function trailed(
  attempt: Attempt,
  event: AttemptEvent,
  text: string,
  more: Partial<Pick<Trail, 'verdict' | 'row'>> = {},
): Attempt {
  const line = {
    event: event.id,
    seq: event.seq,
    kind: event.kind,
    at: attempt.clock.elapsed,
    wall: event.wall,
    text,
    before: attempt.trail,
    ...more,
  };
  return { ...attempt, trail: line };
}
