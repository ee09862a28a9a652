import { expect, it } from 'vitest';
import { readWish } from './messages.ts';

it.each([
  ['#coach=order-management/flag-remarks&mode=practice', 'practice'],
  ['#coach=order-management/flag-remarks', 'guided'],
  ['#coach=order-management/flag-remarks&mode=demo', 'demo'],
  ['coach=order-management%2Fflag-remarks&mode=exam', 'exam'],
])('reads %s', (fragment, mode) => {
  expect(readWish(fragment)).toEqual({ pack: 'order-management', lesson: 'flag-remarks', mode });
});

it.each([
  '',
  '#top',
  '#coach=a',
  '#coach=a/b/c',
  '#coach=A/b',
  '#coach=../x',
  '#coach=a/b&mode=show',
  `#coach=${'a'.repeat(65)}/b`,
])('takes %s for no wish', (fragment) => {
  expect(readWish(fragment)).toBeUndefined();
});
