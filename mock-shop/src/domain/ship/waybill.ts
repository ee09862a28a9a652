import type { Carrier } from 'fixtures';
import { roll } from './roll.ts';

/** Longest waybill number that is looked at: patterns come from outside and must not cost time. */
const LONGEST = 30;

/** What a carrier's numbers look like, `#` for a digit; for the numbers that a courier brings along. */
const SHAPES: Readonly<Record<string, string>> = {
  SF: 'SF#############',
  YTO: 'YT#############',
  ZTO: '7############0',
  STO: '77#############',
  YUNDA: '4############',
  EMS: 'EA#########CN',
  HTKY: '5#############',
  POSTB: '98###########',
  JTSD: 'JT#############',
  DBL: 'DPK############',
};

/** The number as it is kept: without blanks, letters in upper case. */
export function tidyWaybill(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** Whether the whole number fits the carrier's pattern. */
export function fitsPattern(carrier: Pick<Carrier, 'reg_mail_no'>, number: string): boolean {
  return number.length <= LONGEST && new RegExp(`^(?:${carrier.reg_mail_no})$`).test(number);
}

/** A number as the carrier would give it; the same words give the same number. */
export function makeWaybill(code: string, words: string): string {
  let at = 0;
  return (SHAPES[code] ?? '##############').replaceAll('#', () => String(roll(`${words}/${at++}`, 10)));
}
