import { expect, it } from 'vitest';
import { isoTime, timeLeft } from './countdown.ts';

const now = Date.parse('2026-11-22T10:00:00+08:00');

it.each([
  ['2026-12-02T09:05:00+08:00', '9 天 23 小时 5 分'],
  ['2026-11-23T10:00:00+08:00', '1 天 0 小时 0 分'],
  ['2026-11-22T11:00:00+08:00', '1 小时 0 分'],
  ['2026-11-22T10:00:01+08:00', '1 分'],
  ['2026-11-22T09:00:00+08:00', '1 分'],
])('until %s there are %s left', (until, text) => {
  expect(timeLeft(until, now)).toBe(text);
});

it.each(['2026-11-22 10:05:00', '2026-11-22T10:05:00+08:00'])('%s is a time of GMT+8', (time) => {
  expect(isoTime(time)).toBe('2026-11-22T10:05:00+08:00');
});
