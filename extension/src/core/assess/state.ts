import type { Facts, Lesson, Material, Mode, Outcome, ShopRecord, Student } from 'fixtures';
import type { PlanNode, PlannedStep } from '../lesson/plan.ts';
import type { Verdict } from '../ports.ts';
import type { Clock } from './clock.ts';

/** Why something was not right: the rubric's clause and a sentence. */
export interface Reason {
  clause: string;
  text: string;
}

/** An input as the matcher judged it. */
export interface Judged {
  ok: boolean;
  input: string;
  reasons: Reason[];
}

/** What a student has done about one step. */
export interface StepState {
  /** Wrong tries so far. */
  wrong: number;
  /** Highest hint level shown, 0 to 4, and when (active ms). */
  hints: number;
  hintAt: number;
  /** The answer itself (hint 4) was asked for before anything was tried. */
  answerFirst: boolean;
  /** The first attempt, once there was one: asking for a hint makes it incorrect (as in CTAT and DataShop). */
  first: 'correct' | 'incorrect' | null;
  /** The last input given, not saved yet. */
  typed: Judged | null;
  /** The control was pressed and its record is awaited. */
  pressed: boolean;
  /** What was said about it so far, and what that came to: of a step that gathers talk. */
  heard: { text: string; intents: readonly string[] } | null;
  /** What the shop's record says was saved last, with the event that saved it. */
  saved: (Judged & { event: string }) | null;
  done: boolean;
  /** Active ms of the first action or hint about it, and of its completion. */
  startedAt: number | null;
  doneAt: number | null;
  /** Wrong tries with their events, in order. */
  mistakes: (Reason & { event: string })[];
  /** Ids of the events it was judged by. */
  evidence: string[];
}

/** Something of the world that changed though the task did not name it. */
export interface Collateral {
  /** Its fields that changed, as they were before the attempt touched them and as they are now; null where there is none. */
  was: Readonly<Record<string, unknown>>;
  is: Readonly<Record<string, unknown>>;
  restored: boolean;
  /** Nobody can take it back. */
  harmful: boolean;
  event: string;
}

/** A record that was taken in; the newest first. */
export interface Past {
  record: ShopRecord;
  event: string;
  before: Past | null;
}

/** A line of the timeline; the newest first. */
export interface Trail {
  event: string;
  seq: number;
  kind: string;
  /** Active ms. */
  at: number;
  wall: number;
  text: string;
  verdict?: Verdict;
  /** Ids of the row an action was done in. */
  row?: Record<string, string>;
  before: Trail | null;
}

/** An attempt: the fold over its log. Plain data, never changed in place. */
export interface Attempt {
  readonly id: string;
  readonly mode: Mode;
  readonly student: Student;
  readonly material: Material;
  /** The lesson with its templates resolved. */
  readonly lesson: Lesson;
  readonly task: { text: string; items: string[] };
  readonly guards: {
    target: Lesson['guards'][number]['target'];
    unless: Record<string, string>[];
    message: string;
    clause: string;
  }[];
  readonly facts: Facts;
  readonly plan: readonly PlannedStep[];
  readonly root: PlanNode;
  readonly outcomes: readonly Outcome[];
  readonly limit: number | null;
  /** Number of the last event folded in. */
  readonly seq: number;
  /** Hash of the last event folded in. */
  readonly head: string;
  readonly clock: Clock;
  /** The shop's world, bound by its first record. */
  readonly world: string | null;
  /** Number of the last record applied, and those that came before their turn. */
  readonly lastRecord: number;
  readonly early: readonly { record: ShopRecord; event: string }[];
  /** Simulated day of the world, `YYYY-MM-DD`. */
  readonly today: string;
  readonly steps: readonly StepState[];
  /** Step last worked at. */
  readonly touched: number | null;
  /** Keys of the records that steps wait for (`after`), once they came. */
  readonly met: readonly number[];
  readonly collateral: Readonly<Record<string, Collateral>>;
  /** The records taken in. */
  readonly past: Past | null;
  readonly mastery: Readonly<Record<string, number>>;
  readonly prior: Readonly<Record<string, number>>;
  readonly trail: Trail | null;
  /** Verdicts that a later record changed, by event. */
  readonly revised: Readonly<Record<string, Verdict>>;
  readonly verdict: Verdict | null;
  readonly notice: string | null;
  readonly flags: readonly string[];
  readonly ended: { reason: 'completed' | 'submitted' | 'timeout' | 'abandoned'; event: string } | null;
}

export const UNTOUCHED: StepState = {
  wrong: 0,
  hints: 0,
  hintAt: 0,
  answerFirst: false,
  first: null,
  typed: null,
  pressed: false,
  heard: null,
  saved: null,
  done: false,
  startedAt: null,
  doneAt: null,
  mistakes: [],
  evidence: [],
};

/** The attempt with one step's state changed. */
export function withStep(attempt: Attempt, index: number, change: Partial<StepState>): Attempt {
  const steps = attempt.steps.slice();
  steps[index] = { ...stateOf(attempt, index), ...change };
  return { ...attempt, steps };
}

export function stateOf(attempt: Attempt, index: number): StepState {
  return attempt.steps[index] ?? UNTOUCHED;
}

/** Good enough for what comes after it: done, or rightly filled in and only to be saved yet. What was typed last decides. */
export function settled(attempt: Attempt, index: number): boolean {
  const { typed, done } = stateOf(attempt, index);
  return typed ? typed.ok : done;
}

/** Tells of a step's index whether it is done. */
export function isDone(attempt: Attempt): (index: number) => boolean {
  return (index) => stateOf(attempt, index).done;
}

/** All required steps of a stage are done. */
export function stageDone(attempt: Attempt, stage: number): boolean {
  return attempt.plan.every((p) => p.stage !== stage || p.optional || stateOf(attempt, p.index).done);
}

/** Its `after` condition has come true, or it has none. */
export function timely(attempt: Attempt, planned: PlannedStep): boolean {
  return planned.step.after === undefined || attempt.met.includes(planned.index);
}

/** Replaces the verdict of an earlier action: only a record can show that it undid something or broke it. */
export function revise(attempt: Attempt, verdict: Verdict): Attempt {
  return { ...attempt, revised: { ...attempt.revised, [verdict.event]: verdict }, verdict };
}

/** Raises a flag for the teacher, once. */
export function flagged(attempt: Attempt, flag: string): Attempt {
  return attempt.flags.includes(flag) ? attempt : { ...attempt, flags: [...attempt.flags, flag] };
}
