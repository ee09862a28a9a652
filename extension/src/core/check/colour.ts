import type { RemarkVocabulary } from 'fixtures';

type Words = RemarkVocabulary['colours'];

/** A colour named in a text: 深蓝, 红, 黑. */
export interface Colour {
  base: string;
  /** 深, 浅, 藏 … before it. */
  shade: string;
  text: string;
  start: number;
}

/** Bases that mean a colour only with 色 behind them. */
const WEAK = new Set(['金', '银', '米', '青', '粉', '橘', '咖', '杏']);

/** All colours named in a text, but not 红包 or 白天. */
export function findColours(text: string, words: Words): Colour[] {
  const found: Colour[] = [];
  for (const base of words.bases) {
    for (let at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + 1)) {
      if (WEAK.has(base) && text.charAt(at + base.length) !== '色') continue;
      if (words.notColours.some((word) => covers(text, word, at))) continue;
      const shade = words.shades.find((s) => text.startsWith(s, at - s.length)) ?? '';
      const start = at - shade.length;
      found.push({ base, shade, start, text: text.slice(start, at + base.length) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function covers(text: string, word: string, at: number): boolean {
  for (let from = Math.max(0, at - word.length + 1); from <= at; from += 1)
    if (text.startsWith(word, from)) return true;
  return false;
}

/** Is this word of a variant a colour: 蓝色, 曜石黑, 透明? */
export function isColour(word: string, words: Words): boolean {
  return baseOf(word, words) !== undefined;
}

/** Does a colour in a text stand for this colour word (蓝 for 蓝色, 黑 for 曜石黑)? Shades must not differ. */
export function sameColour(word: string, colour: Colour, words: Words): boolean {
  const own = findColours(withSuffix(word), words).at(-1);
  return baseOf(word, words) === colour.base && (colour.shade === '' || colour.shade === (own?.shade ?? ''));
}

function withSuffix(word: string): string {
  return word.endsWith('色') ? word : `${word}色`;
}

function baseOf(word: string, { bases }: Words): string | undefined {
  const plain = word.endsWith('色') ? word.slice(0, -1) : word;
  return bases.find((base) => plain.endsWith(base));
}
