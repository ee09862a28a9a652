import type { Matcher, RecordCondition, Step } from 'fixtures';
import { findDates, isIsoDate } from '../check/dates.ts';
import { checkRemark } from '../check/flag-remark.ts';
import { normalise } from '../check/normalise.ts';
import type { Judged, Reason } from './state.ts';

/** An input as it can be judged: its text and, where it was said to a buyer, what that comes to. */
export interface Given {
  text: string;
  intents?: readonly string[];
  /** Finds what earlier records say. */
  recall?: Recall;
}

/** The texts at a path of the records that meet a condition, the oldest first. */
export type Recall = (record: RecordCondition, path: string) => string[];

/**
 * Why an input is not what the matcher wants; nothing where it is. A reason without text leaves the words to the step.
 * A `flag-remark` matcher judges the text only: the flag has a step of its own. `today` is the world's day,
 * `YYYY-MM-DD`.
 */
export function judgeInput(matcher: Matcher, given: Given, today: string): Reason[] {
  const { text, intents = [] } = given;
  switch (matcher.kind) {
    case 'exact':
      return unless(text === matcher.value, matcher);
    case 'one-of':
      return unless(matcher.values.includes(text), matcher);
    case 'contains-all':
      return missingTerms(matcher, normalise(text));
    case 'range':
      return unless(inRange(numberIn(text), matcher), matcher);
    case 'date':
      return unless(onDay(dayIn(text, today), matcher, today), matcher);
    case 'from-scenario':
      return unless(
        [matcher.fact].flat().some((one) => spelled(one) === spelled(text)),
        matcher,
      );
    case 'from-record': {
      const value = given.recall?.(matcher.record, matcher.path).at(-1);
      return unless(value !== undefined && value !== '' && normalise(text).includes(normalise(value)), matcher);
    }
    case 'intents': {
      const { all = [], any } = matcher;
      const some = any === undefined || any.some((one) => intents.includes(one));
      return unless(some && all.every((one) => intents.includes(one)), matcher);
    }
    case 'flag-remark':
      return remarkFindings(matcher, text, today);
    case 'not':
      return unless(judgeInput(matcher.matcher, given, today).length > 0, matcher);
    case 'all':
      return matcher.matchers.flatMap((one) => judgeInput(one, given, today));
    case 'any': {
      const all = matcher.matchers.map((one) => judgeInput(one, given, today));
      if (all.some((reasons) => reasons.length === 0)) return [];
      return matcher.message === undefined ? (all[0] ?? []) : unless(false, matcher);
    }
  }
}

function unless(
  ok: boolean,
  { clause = 'wrong-input', message = '' }: Partial<Record<'clause' | 'message', string | undefined>>,
): Reason[] {
  return ok ? [] : [{ clause, text: message }];
}

type Of<K extends Matcher['kind']> = Extract<Matcher, { kind: K }>;

/** One reason for each term that is not there, so that each costs. */
function missingTerms(
  { terms, clause = 'missing', message = '没有写到“{missing}”' }: Of<'contains-all'>,
  text: string,
): Reason[] {
  return terms
    .map((term) => [term].flat())
    .filter((words) => !words.some((word) => text.includes(normalise(word))))
    .map(([first = '']) => ({ clause, text: message.replace('{missing}', first) }));
}

/** The number that a text is, as money or plain; NaN where it is none. */
function numberIn(text: string): number {
  const [, digits] = /^[¥$]?(-?\d+(?:\.\d+)?)元?$/.exec(text.normalize('NFKC').replace(/[\s,]/g, '')) ?? [];
  return digits === undefined ? Number.NaN : Number(digits);
}

function inRange(
  value: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Of<'range'>,
): boolean {
  return value >= Number(min) && value <= Number(max);
}

/** The day that a text names, `YYYY-MM-DD`; of a time its day. */
function dayIn(text: string, today: string): string | undefined {
  const written = text.trim().slice(0, 10);
  return isIsoDate(written) ? written : findDates(normalise(text), today).find(({ iso }) => iso !== undefined)?.iso;
}

function onDay(day: string | undefined, { from, to }: Of<'date'>, today: string): boolean {
  const bound = (one: string | undefined) => (one === 'today' ? today : one);
  return day !== undefined && day >= (bound(from) ?? day) && day <= (bound(to) ?? day);
}

function spelled(text: string): string {
  return normalise(text).replaceAll(' ', '');
}

function remarkFindings(matcher: Of<'flag-remark'>, memo: string, today: string): Reason[] {
  const { situation, flag, facts, signer, aliases = [] } = matcher;
  const known = typeof facts === 'string' ? {} : facts;
  return checkRemark({ situation, flag: Number(flag), facts: known, signer, aliases, memo, today })
    .findings.filter((finding) => finding.about !== 'flag')
    .map((finding) => ({ clause: finding.rule, text: finding.message }));
}

type StepJudgement = Judged & { slip: boolean };

/** What was judged last: a text is judged when it is typed, and again when the shop says that it was saved. */
const last = new WeakMap<Step, { key: string; judgement: StepJudgement }>();

/** The whole judgement of a step's input: right, a known slip, or otherwise wrong. */
export function judgeStepInput(step: Step, given: Given, today: string): StepJudgement {
  const key = step.input && recalls(step.input) ? '' : [today, given.text, ...(given.intents ?? [])].join('\n');
  const before = last.get(step);
  if (key !== '' && before?.key === key) return before.judgement;
  const judgement = judgeAnew(step, given, today);
  last.set(step, { key, judgement });
  return judgement;
}

/** Does the judgement depend on what came before? */
function recalls(matcher: Matcher): boolean {
  if ('matchers' in matcher) return matcher.matchers.some(recalls);
  return matcher.kind === 'from-record' || (matcher.kind === 'not' && recalls(matcher.matcher));
}

function judgeAnew(step: Step, given: Given, today: string): StepJudgement {
  const input = given.text;
  const reasons = step.input ? judgeInput(step.input, given, today) : [];
  if (reasons.length === 0) return { ok: true, input, reasons, slip: false };
  const slip = step.slips?.find(({ when, target }) => when && !target && judgeInput(when, given, today).length === 0);
  if (slip) return { ok: false, input, reasons: [{ clause: slip.clause, text: slip.message }], slip: true };
  return {
    ok: false,
    input,
    reasons: reasons.map((r) => ({ ...r, text: r.text || `${step.title}：不是这里要的` })),
    slip: false,
  };
}
