import type { Rubric } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
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

export interface Score {
  score: number;
  max: number;
  steps: StepScore[];
  deductions: Deduction[];
}

/** All sums are in hundredths of a point, so that adding up is exact. */
const FULL = 10_000;

/**
 * The score as a pure function of the attempt and its rubric. A step earns its share of 100 by
 * weight, times the share for its wrong tries, less the share for its highest hint; what was saved
 * with faults earns what its faults leave; changes nobody asked for cost extra. Never under 0.
 */
export function scoreOf(attempt: Attempt): Score {
  const required = attempt.plan.filter((p) => !p.optional);
  const maxima = shares(required.map((p) => p.step.weight));
  const deductions: Deduction[] = [];
  const steps = required.map((planned, i) => scoreStep(attempt, planned, i + 1, maxima[i] ?? 0, deductions));
  const { rubric } = attempt.material;
  for (const [subject, change] of Object.entries(attempt.collateral)) {
    const lost = Math.round(rubric.collateral * 100 * (change.restored ? 1 - rubric.undoReturns : 1));
    const text = change.restored
      ? `动了任务之外的 …${subject.slice(-4)}，后来恢复了`
      : `动了任务之外的 …${subject.slice(-4)}`;
    if (lost > 0) deductions.push(deduction(rubric, 'collateral', text, lost, change.event));
  }
  const lost = deductions.reduce((sum, d) => sum + Math.round(d.points * 100), 0);
  return { score: Math.max(0, FULL - lost) / 100, max: 100, steps, deductions };
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

/** Splits 100.00 points by weight so that the parts add up exactly (largest remainder). */
function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((w) => (w / sum) * FULL);
  const parts = exact.map(Math.floor);
  const order = exact.map((x, i) => ({ i, rest: x - Math.floor(x) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const left = FULL - parts.reduce((a, b) => a + b, 0);
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}
