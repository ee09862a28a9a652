import { expect, it } from 'vitest';
import { tinyTrade } from '../../testing/tiny-world.ts';
import { keepSame } from './use-sold-list.ts';

it('keeps the objects of trades that did not change, so that only the others are drawn again', () => {
  const before = [tinyTrade(1), tinyTrade(2), tinyTrade(3)];
  const answer = [tinyTrade(3), tinyTrade(2, { seller_flag: 1, seller_memo: '送壳 小刘 11.22' }), tinyTrade(4)];
  const after = keepSame(before, answer);
  expect(after).toEqual(answer);
  expect(after[0]).toBe(before[2]);
  expect(after[1]).toBe(answer[1]);
});
