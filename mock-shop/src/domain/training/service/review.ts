import type { Grade, Shift, ShopRecord, TableItem, Visitor } from 'fixtures';
import type { ShopState } from '../../state.ts';
import { scriptOf, textsOf } from './desk.ts';
import { sinceStart } from './seen.ts';

/** What an evaluation rests on: an answer with all that could have been said, or something that happened. */
export interface ReviewEntry {
  seq: number;
  visitor_id: string;
  nick: string;
  /** Real seconds after the round's beginning. */
  after: number;
  faq: string;
  phase: string;
  /** In one line: what it was. */
  what: string;
  answer?: {
    question: string;
    text: string;
    how: 'choice' | 'text';
    grade: Grade;
    why: string;
    seconds: number;
    mood: [before: number, after: number];
    breaks?: string;
    technique?: string;
    step?: string;
    /** All four, the best first. */
    options: { grade: Grade; text: string; why: string }[];
  };
}

const WHAT: Readonly<Record<string, string>> = {
  'visitor.arrived': '来访，没有人答复',
  'visitor.opened': '点开了，没有答复',
  'visitor.nudged': '催问，没有人答复',
  'visitor.left': '等不及，走了',
};

/** 评价表 6-1 of a round. @param records those of the world, or at least of the round */
export function reviewSheet(state: ShopState, shift: Shift, records: readonly ShopRecord[]): TableItem[] {
  return textsOf(state).table61(records, shift.shift_id);
}

/**
 * Entries of a round, in order: every answer, or what one item of the sheet rests on.
 * @param item id of the sheet's item; empty: all answers
 */
export function reviewEntries(
  state: ShopState,
  shift: Shift,
  records: readonly ShopRecord[],
  { item, page, size }: { item: string; page: number; size: number },
): { entries: ReviewEntry[]; total: number } {
  const rests = item === '' ? undefined : reviewSheet(state, shift, records).find(({ id }) => id === item)?.evidence;
  const wanted = new Set(rests);
  const found = records.filter(({ seq, type, subject }) =>
    rests ? wanted.has(seq) : type === 'visitor.answered' && subject.startsWith(`${shift.shift_id}-`),
  );
  const entries = found.slice((page - 1) * size, page * size).flatMap((record) => {
    const visitor = state.visitors.get(record.subject);
    return visitor ? [entryOf(state, shift, record, visitor)] : [];
  });
  return { entries, total: found.length };
}

function entryOf(state: ShopState, shift: Shift, { seq, type, at, data }: ShopRecord, visitor: Visitor): ReviewEntry {
  const { FAQ_LABEL, PHASE_LABEL, phaseOf } = textsOf(state);
  const entry = {
    seq,
    visitor_id: visitor.visitor_id,
    nick: visitor.nick,
    after: sinceStart(shift, at),
    faq: `${visitor.faq} ${FAQ_LABEL[visitor.faq]}`,
    phase: PHASE_LABEL[phaseOf(visitor.faq)],
    what: WHAT[type] ?? '',
  };
  if (type !== 'visitor.answered') return entry;
  return { ...entry, what: endOf(data), answer: answerOf(state, data, visitor) };
}

function endOf({ result, broken, deal }: ShopRecord['data']): string {
  if (result === 'on') return '买家接着问';
  if (result === 'content') return deal ? '满意，下单了' : '满意，对话结束';
  return broken ? '不满意，中途走了' : '不满意，对话结束';
}

function answerOf(state: ShopState, data: ShopRecord['data'], visitor: Visitor): NonNullable<ReviewEntry['answer']> {
  const { filled, BREACH_LABEL } = textsOf(state);
  const turn = Number(data.turn);
  const line = studentLine(visitor, turn);
  const { breaks, technique, step } = data as { breaks?: keyof typeof BREACH_LABEL; technique?: string; step?: string };
  const { facts } = visitor;
  return {
    question: questionBefore(visitor, line),
    text: visitor.messages[line]?.text ?? '',
    how: data.how === 'text' ? 'text' : 'choice',
    grade: data.grade as Grade,
    why: String(data.why),
    seconds: Number(data.seconds),
    mood: [Number(data.mood_before), Number(data.mood_after)],
    ...(breaks && { breaks: BREACH_LABEL[breaks] }),
    ...(technique && { technique }),
    ...(step && { step }),
    options: ORDER.flatMap((grade) => {
      const answer = scriptOf(state, visitor).turns[turn]?.answers.find((one) => one.grade === grade);
      return answer ? [{ grade, text: filled(answer.text, facts), why: filled(answer.why, facts) }] : [];
    }),
  };
}

const ORDER: readonly Grade[] = ['best', 'acceptable', 'weak', 'harmful'];

/** Where the answer to that turn stands among the talk's lines. */
function studentLine({ messages }: Visitor, turn: number): number {
  let left = turn;
  return messages.findIndex(({ from }) => from === 'student' && left-- === 0);
}

/** What the visitor had asked: the first of the lines since the answer before; the rest is impatience. */
function questionBefore({ messages }: Visitor, line: number): string {
  const before = messages.findLastIndex(({ from }, at) => at < line && from === 'student');
  return messages[before + 1]?.text ?? '';
}
