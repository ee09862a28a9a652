import type { Step } from 'fixtures';

/** A right input for a step, as far as its lesson says one: who plays the lesson by himself gives it. */
export function answerTo({ answer, input, target }: Step): { input?: string } {
  const spelled = input?.kind === 'exact' ? input.value : input?.kind === 'one-of' ? input.values[0] : target.option;
  const given = answer ?? spelled;
  return given === undefined ? {} : { input: given };
}
