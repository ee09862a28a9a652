import { expect, it } from 'vitest';
import { tinyTrade } from '../testing/tiny-world.ts';
import { dateTime, rateLabel, skuParts, tail } from './labels.ts';

it.each([
  [true, true, '双方已评'],
  [true, false, '我已评价'],
  [false, true, '买家已评'],
  [false, false, '双方未评'],
])('a finished trade, rated by seller %s and buyer %s: %s', (seller_rate, buyer_rate, label) => {
  expect(rateLabel(tinyTrade(1, { status: 'TRADE_FINISHED', seller_rate, buyer_rate }))).toBe(label);
});

it('has no rating before the trade is finished', () => {
  expect(rateLabel(tinyTrade(1, { status: 'WAIT_BUYER_CONFIRM_GOODS', buyer_rate: true }))).toBe('');
});

it('shortens times, SKUs and order numbers as sellers read them', () => {
  expect(dateTime('2026-11-22T10:05:07+08:00')).toBe('2026-11-22 10:05:07');
  expect(skuParts('颜色分类:曜石黑;存储容量:512GB')).toEqual(['颜色分类:曜石黑', '存储容量:512GB']);
  expect(skuParts('')).toEqual([]);
  expect(tail('2375180840005507202')).toBe('7202');
});
