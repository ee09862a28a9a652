import { expect, test } from 'vitest';
import { trace } from './mastery.ts';

const run = (p0: number, outcomes: string, parameters: { t: number; s: number; g: number }) => {
  let p = p0;
  return [...outcomes].map((o) => {
    p = trace(p, o === '1', { p0, ...parameters });
    return Number(p.toFixed(6));
  });
};

test('agrees with the published vectors', () => {
  const tenths = { t: 0.1, s: 0.1, g: 0.1 };
  expect(run(0.1, '1111', tenths)).toEqual([0.55, 0.925, 0.991964, 0.999191]);
  expect(run(0.1, '0110', tenths)).toEqual([0.110976, 0.576163, 0.931996, 0.643252]);
  expect(run(0.25, '0011', { t: 0.2, s: 0.1, g: 0.2 })).toEqual([0.232, 0.229109, 0.65774, 0.91708]);
});
