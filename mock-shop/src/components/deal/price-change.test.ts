import { describe, expect, it } from 'vitest';
import { discountOf, priceFault, typedFen } from './price-change.ts';

describe('what is typed for a price', () => {
  it.each<[string, number | undefined]>([
    ['', 0],
    [' -10 ', -1000],
    ['+3.5', 350],
    ['－0.01', -1],
    ['1999999.99', 199_999_999],
    ['0.001', undefined],
    ['1,000', undefined],
    ['.5', undefined],
    ['--1', undefined],
    ['九', undefined],
  ])('%j is %s fen', (text, amount) => {
    expect(typedFen(text)).toBe(amount);
  });

  it.each<[number, string, number | undefined]>([
    [10_000, '9', -1000],
    [10_000, '8.5', -1500],
    [9999, '9.99', -10],
    [189_900, '9.5', -9495],
    [10_000, '0.5', -9500],
    [10_000, '0', undefined],
    [10_000, '10', undefined],
    [10_000, '-9', undefined],
    [10_000, '', undefined],
  ])('%i fen at %j 折 change by %s', (price, fold, change) => {
    expect(discountOf(price, fold)).toBe(change);
  });

  it('is no price below nothing, or beyond what the shop takes', () => {
    expect(priceFault(0)).toBeUndefined();
    expect(priceFault(99_999_999)).toBeUndefined();
    expect(priceFault(-1)).toMatch(/低于/);
    expect(priceFault(100_000_000)).toMatch(/太高/);
  });
});
