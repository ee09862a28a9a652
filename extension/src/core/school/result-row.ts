import type { Mode, Ticket } from 'fixtures';
import type { Grade } from '../assess/grade.ts';
import type { Deduction, StepScore } from '../assess/score.ts';
import { type Fault, headCode } from '../log/chain.ts';
import type { Regrade } from '../log/regrade.ts';

/** What a class's results are collected under. */
export interface Scope {
  class: string;
  /** The exam, or null for what was practised without one. */
  ticket: Ticket | null;
}

/** Stands for "without an exam" where a nonce is asked for. */
export const PRACTICE = 'practice';

/** One verified result, as much of it as a list of ten thousand can hold. */
export interface ResultRow {
  attempt: string;
  class: string;
  /** Nonce, or `PRACTICE`. */
  ticket: string;
  account: string;
  pack: string;
  lesson: string;
  title: string;
  mode: Mode;
  /** Of 100, as the log alone gives it. */
  score: number;
  /** The score after deductions were overruled, where any was. */
  ruled?: number;
  /** Ms since the epoch, as the student's clock said. */
  startedAt: number;
  /** Ms after the exam opened; null without one. */
  late: number | null;
  /** Active ms. */
  ms: number;
  ended: NonNullable<Grade['ended']>;
  code: string;
  checksum: string;
  flags: string[];
}

/** What the points of one result rest on. */
export interface ResultDetail {
  attempt: string;
  steps: Omit<StepScore, 'evidence'>[];
  deductions: Deduction[];
}

/** A file that was not taken in, and why. */
export interface Refused {
  name: string;
  faults: Fault[];
}

/** What became of handed files since the last word. */
export interface HandInStep {
  good: number;
  refused: Refused[];
}

/** Names of a class's accounts. */
export type Names = ReadonlyMap<string, string>;

/**
 * Where a regraded file belongs in a class, or everything that keeps it out: what is wrong with the file itself, an
 * attempt still open, another exam, another student, one that was taken in before (`known`: ids of attempts).
 */
export function takeIn(
  { file, grade, checksum, faults }: Regrade,
  scope: Scope,
  names: Names,
  known: ReadonlySet<string>,
): { row: ResultRow; detail: ResultDetail } | { faults: Fault[] } {
  const [first] = file?.events ?? [];
  if (!file || !grade || first?.kind !== 'attempted') return { faults };
  const all = [...faults];
  const fault = (code: string, text: string) => all.push({ code, text });
  const mark = first.data.ticket;
  if (scope.ticket && mark?.nonce !== scope.ticket.nonce)
    fault('ticket-other', mark ? '属于另一张考卷' : '不是用这张考卷做的');
  if (!scope.ticket && mark) fault('ticket-other', '是用考卷做的，请在那张考卷下收');
  const { account, name } = grade.student;
  const listed = names.get(account);
  if (listed === undefined) fault('student-other', `「${scope.class}」的名册里没有账号 ${account || '（空）'}`);
  else if (listed !== name) fault('student-other', `账号 ${account} 在名册里是「${listed}」，文件里是「${name}」`);
  if (grade.ended === null) fault('not-ended', '这次作答还没有结束');
  if (known.has(file.attempt)) fault('duplicate', '这次作答已经收过了');
  if (all.length > 0 || grade.ended === null) return { faults: all };
  const row: ResultRow = {
    attempt: file.attempt,
    class: scope.class,
    ticket: scope.ticket?.nonce ?? PRACTICE,
    account,
    pack: grade.pack,
    lesson: grade.lesson,
    title: grade.title,
    mode: grade.mode,
    score: grade.score,
    startedAt: first.wall,
    late: mark?.late ?? null,
    ms: grade.ms,
    ended: grade.ended,
    code: headCode(file.head),
    checksum: checksum ?? '',
    flags: grade.flags,
  };
  const steps = grade.steps.map(({ evidence: _, ...step }) => step);
  return { row, detail: { attempt: file.attempt, steps, deductions: grade.deductions } };
}

/** The score that stands: the log's, unless a teacher has overruled a deduction. */
export function finalScore({ ruled, score }: ResultRow): number {
  return ruled ?? score;
}
