import type { RemarkVocabulary } from 'fixtures';
import { findColours, isColour, sameColour } from './colour.ts';
import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { occurrences } from './says.ts';
import { bareSizes, findSizes, findStorage } from './sizes.ts';

type Kind = 'size' | 'storage' | 'colour' | 'word';

interface Attribute {
  kind: Kind;
  text: string;
}

/**
 * Is this variant named, e.g. `蓝色 XL`, `曜石黑 512G`, `碎花连衣裙 M`? Order is free, 蓝 does for 蓝色, 512 for
 * 512GB. What stays as it was (`from`) need not be said; another colour, size or storage contradicts,
 * unless the wanted one is named too. With colour, size or storage at hand, words of the product's name are not asked for.
 */
export function recogniseVariant(wanted: string, { body, vocabulary }: Reading, from?: string): Outcome {
  const own = readAttributes(normaliseVariant(wanted), vocabulary);
  const before = from === undefined ? [] : readAttributes(normaliseVariant(from), vocabulary);
  const text = joinStorage(body);
  const wrong = own
    .map((attribute) => otherValue(attribute, before, text, vocabulary))
    .find((value) => value !== undefined);
  if (wrong !== undefined) return contradicted(wrong);

  // One size fits all: beside a colour it tells nothing.
  const telling = own.filter(({ kind, text }) => kind !== 'size' || text !== '均码' || own.length === 1);
  const specific = telling.filter(({ kind }) => kind !== 'word');
  const asked =
    specific.length > 0
      ? specific.concat(telling.filter(({ kind }) => kind === 'word' && specific.every((s) => s.kind === 'size')))
      : telling;
  const changed = asked.filter((a) => !before.some((b) => b.kind === a.kind && b.text === a.text));
  const needed = changed.length > 0 ? changed : asked;
  const found = needed.filter((attribute) => has(attribute, text, vocabulary));
  if (found.length === needed.length && needed.length > 0)
    return stated(found.map((attribute) => attribute.text).join(' '));
  const same =
    changed.length === 0 && before.length > 0 ? vocabulary.sameVariant.find((word) => text.includes(word)) : undefined;
  return same === undefined ? missing : stated(same);
}

/** Normalised, but with its words kept apart: in `卡其 31` the number is a word. */
function normaliseVariant(text: string): string {
  const words = text.trim().split(/\s+/).map(normalise).join(' ');
  return joinStorage(words);
}

function joinStorage(text: string): string {
  return text.replace(/(\d)\s+(?=[gt]b?(?![a-z]))/g, '$1');
}

/** Sizes and storages stand among other letters by themselves; the rest is cut where they were. */
export function readAttributes(text: string, vocabulary: RemarkVocabulary): Attribute[] {
  const attributes: Attribute[] = [];
  let rest = text;
  for (const { value, written } of [...findStorage(text)]) {
    attributes.push({ kind: 'storage', text: value });
    rest = rest.replace(written, ' ');
  }
  for (const { value, written } of findSizes(rest, vocabulary)) {
    attributes.push({ kind: 'size', text: value });
    rest = rest.replace(written, ' ');
  }
  // In a fact, a number by itself is a size: 卡其 31.
  for (const [, number] of rest.matchAll(/(?<=^|\s)(\d{2,3})(?=\s|$)/g)) {
    if (number !== undefined) attributes.push({ kind: 'size', text: number });
  }
  rest = rest.replace(/(?<=^|\s)\d{2,3}(?=\s|$)/g, ' ');
  for (const word of rest.split(/[^\p{Script=Han}a-z0-9]+|码/u).filter((part) => part !== '')) {
    attributes.push({ kind: isColour(word, vocabulary.colours) ? 'colour' : 'word', text: word });
  }
  return attributes;
}

function has({ kind, text }: Attribute, body: string, vocabulary: RemarkVocabulary): boolean {
  if (kind === 'storage')
    return (
      findStorage(body).some(({ value }) => value === text) ||
      new RegExp(`(?<!\\d)${Number.parseInt(text, 10)}(?![\\d.])`).test(body)
    );
  if (kind === 'size')
    return findSizes(body, vocabulary).some(({ value }) => value === text) || isBareNumber(text, body);
  if (kind === 'word' ? body.includes(text) : namesColour(body, text, vocabulary)) return true;
  if (kind === 'colour')
    return findColours(body, vocabulary.colours).some((colour) => sameColour(text, colour, vocabulary.colours));
  return similar(text, body) || namesThing(text, body, vocabulary);
}

/** A numbered size may stand without 码: 换卡其31. */
function isBareNumber(size: string, body: string): boolean {
  return /^\d+$/.test(size) && new RegExp(`(?<![\\d.])${size}(?![\\d.])`).test(body);
}

/** The thing by its noun (耳机 for 蓝牙耳机) or by another name (移动电源 for 充电宝). */
function namesThing(word: string, body: string, { synonyms }: RemarkVocabulary): boolean {
  return synonyms.some(
    (names) =>
      names.some((name) => name.length > 1 && word.endsWith(name)) && names.some((name) => body.includes(name)),
  );
}

function similar(word: string, body: string): boolean {
  let shared = 0;
  for (let i = 0; i + 1 < word.length; i += 1) if (body.includes(word.slice(i, i + 2))) shared += 1;
  return word.length > 2 && (shared / (word.length - 1) >= 0.5 || body.includes(word.slice(-2)));
}

/**
 * The colour's own name, with or without 色 (藏青 for 藏青色), not as part of a shade of it (深蓝色 is not 蓝色).
 * A single character must stand before a size or a storage: 粉m, 银128.
 */
function namesColour(body: string, colour: string, { colours }: RemarkVocabulary): boolean {
  const plain = colour.replace(/色$/, '');
  const isOwn = (at: number, name: string) =>
    (name === colour || name.length > 1 || /[a-z0-9]/.test(body.charAt(at + name.length))) &&
    !colours.shades.some((shade) => body.endsWith(shade, at));
  return [colour, plain].some((name) => occurrences(body, name).some((at) => isOwn(at, name)));
}

/** Another value of the same kind, said instead of the wanted one. */
function otherValue(
  attribute: Attribute,
  before: Attribute[],
  body: string,
  vocabulary: RemarkVocabulary,
): string | undefined {
  const { kind } = attribute;
  if (kind === 'word' || has(attribute, body, vocabulary)) return undefined;
  const old = before.find((b) => b.kind === kind);
  if (kind === 'colour') {
    const colours = findColours(body, vocabulary.colours).filter(
      (colour) => !sameColour(attribute.text, colour, vocabulary.colours),
    );
    const strange = colours.find(
      (colour) => old === undefined || old.text === attribute.text || !sameColour(old.text, colour, vocabulary.colours),
    );
    // The old colour right after 换 or 发 is sent again by mistake.
    const again = colours.find((colour) =>
      /(?:换成?|换发|改发|发|寄|改成)$/.test(body.slice(Math.max(0, colour.start - 3), colour.start)),
    );
    return (strange ?? again)?.text;
  }
  const values =
    kind === 'storage' ? findStorage(body) : [...findSizes(body, vocabulary), ...bareSizes(attribute.text, body)];
  return values.find(({ value }) => old === undefined || old.text === attribute.text || value !== old.text)?.written;
}
