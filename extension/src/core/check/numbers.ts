const DIGITS = new Map(
  [...'〇零一二三四五六七八九']
    .map((char, i) => [char, Math.max(0, i - 1)] as const)
    .concat([
      ['两', 2],
      ['贰', 2],
      ['叁', 3],
      ['壹', 1],
      ['肆', 4],
      ['伍', 5],
    ]),
);
const TENS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
]);
const TWENTIES = new Map([
  ['廿', 20],
  ['卅', 30],
]);
/** Longer runs of numerals are no number anybody writes by hand. */
const LONGEST = 12;

export interface NumberRun {
  value: number;
  start: number;
  end: number;
  /** How many characters it was written with; 0 for Chinese numerals. */
  digits: number;
}

/**
 * The number that begins at `at`, in Arabic digits (with decimals if `decimal`) or Chinese
 * numerals up to 999; undefined if none does. Runs of more than 12 characters count as NaN.
 */
export function readNumber(text: string, at: number, decimal = false): NumberRun | undefined {
  let end = at;
  while (isDigit(text, end)) end += 1;
  if (end > at) {
    const digits = end - at;
    if (decimal && text[end] === '.' && isDigit(text, end + 1)) {
      end += 1;
      while (isDigit(text, end)) end += 1;
    }
    const value = end - at > LONGEST ? Number.NaN : Number(text.slice(at, end));
    return { value, start: at, end, digits };
  }
  while (isNumeral(text[end] ?? '')) end += 1;
  if (end === at) return undefined;
  return { value: end - at > LONGEST ? Number.NaN : chineseValue(text.slice(at, end)), start: at, end, digits: 0 };
}

/** All numbers of a text from left to right. */
export function findNumbers(text: string, decimal = false): NumberRun[] {
  const found: NumberRun[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const run = readNumber(text, at, decimal);
    if (run) {
      found.push(run);
      at = run.end - 1;
    }
  }
  return found;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isNumeral(char: string): boolean {
  return DIGITS.has(char) || TENS.has(char) || TWENTIES.has(char);
}

function chineseValue(numeral: string): number {
  let total = 0;
  let pending: number | undefined;
  let placed = false;
  for (const char of numeral) {
    const ten = TENS.get(char);
    const twenty = TWENTIES.get(char);
    const digit = DIGITS.get(char) ?? 0;
    if (ten !== undefined) {
      total += (pending ?? 1) * ten;
      pending = undefined;
      placed = true;
    } else if (twenty !== undefined) {
      total += twenty;
      placed = true;
    } else if (pending === undefined || placed) {
      pending = digit;
    } else {
      // Digits in a row without a place, as in 二〇二六.
      pending = pending * 10 + digit;
    }
  }
  return total + (pending ?? 0);
}
