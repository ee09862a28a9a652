import { describe, expect, it } from 'vitest';
import { findNumbers, readNumber } from './numbers.ts';

describe('readNumber', () => {
  it.each([
    ['27号', 27, 2],
    ['十二', 12, 2],
    ['二十八日', 28, 3],
    ['廿八', 28, 2],
    ['两件', 2, 1],
    ['贰', 2, 1],
    ['二〇二六年', 2026, 4],
    ['一百零五', 105, 4],
    ['十', 10, 1],
  ])('%s → %d', (text, value, end) => {
    expect(readNumber(text, 0)).toMatchObject({ value, end });
  });

  it('reads decimals only when asked to', () => {
    expect(readNumber('10.50元', 0, true)?.value).toBe(10.5);
    expect(readNumber('10.50元', 0)?.value).toBe(10);
  });

  it('gives no value to endless runs and nothing to other text', () => {
    expect(readNumber('1'.repeat(50), 0)?.value).toBeNaN();
    expect(readNumber('件', 0)).toBeUndefined();
  });

  it('finds all numbers in order', () => {
    expect(findNumbers('四段27号1栋').map(({ value }) => value)).toEqual([4, 27, 1]);
  });
});
