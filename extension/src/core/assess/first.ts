import { trace } from './mastery.ts';
import { type Attempt, stateOf, withStep } from './state.ts';

/**
 * Takes a first attempt as evidence: once per step, for every knowledge component of the step.
 * Guided lessons and demos teach and are no evidence; nor is the same action a second time, for a step of another branch.
 */
export function applyFirst(attempt: Attempt, index: number, correct: boolean, isTwin = false): Attempt {
  if (stateOf(attempt, index).first !== null) return attempt;
  const next = withStep(attempt, index, { first: correct ? 'correct' : 'incorrect' });
  if (attempt.mode === 'guided' || attempt.mode === 'demo' || isTwin) return next;
  const { components, bkt } = attempt.material.pack;
  const mastery = { ...attempt.mastery };
  for (const id of attempt.plan[index]?.step.components ?? []) {
    const parameters = components.find((c) => c.id === id)?.bkt ?? bkt;
    mastery[id] = trace(mastery[id] ?? parameters.p0, correct, parameters);
  }
  return { ...next, mastery };
}
