import { readNumber } from './numbers.ts';

/** A date in a normalised text. */
export interface FoundDate {
  start: number;
  end: number;
  text: string;
  /** `full`: month and day are named. `partial`: only a day, a month, or year and month. */
  kind: 'full' | 'partial';
  month?: number;
  day?: number;
  /** `YYYY-MM-DD` of a full date that exists. */
  iso?: string;
  /** Written as a bare run of 4, 6 or 8 digits. */
  compact?: number;
}

const SEPARATORS = new Set(['.', '/', '-', '年', '月', '\\']);
/** A number with one of these behind it is a measure, not a date. */
const MEASURES = new Set([...'元块折寸斤克米个件倍点%gkc天分圆双台条']);

/**
 * All dates of a normalised text, left to right: `2026-11-20`, `26.11.20`, `20/11/2026`, `11.20`,
 * `11月20日`, `十一月二十日`, `20261120`, and partial ones such as `20号`. A day without a year is a
 * day of the year of `today` (`YYYY-MM-DD`). Linear in the text.
 */
export function findDates(text: string, today: string): FoundDate[] {
  const found: FoundDate[] = [];
  let at = 0;
  while (at < text.length) {
    const chain = readChain(text, at);
    if (!chain) {
      at += 1;
      continue;
    }
    const date = readDate(text, chain, today);
    if (date) found.push(date);
    at = Math.max(chain.end, date?.end ?? 0);
  }
  return found;
}

/** Does this day exist in the calendar? */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && toIso(Number(year), Number(month), Number(day)) === text;
}

/** `YYYY-MM-DD` of a day that exists between 2000 and 2099. */
export function toIso(year: number, month: number, day: number): string | undefined {
  if (!(year >= 2000 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

interface Chain {
  start: number;
  end: number;
  values: number[];
  digits: number[];
  separators: string[];
}

/** Numbers joined by date separators, as long as they go. */
function readChain(text: string, at: number): Chain | undefined {
  const first = readNumber(text, at);
  if (!first) return undefined;
  const chain: Chain = { start: at, end: first.end, values: [first.value], digits: [first.digits], separators: [] };
  for (;;) {
    const separator = text[chain.end] ?? '';
    const next = SEPARATORS.has(separator) ? readNumber(text, chain.end + 1) : undefined;
    if (!next) return chain;
    chain.separators.push(separator);
    chain.values.push(next.value);
    chain.digits.push(next.digits);
    chain.end = next.end;
  }
}

function readDate(text: string, chain: Chain, today: string): FoundDate | undefined {
  const { start, values, digits, separators } = chain;
  const suffix = text[chain.end] ?? '';
  const labelled = separators.some((s) => s === '年' || s === '月') || ['日', '号', '月'].includes(suffix);
  const written = digits.every((n) => n > 0);
  if (!written && !labelled) return undefined;
  const end = chain.end + (['日', '号', '月'].includes(suffix) ? 1 : 0);
  const place = { start, end, text: text.slice(start, end) };
  const year = Number(today.slice(0, 4));
  const [a = 0, b = 0, c = 0] = values;

  if (values.length === 1) {
    if (end > chain.end)
      return a >= 1 && a <= 31
        ? { ...place, kind: 'partial', ...(suffix === '月' ? { month: a } : { day: a }) }
        : undefined;
    return compactDate(place, year);
  }
  if (separators.includes('年') && values.length === 2) return { ...place, kind: 'partial' };
  if (suffix === '月' || (!labelled && MEASURES.has(suffix))) return undefined;
  if (values.length === 2) {
    if (digits[0] === 4) return { ...place, kind: 'partial' };
    return digits.every((n) => n <= 2) ? full(place, toIso(year, a, b), a, b) : undefined;
  }
  if (values.length > 3) return undefined;
  return threeNumbers(place, [a, b, c], digits, today);
}

type Place = Pick<FoundDate, 'start' | 'end' | 'text'>;

function full(place: Place, iso: string | undefined, month: number, day: number): FoundDate {
  return { ...place, kind: 'full', month, day, ...(iso === undefined ? {} : { iso }) };
}

/** Year first, or last with four digits; of readings that are all possible, the latest that has come already. */
function threeNumbers(
  place: Place,
  values: [number, number, number],
  digits: number[],
  today: string,
): FoundDate | undefined {
  const [a, b, c] = values;
  const long = digits.map((n) => n > 2);
  if (long[1] || (long[0] && long[2])) return undefined;
  if (long[0]) return digits[0] === 4 || digits[0] === 0 ? full(place, toIso(a, b, c), b, c) : undefined;
  // Chinese numerals such as 二〇二六 have no count of digits; their value tells.
  if (a >= 2000) return full(place, toIso(a, b, c), b, c);
  const yearLast = long[2] ? c : 2000 + c;
  const readings = [[yearLast, b, a] as const, [yearLast, a, b] as const];
  const all = long[2] ? readings : [[2000 + a, b, c] as const, ...readings];
  const possible = all.flatMap(([y, m, d]) => {
    const iso = toIso(y, m, d);
    return iso ? [{ iso, m, d }] : [];
  });
  const thisYear = possible.filter(({ iso }) => iso.slice(0, 4) === today.slice(0, 4));
  const candidates = thisYear.length > 0 ? thisYear : possible;
  const best = candidates.find(({ iso }) => iso <= today) ?? candidates[0];
  const [, month, day] = all[0] ?? [0, b, c];
  return best ? full(place, best.iso, best.m, best.d) : full(place, undefined, month, day);
}

/** `20261120`, `261120`, `1120`. */
function compactDate(place: Place, year: number): FoundDate | undefined {
  const { text } = place;
  const date = (y: number, month: number, day: number) => ({
    ...full(place, toIso(y, month, day), month, day),
    compact: text.length,
  });
  const at = (from: number) => Number(text.slice(from, from + 2));
  if (text.length === 8 && text.startsWith('20')) return date(Number(text.slice(0, 4)), at(4), at(6));
  if (text.length === 6) return date(2000 + at(0), at(2), at(4));
  if (text.length === 4) return date(year, at(0), at(2));
  return undefined;
}
