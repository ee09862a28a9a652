import { expect, it } from 'vitest';
import { clockAt, spell } from './clock.tsx';

it.each([
  [-5, '00:00'],
  [59_999, '00:59'],
  [61_000, '01:01'],
  [3_600_000, '60:00'],
])('spells %i ms as %s', (ms, text) => {
  expect(spell(ms)).toBe(text);
});

it('runs on from the last word, counts down where there is a limit, and not below nothing', () => {
  expect(clockAt({ elapsed: 1000, asOf: 5000 }, 8000)).toEqual({ ms: 4000, left: false });
  expect(clockAt({ elapsed: 1000, limit: 10_000, asOf: 5000 }, 8000)).toEqual({ ms: 6000, left: true });
  expect(clockAt({ elapsed: 1000, limit: 10_000, asOf: 5000 }, 99_000)).toEqual({ ms: 0, left: true });
  expect(clockAt({ elapsed: 1000, asOf: 5000 }, 4000)).toEqual({ ms: 1000, left: false });
});
