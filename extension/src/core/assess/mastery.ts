import type { BktParameters } from 'fixtures';

/**
 * One step of Bayesian knowledge tracing: the probability that the component is known, after a
 * first attempt. Corbett & Anderson 1995, "Knowledge tracing: Modeling the acquisition of
 * procedural knowledge".
 */
export function trace(p: number, correct: boolean, { t, s, g }: BktParameters): number {
  const known = correct ? (p * (1 - s)) / (p * (1 - s) + (1 - p) * g) : (p * s) / (p * s + (1 - p) * (1 - g));
  return known + (1 - known) * t;
}
