import type { EventBody } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
import type { CoachView } from '../ports.ts';
import { elapsedAt } from './attempt.ts';
import type { Instant } from './clock.ts';
import { focus } from './focus.ts';
import { type Attempt, stateOf } from './state.ts';

/** Reading pace for the gate between hint levels, words per second. A published threshold, unvalidated. */
const WORDS_PER_SECOND = 10;

/**
 * How long reading a text takes at that pace, ms: Latin words count one, a Chinese character half
 * of one. Never under a second.
 */
export function readingTime(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z0-9]+/g)?.length ?? 0;
  return Math.max(1000, Math.round(((han / 2 + words) / WORDS_PER_SECOND) * 1000));
}

type Level = 1 | 2 | 3 | 4;
const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** What asking for a hint does now: an event's body to append, how long to wait (ms), or null where there is nothing to hint at. */
export function askHint(attempt: Attempt, now: Instant): { body: EventBody } | { waitMs: number } | null {
  const planned = attempt.mode === 'exam' || attempt.ended ? null : focus(attempt);
  if (!planned) return null;
  const level = LEVELS[stateOf(attempt, planned.index).hints];
  if (!level) return null;
  const waitMs = gate(attempt, planned, elapsedAt(attempt, now));
  return waitMs > 0 ? { waitMs } : { body: { kind: 'hint', data: { step: planned.step.id, level } } };
}

/** Ms until the next level opens: the last hint has to be read first. */
function gate(attempt: Attempt, { index, step }: PlannedStep, elapsed: number): number {
  const { hints, hintAt } = stateOf(attempt, index);
  const last = hints === 0 ? undefined : step.hints[hints - 1];
  return last ? Math.max(0, hintAt + readingTime(last) - elapsed) : 0;
}

/** The hints opened for a step and when the next may be asked for. */
export function hintsOf(attempt: Attempt, planned: PlannedStep, elapsed: number): NonNullable<CoachView['hints']> {
  const { hints } = stateOf(attempt, planned.index);
  const next = LEVELS[hints];
  return {
    step: planned.step.id,
    shown: LEVELS.slice(0, hints).map((level) => ({ level, text: planned.step.hints[level - 1] ?? '' })),
    ...(next ? { next: { level: next, inMs: gate(attempt, planned, elapsed) } } : {}),
  };
}
