import { type Attempt, stateOf } from './state.ts';

/**
 * Flags for the teacher about how help was used. They cost nothing, and their thresholds (the pack's `attention`) are
 * published guesses that nobody has validated.
 */
export function helpFlags(attempt: Attempt): string[] {
  const { attention } = attempt.material.pack;
  if (!attention) return [];
  const worked = attempt.plan.map((p) => stateOf(attempt, p.index)).filter(({ startedAt }) => startedAt !== null);
  const abused = worked.filter(({ answerFirst }) => answerFirst).length;
  return abused >= attention.answersFirst && abused / worked.length >= attention.answersShare ? ['help-abuse'] : [];
}

/** Nothing happened for longer than the pack calls idle. `ms`: active time between two events. */
export function isIdle({ material }: Attempt, ms: number): boolean {
  const { attention } = material.pack;
  return attention !== undefined && ms > attention.idleSeconds * 1000;
}
