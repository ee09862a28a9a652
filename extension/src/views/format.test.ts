import { expect, test } from 'vitest';
import { clockText, percent, pointsText } from './format.ts';

test('durations read like a stopwatch and are never negative', () => {
  expect([0, 5_999, 65_000, 600_000, 3_723_000, -1].map(clockText)).toEqual([
    '0:00',
    '0:05',
    '1:05',
    '10:00',
    '1:02:03',
    '0:00',
  ]);
});

test('points show the decimals they have', () => {
  expect([100, 92.5, 66.67, 0.1 + 0.2].map(pointsText)).toEqual(['100', '92.5', '66.67', '0.3']);
});

test('less than certain is never called 100 %', () => {
  expect([0.25, 0.29, 0.9999, 1].map(percent)).toEqual([25, 29, 99, 100]);
});
