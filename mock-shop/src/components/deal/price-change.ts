import { fen } from '../../domain/money.ts';
import { DEAREST } from '../../domain/trade/price.ts';

/** Yuan that somebody typed, in fen: `-10`, `+3.5`, `0.01`; empty is nothing. Undefined when it is no amount. */
export function typedFen(text: string): number | undefined {
  const typed = text.trim().replace('－', '-').replace('＋', '+');
  if (typed === '') return 0;
  const parts = /^([+-]?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed);
  if (!parts) return undefined;
  return fen(`${parts[1] === '-' ? '-' : ''}${parts[2]}.${(parts[3] ?? '').padEnd(2, '0')}`);
}

/**
 * What a discount of `fold` 折 takes off `price` (fen), as somebody would type it: 9 折 of 100.00 is `-10.00`.
 * Undefined when it is no discount: 折 are more than 0 and less than 10, with at most two decimals.
 */
export function discountOf(price: number, fold: string): number | undefined {
  const typed = fold.trim();
  if (!/^\d(?:\.\d{1,2})?$/.test(typed) || Number(typed) === 0) return undefined;
  // In hundredths of a 折, so that no rounding of floats comes between.
  return Math.round((price * Math.round(Number(typed) * 100)) / 1000) - price;
}

/** Why a price (fen) cannot be; undefined when it can. */
export function priceFault(price: number): string | undefined {
  if (price < 0) return '改后的价格不能低于 0 元';
  return price > DEAREST ? '改后的价格太高了' : undefined;
}
