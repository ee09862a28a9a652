import { expect, it } from 'vitest';
import { clockText, nextPace } from './clock-box.tsx';

it('tells date, weekday and time of Beijing, across midnight', () => {
  expect(clockText(Date.parse('2026-11-22T10:05:00+08:00'))).toBe('2026-11-22 周日 10:05');
  expect(clockText(Date.parse('2026-11-23T00:00:00+08:00'))).toBe('2026-11-23 周一 00:00');
  expect(clockText(Date.parse('2026-11-22T23:59:59Z'))).toBe('2026-11-23 周一 07:59');
});

it('goes through the paces from real time to the fastest and back, from any pace', () => {
  expect([86_400, 1440, 360, 60].map(nextPace)).toEqual([1440, 360, 60, 86_400]);
  expect(nextPace(5)).toBe(86_400);
  expect(nextPace(700)).toBe(360);
});
