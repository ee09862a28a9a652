import { normalise } from './normalise.ts';
import { findNumbers } from './numbers.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';

/** A named piece of an address and the numbers that follow it, up to the next name. */
interface Piece {
  name: string;
  kind: 'area' | 'road' | 'place';
  numbers: string[];
}

/**
 * Is this address given recognisably: a road with its number, or an estate or building by name?
 * Suffixes (省, 市, 区), units (栋, 座, 室) and the upper levels may be left out. The numbers that are given must
 * be the address's own, in their order; another road or building contradicts.
 */
export function recogniseAddress(wanted: string, { body, vocabulary }: Reading): Outcome {
  const pieces = cutAddress(compact(normalise(wanted)));
  const text = compact(body);
  const numbers = pieces.flatMap((piece) => piece.numbers);
  const known = pieces.filter((piece) => piece.kind !== 'area' && placeOf(piece, text) >= 0);
  const first = Math.min(...known.map((piece) => placeOf(piece, text)));

  if (known.length > 0) {
    const given = numbersFrom(text, first);
    const strange = outOfOrder(given, numbers);
    if (strange !== undefined) return contradicted(strange);
    const enough = known.some((piece) => piece.kind === 'place' || piece.numbers.length === 0 || given.length > 0);
    if (enough) return stated(text.slice(first, first + 40));
  }
  const same = vocabulary.sameAddress.find((word) => text.includes(word));
  if (same !== undefined) return contradicted(same);
  const other = known.length > 0 ? undefined : otherAddress(text);
  return other === undefined ? missing : contradicted(other);
}

function compact(text: string): string {
  return text.replace(/[\s,，、;()（）[\]【】]/g, '');
}

/** Where a road or place is named in the text; of a place's long name four characters in a row will do, of a short one three. */
function placeOf({ name, kind }: Piece, text: string): number {
  const whole = name.length >= 2 ? text.indexOf(name) : -1;
  if (whole >= 0 || kind === 'road') return whole;
  const length = Math.min(4, Math.max(3, name.length - 1));
  for (let i = 0; i + length <= name.length; i += 1) {
    const at = text.indexOf(name.slice(i, i + length));
    if (at >= 0) return at;
  }
  return -1;
}

const ROAD = /^(?:路|街|大道|大街|巷|胡同|弄|公路|道)/;
const AREA = /^(?:特别行政区|自治区|自治州|开发区|新区|街道|地区|省|市|区|县|镇|乡|盟|旗)/;
const UNIT = /^(?:号楼|号院|单元|段|号|栋|幢|座|室|楼|层|房|户|门|期|组|排|塔|馆|村|#|f(?!座|栋|幢|区|馆|塔)|-)+/;
const HAN = /\p{Script=Han}/u;

/** Cuts an address into areas, roads and places with their numbers. */
function cutAddress(text: string): Piece[] {
  const pieces: Piece[] = [];
  const runs = new Map(findNumbers(text).map((run) => [run.start, run]));
  let name = '';
  const push = (kind: Piece['kind']) => {
    if (name !== '') pieces.push({ name, kind, numbers: [] });
    name = '';
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 6);
    const run = runs.get(at);
    const unit = run && (run.digits > 0 || UNIT.test(text.slice(run.end))) ? run : undefined;
    const letter = /^[a-z](?=座|栋|幢|区|馆|塔|单元)/.exec(rest)?.[0];
    const area = name.length >= 2 || pieces.length > 0 ? AREA.exec(rest)?.[0] : undefined;
    const road = name.length >= 1 ? ROAD.exec(rest)?.[0] : undefined;
    if (unit || letter !== undefined) {
      push('place');
      pieces.at(-1)?.numbers.push(letter ?? String(unit?.value));
      at = unit ? unit.end : at + 1;
      at += UNIT.exec(text.slice(at, at + 6))?.[0].length ?? 0;
    } else if (road !== undefined) {
      name += road;
      push('road');
      at += road.length;
    } else if (area !== undefined && name !== '') {
      push('area');
      at += area.length;
    } else {
      name += HAN.test(text.charAt(at)) || /[a-z]/.test(text.charAt(at)) ? text.charAt(at) : '';
      at += 1;
    }
  }
  push('place');
  return pieces;
}

const NOT_ADDRESS = /^(?:元|块|件|个|台|天|点|月|日|周|条|双|部)/;

/** House, building and room numbers from `at` on, without telephone numbers, dates, sums and counts. */
function numbersFrom(text: string, at: number): string[] {
  const part = text.slice(at, at + 80);
  const found: { at: number; value: string }[] = [];
  for (const run of findNumbers(part)) {
    // Telephone numbers, post codes and the last digits of either are beside the address.
    if (
      run.digits >= 6 ||
      /(?:尾号|电话|手机|邮编|tel|号码)[:是为]?$/.test(part.slice(Math.max(0, run.start - 6), run.start))
    )
      continue;
    if (Number.isNaN(run.value) || NOT_ADDRESS.test(part.slice(run.end))) continue;
    // 16楼1605 tells the floor of the room.
    if (/^[楼层]/.test(part.slice(run.end)) && new RegExp(`^[楼层]第?${run.value}\\d`).test(part.slice(run.end)))
      continue;
    if (run.digits > 0 || UNIT.test(part.slice(run.end))) found.push({ at: run.start, value: String(run.value) });
  }
  for (const match of part.matchAll(/[a-z](?=座|栋|幢|区|馆|塔|单元)/g))
    found.push({ at: match.index, value: match[0] });
  return found.sort((a, b) => a.at - b.at).map(({ value }) => value);
}

/** The first given number that is not the address's next one; numbers of the address may be left out. */
function outOfOrder(given: string[], own: string[]): string | undefined {
  let from = 0;
  for (const value of given) {
    const place = own.indexOf(value, from);
    if (place < 0) return value;
    from = place + 1;
  }
  return undefined;
}

/** Something with a road and a number, or a province and more, that is not the address wanted. */
function otherAddress(text: string): string | undefined {
  return /\p{Script=Han}{2,12}(?:路|街|大道|巷|弄|小区|花园|大厦|广场)\p{Script=Han}{0,6}[\d一二三四五六七八九十]{1,5}(?:段|号|栋|幢|弄|楼|座|室|-)/u.exec(
    text,
  )?.[0];
}
