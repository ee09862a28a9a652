import { expect, it } from 'vitest';
import { clockText, paces } from './clock-box.tsx';

it('tells date, weekday and time of Beijing, across midnight', () => {
  expect(clockText(Date.parse('2026-11-22T10:05:00+08:00'))).toBe('2026-11-22 周日 10:05');
  expect(clockText(Date.parse('2026-11-23T00:00:00+08:00'))).toBe('2026-11-23 周一 00:00');
  expect(clockText(Date.parse('2026-11-22T23:59:59Z'))).toBe('2026-11-23 周一 07:59');
});

it('offers the paces from real time to the fastest, and the one of the address among them', () => {
  expect(paces(1440).map(([seconds]) => seconds)).toEqual([86_400, 1440, 360, 60]);
  expect(paces(700).map(([seconds]) => seconds)).toEqual([86_400, 1440, 700, 360, 60]);
  expect(paces(5).at(-1)).toEqual([5, '1 天 = 5 秒']);
});
