import type { Outcome, Rubric } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
import { evidenceFor, outcomeHolds } from './outcomes.ts';
import { itemsIn, type StepShare, shares, wayOf, weightOf } from './shares.ts';
import { type Attempt, type Reason, type StepState, stateOf } from './state.ts';

/** Points lost, with the rubric's clause and the event that shows it. */
export interface Deduction {
  clause: string;
  /** The clause's name in Chinese. */
  title: string;
  /** e.g. `第 7 步 选旗子：第 2 次才做对`. */
  text: string;
  /** Points of 100, two decimals. */
  points: number;
  /** Id of the event; null where something was never done. */
  event: string | null;
}

export interface StepScore {
  id: string;
  title: string;
  /** `correct` at first try without hint, `corrected` later, `faulty` when what was saved still has faults, `missing` when nothing was saved. */
  verdict: 'correct' | 'corrected' | 'faulty' | 'missing';
  points: number;
  max: number;
  hints: number;
  tries: number;
  /** Active ms from the first action or hint about it to its completion. */
  ms: number;
  evidence: string[];
}

/** What the world had to show in the end. */
export interface OutcomeScore {
  id: string;
  title: string;
  holds: boolean;
  points: number;
  /** 0 where it is not earned but only costs. */
  max: number;
}

export interface Score {
  score: number;
  max: number;
  steps: StepScore[];
  outcomes: OutcomeScore[];
  deductions: Deduction[];
}

/** All sums are in hundredths of a point, so that adding up is exact. */
const FULL = 10_000;

/**
 * The score as a pure function of the attempt and its rubric. A step on the way taken earns its share of 100 by
 * weight, times the share for its wrong tries, less the share for its highest hint; what was saved
 * with faults earns what its faults leave; an outcome earns its share whole or not at all; changes nobody asked for
 * and outcomes with a penalty cost extra. Never under 0.
 */
export function scoreOf(attempt: Attempt): Score {
  const { rubric } = attempt.material;
  const earned = attempt.outcomes.filter(({ weight }) => weight !== undefined);
  const byOutcome = rubric.only === 'outcomes' && earned.length > 0;
  const { shares: maxima, rest } = sharesOut(attempt, earned, byOutcome);
  const deductions: Deduction[] = [];
  const steps = maxima.map(({ planned, max }, i) => scoreStep(attempt, planned, i + 1, max, deductions));
  const outcomes = attempt.outcomes.map((outcome) =>
    scoreOutcome(attempt, outcome, rest[earned.indexOf(outcome)] ?? 0, deductions),
  );
  for (const [subject, change] of Object.entries(attempt.collateral)) {
    const points = change.harmful ? (rubric.harm ?? rubric.collateral) : rubric.collateral;
    const lost = Math.round(points * 100 * (change.restored ? 1 - rubric.undoReturns : 1));
    const end = change.restored ? '，后来恢复了' : change.harmful ? '，而且不能撤回' : '';
    const text = `动了任务之外的 …${subject.slice(-4)}${end}`;
    const clause = change.harmful && Object.hasOwn(rubric.clauses, 'harm') ? 'harm' : 'collateral';
    if (lost > 0) deductions.push(deduction(rubric, clause, text, lost, change.event));
  }
  const lost = deductions.reduce((sum, d) => sum + Math.round(d.points * 100), 0);
  return { score: Math.max(0, FULL - lost) / 100, max: 100, steps, outcomes, deductions };
}

/** The steps of the way taken with their shares of the whole, and what is left for each outcome that is earned. */
function sharesOut(
  attempt: Attempt,
  earned: readonly Outcome[],
  byOutcome: boolean,
): { shares: StepShare[]; rest: number[] } {
  const pointsOf = ({ planned, max }: StepShare) => Math.round(scoreStep(attempt, planned, 0, max, []).points * 100);
  const items = itemsIn(attempt.root);
  const weights = items.map((item) => (byOutcome ? 0 : weightOf(attempt.plan, item)));
  const maxima = shares([...weights, ...earned.map(({ weight = 0 }) => weight)], FULL);
  return {
    shares: items.flatMap((item, i) => wayOf(attempt.plan, item, maxima[i] ?? 0, pointsOf)),
    rest: maxima.slice(items.length),
  };
}

function scoreOutcome(attempt: Attempt, outcome: Outcome, max: number, deductions: Deduction[]): OutcomeScore {
  const { rubric } = attempt.material;
  const { id, title, clause, penalty = 0 } = outcome;
  const holds = outcomeHolds(attempt, outcome);
  const lost = holds ? 0 : max + Math.round(penalty * 100);
  if (lost > 0) deductions.push(deduction(rubric, clause, `没有达到：${title}`, lost, evidenceFor(attempt, outcome)));
  return { id, title, holds, points: holds ? max / 100 : 0, max: max / 100 };
}

function scoreStep(attempt: Attempt, planned: PlannedStep, n: number, max: number, deductions: Deduction[]): StepScore {
  const { rubric } = attempt.material;
  const { step, index } = planned;
  const state = stateOf(attempt, index);
  const verdict = verdictOf(state);
  const where = `第 ${n} 步 ${step.title}`;
  let points = max;
  /** Takes at most what is left; the last reason to take anything is the one that shows. */
  const take = (lost: number, clause: string, text: string, event: string | null) => {
    const taken = Math.min(points, Math.round(lost));
    if (taken <= 0) return;
    points -= taken;
    deductions.push(deduction(rubric, clause, text, taken, event));
  };
  if (verdict === 'missing') take(max, 'not-done', `${where}：没有做`, state.evidence.at(-1) ?? null);
  if (verdict === 'faulty') {
    for (const reason of state.saved?.reasons ?? [])
      take(max * faultShare(rubric, reason), reason.clause, `${where}：${reason.text}`, state.saved?.event ?? null);
  }
  const tries = verdict === 'faulty' ? Math.max(0, state.wrong - 1) : state.wrong;
  const kept = rubric.tries[Math.min(tries, rubric.tries.length - 1)] ?? 1;
  const first = state.mistakes[0];
  if (verdict !== 'missing') {
    take(
      max * (1 - kept),
      first?.clause ?? 'tries',
      `${where}：第 ${tries + 1} 次才做对${first ? `（${first.text}）` : ''}`,
      first?.event ?? null,
    );
    take(
      max * (rubric.hints[state.hints] ?? 0),
      'hints',
      `${where}：看了 ${state.hints} 级提示`,
      state.evidence[0] ?? null,
    );
  }
  return {
    id: step.id,
    title: step.title,
    verdict,
    points: points / 100,
    max: max / 100,
    hints: state.hints,
    tries: state.wrong + (state.done ? 1 : 0),
    ms: state.startedAt !== null && state.doneAt !== null ? Math.max(0, Math.round(state.doneAt - state.startedAt)) : 0,
    evidence: state.evidence,
  };
}

function verdictOf(state: StepState): StepScore['verdict'] {
  if (state.done) return state.wrong === 0 && state.hints === 0 ? 'correct' : 'corrected';
  return state.saved ? 'faulty' : 'missing';
}

/** A clause such as `missing:gift` falls back to `missing`, then to `default`, then to the whole step. */
function faultShare({ faults }: Rubric, { clause }: Reason): number {
  return faults[clause] ?? faults[clause.split(':')[0] ?? ''] ?? faults.default ?? 1;
}

function deduction(rubric: Rubric, clause: string, text: string, hundredths: number, event: string | null): Deduction {
  const title = rubric.clauses[clause] ?? rubric.clauses[clause.split(':')[0] ?? ''] ?? clause;
  return { clause, title, text, points: hundredths / 100, event };
}
