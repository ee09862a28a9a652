import type { Intent } from 'fixtures';
import { RULES } from './intent-rules.ts';

/** 不 and 没 in words that deny nothing, and what they come to. The first that fits counts. */
const HARMLESS: readonly (readonly [RegExp, string])[] = [
  [/不好意思|对不[起住]/g, '抱歉'],
  [/[没沒](?:关系|事儿?|问题)/g, '好的'],
  [/不(?:客气|过|错|少|止|管|论|仅|但|如|妨|同)/g, ''],
  [/(?:不知道?|不晓得)/g, '请问'],
  // 是不是, 能不能, 有没有, 可不可以: a question, not a denial.
  [/(.)[不没]\1/g, '$1'],
  [/要不(?!要)/g, ''],
  [/(?:没有?|未)(?=$|[?,。!])/g, '吗'],
  [/[特分级区]别/g, ''],
  [/别[的家人处]/g, '另'],
];

/** What denies what comes after it, and how far (in characters) it reaches within a clause. */
const DENIAL = /不|没|未|别|勿|甭|无[需法须]/;
const REACH = 6;

/**
 * What a message to a buyer comes to: nothing, one thing or several, in a fixed order. Wording, width and denials are
 * seen to; the patterns are data (`intent-rules.ts`).
 */
export function intentsOf(message: string): Intent[] {
  const text = plain(message);
  return RULES.filter(({ pattern, act }) => {
    for (const { index } of text.matchAll(pattern)) if (!act || !denied(text, index)) return true;
    return false;
  }).map(({ intent }) => intent);
}

function plain(message: string): string {
  const text = message
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[;:、~…\n]/g, ',')
    .replace(/[^\S\n]/g, '');
  return HARMLESS.reduce((now, [word, instead]) => now.replace(word, instead), text);
}

/** Whether a denial of the same clause reaches the place. */
function denied(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const clause = before.slice(Math.max(...[...',。?!.'].map((mark) => before.lastIndexOf(mark))) + 1);
  return DENIAL.test(clause);
}
