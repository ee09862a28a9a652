import { type FoundDate, findDates } from './dates.ts';
import { normalise } from './normalise.ts';

/** Who signed a remark and when, and what is left without that. */
export interface Signature {
  /** The name as written, when it stands at the end. */
  name?: string;
  /** The remark's date. */
  date?: FoundDate;
  /** The remark without its signature. */
  body: string;
}

const PUNCTUATION = new Set([...' ,.。;；:!！?？()[]{}【】《》<>〈〉「」『』/\\|-_—–·、"\'“”‘’@#*=+&^…→']);
const TIME =
  /(?:[0-2]?\d:[0-5]\d(?::[0-5]\d)?|(?:上午|下午|晚上|中午|早上)?\d{1,2}(?:点半?|时)(?:\d{1,2}分?)?|上午|下午|晚上|中午|早上)$/;
const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]$/;
const DAY_WORDS = ['今天', '今日', '昨天', '昨日', '前天', '当天', '即日'];
/** What makes a date part of what is said rather than the date of saying it. */
const BOUND_AFTER = [
  '前',
  '后',
  '以前',
  '以后',
  '之前',
  '之后',
  '起',
  '再',
  '才',
  '左右',
  '发',
  '寄',
  '到期',
  '到货',
  '期间',
  '至',
  '到',
  '(含',
  '那天',
  '过后',
  '方可',
  '可发',
];
const BOUND_BEFORE = [
  '到',
  '至',
  '等',
  '过',
  '截止',
  '约',
  '定于',
  '改为',
  '推迟',
  '延',
  '预计',
  '在',
  '约定',
  '下单',
  '于',
  '要求',
  '费',
  '差价',
];
const EVENTS = ['下单', '拍下', '付款', '来电', '收到', '签收', '发出', '寄出', '寄回', '购买', '已发'];

/**
 * Reads a normalised remark from its end: name and date in either order, with labels, brackets, time
 * of day and weekday between them. The name counts only there. The remark's date is the one there,
 * else one at the remark's head or beside the name, else any that is not part of what is said
 * ("28号前不发", the day `until`). `names` are the signer's name and ids.
 */
export function readSignature(text: string, names: string[], labels: string[], today: string, until = ''): Signature {
  const dates = findDates(text, today);
  const signers = names.map(normalise).filter((name) => name !== '');
  const tail = readTail(text, signers, labels, dates, today);
  const body = stripEnd(text.slice(0, tail.end));
  const date = tail.date ?? elsewhere(body, dates, signers, until);
  return { ...(tail.name === undefined ? {} : { name: tail.name }), ...(date ? { date } : {}), body };
}

interface Tail {
  name?: string;
  date?: FoundDate;
  /** Where the signature begins. */
  end: number;
}

function readTail(text: string, signers: string[], labels: string[], dates: FoundDate[], today: string): Tail {
  const tail: Tail = { end: text.length };
  const datesByEnd = new Map(dates.map((date) => [date.end, date]));
  let end = text.length;
  let dated = false;
  for (;;) {
    while (end > 0 && PUNCTUATION.has(text.charAt(end - 1))) end -= 1;
    // Only what lies just before matters: keeps this linear.
    const near = text.slice(Math.max(0, end - 64), end);
    const date = datesByEnd.get(end);
    const name = tail.name === undefined ? longest(signers, near) : undefined;
    if (date && !dated && belongs(text, date, tail.name !== undefined, signers, today)) {
      dated = true;
      if (date.kind === 'full') tail.date = date;
      end = date.start;
    } else if (name !== undefined) {
      tail.name = name;
      end -= name.length;
    } else {
      const small =
        TIME.exec(near)?.[0] ?? WEEKDAY.exec(near)?.[0] ?? longest(DAY_WORDS, near) ?? longest(labels, near);
      if (small === undefined) return tail;
      end -= small.length;
      continue;
    }
    tail.end = end;
  }
}

function longest(words: string[], near: string): string | undefined {
  return words.filter((word) => near.endsWith(word)).sort((a, b) => b.length - a.length)[0];
}

/** A date that ends the text belongs to the signature unless something before says it is what is waited for. */
function belongs(text: string, date: FoundDate, named: boolean, signers: string[], today: string): boolean {
  const before = text.slice(0, date.start);
  // Four digits are a date only right behind the name: before it they are a room number.
  if (date.compact === 4) return signers.some((name) => stripEnd(before).endsWith(name));
  if (date.compact !== undefined && date.iso === undefined) return false;
  if (date.kind === 'partial' && named) return false;
  // Nobody waits for a day that has come: 买家愿等 11.20 is dated.
  if (date.iso !== undefined && date.iso <= today) return !before.endsWith('下单');
  return !BOUND_BEFORE.some((word) => word !== '于' && word !== '在' && before.endsWith(word));
}

/** The text without the punctuation at its end. */
function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && PUNCTUATION.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function elsewhere(body: string, dates: FoundDate[], signers: string[], until: string): FoundDate | undefined {
  const free = dates.filter(
    (date) =>
      date.kind === 'full' && date.end <= body.length && date.compact !== 4 && (until === '' || date.iso !== until),
  );
  const head = free.find((date) => isHead(body, date, signers));
  if (head && (isBesideName(body, head, signers) || !bound(body, head))) return head;
  return free.find((date) => date.iso !== undefined && !bound(body, date) && !followed(body, date, EVENTS));
}

function isHead(body: string, date: FoundDate, signers: string[]): boolean {
  return stripEnd(body.slice(0, date.start)) === '' || isBesideName(body, date, signers);
}

function isBesideName(body: string, date: FoundDate, signers: string[]): boolean {
  return signers.includes(stripEnd(body.slice(0, date.start)));
}

function bound(body: string, date: FoundDate): boolean {
  const before = body.slice(Math.max(0, date.start - 4), date.start);
  return followed(body, date, BOUND_AFTER) || BOUND_BEFORE.some((word) => before.endsWith(word));
}

function followed(body: string, date: FoundDate, words: string[]): boolean {
  return words.some((word) => body.startsWith(word, date.end));
}
