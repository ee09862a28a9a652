import { expect, it } from 'vitest';
import { verdictOf } from './verdict.ts';

it.each([
  ['real', 'finished', true, 0, true, /都对/],
  ['real', 'finished', false, 0, false, /物流不是最优/],
  ['real', 'finished', true, 2, false, /过早收款 2 次/],
  ['real', 'sent', false, 1, false, /物流不是最优；过早收款 1 次；没有收款/],
  ['real', 'voided', false, 0, false, /误作废/],
  ['fake', 'voided', false, 0, true, /作废正确/],
  ['fake', 'invalid', false, 0, false, /落入无效/],
  ['real', 'lost', false, 0, false, /丢了一单/],
  ['fake', 'lost', false, 0, false, /该作废/],
] as const)('%s, %s, best carrier %s, %i times too early', (truth, status, optimal, early, good, text) => {
  const verdict = verdictOf({ truth, status, optimal, early });
  expect(verdict.good).toBe(good);
  expect(verdict.text).toMatch(text);
});
