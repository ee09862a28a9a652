import { applyFirst } from './first.ts';
import { type Attempt, type Reason, stateOf, withStep } from './state.ts';

/** One wrong try more at a step, which a record of the shop has shown. */
export function mistaken(attempt: Attempt, index: number, reasons: readonly Reason[], event: string): Attempt {
  const { wrong, mistakes } = stateOf(attempt, index);
  const next = withStep(attempt, index, {
    wrong: wrong + 1,
    mistakes: [...mistakes, ...reasons.map((reason) => ({ ...reason, event }))],
  });
  return applyFirst(next, index, false);
}
