import type { Action } from 'fixtures';
import { identifies, inRow, matches } from '../lesson/match.ts';
import type { PlannedStep } from '../lesson/plan.ts';
import type { Verdict } from '../ports.ts';
import { judgeStepInput } from './judge-input.ts';
import { type Attempt, type Judged, reachable, settled, stageDone, stateOf, timely } from './state.ts';

/** The verdict on an action, and what it means for the step it was about. */
export interface Judgement {
  verdict: Omit<Verdict, 'event'>;
  /** Step concerned; absent when the action was about none. */
  index?: number;
  judged?: Judged;
  /** `accept`: counts for the step. `repeat`: taken again in an unfinished stage. `mistake`: a wrong try. `early`: right but not yet. */
  effect: 'accept' | 'repeat' | 'mistake' | 'early' | 'none';
}

/**
 * One verdict for one action. A step that is open, reachable and timely comes first; then one that
 * is done but in an unfinished stage (people correct themselves); then one that is not due yet;
 * then the right control in a wrong row; then what the lesson's guards name. All else is reading,
 * and reading is free.
 */
export function judge(attempt: Attempt, action: Action): Judgement {
  // The option is what the step's input is judged by.
  const alike = attempt.plan.filter(
    (p) => p.step.action === action.action && identifies(p.step.target, action.selection),
  );
  const candidates = alike.filter((p) => inRow(p.step.target.row, action.selection.row));
  const open = candidates.filter((p) => !stateOf(attempt, p.index).done);
  const due = open.find((p) => reachable(attempt, p) && timely(attempt, p));
  if (due) return judgeStep(attempt, due, action, 'accept');
  const again = candidates.find((p) => stateOf(attempt, p.index).done && !stageDone(attempt, p.stage));
  if (again) return judgeAgain(attempt, again, action);
  const waiting = open.find((p) => reachable(attempt, p));
  if (waiting) return early(waiting, action, missingBefore(attempt, waiting));
  const later = open[0];
  if (later) return early(later, action, missingBefore(attempt, later));
  const held = attempt.guards.find(
    (g) => matches(g.target, action.selection) && !g.unless.some((row) => matches({ row }, action.selection)),
  );
  const [misplaced] = alike;
  if (candidates.length === 0 && misplaced) return wrongRow(attempt, misplaced, action, held?.clause);
  if (held)
    return {
      verdict: { kind: 'harmful', text: held.message, reasons: [{ clause: held.clause, text: held.message }] },
      effect: 'none',
    };
  return {
    verdict: { kind: 'off-task', text: candidates.length > 0 ? '这一步已经做好了' : '', reasons: [] },
    effect: 'none',
  };
}

function judgeStep(attempt: Attempt, planned: PlannedStep, action: Action, effect: 'accept' | 'repeat'): Judgement {
  const { step, index } = planned;
  const about = { step: step.id };
  if (!step.input) return { verdict: { kind: 'correct', ...about, text: step.title, reasons: [] }, index, effect };
  const { slip, ...judged } = judgeStepInput(step, action.input ?? '', attempt.today);
  if (judged.ok)
    return { verdict: { kind: 'correct', ...about, text: step.title, reasons: [] }, index, judged, effect };
  const [only, ...others] = judged.reasons;
  const text = others.length > 0 ? `${step.title}：有 ${judged.reasons.length} 处要改` : (only?.text ?? '');
  return {
    verdict: { kind: slip ? 'slip' : 'wrong-input', ...about, text, reasons: judged.reasons },
    index,
    judged,
    effect: 'mistake',
  };
}

function judgeAgain(attempt: Attempt, planned: PlannedStep, action: Action): Judgement {
  if (planned.step.input) return judgeStep(attempt, planned, action, 'repeat');
  if (planned.requires.every((index) => settled(attempt, index))) return judgeStep(attempt, planned, action, 'repeat');
  return early(planned, action, missingBefore(attempt, planned));
}

function early({ step, index }: PlannedStep, action: Action, text: string): Judgement {
  const judged = step.input
    ? { judged: { ok: false, input: action.input ?? '', reasons: [{ clause: 'too-early', text }] } }
    : {};
  return {
    verdict: { kind: 'correct-later', step: step.id, text, reasons: [{ clause: 'too-early', text }] },
    index,
    ...judged,
    effect: 'early',
  };
}

/** What still has to be done before a step, in words. */
function missingBefore(attempt: Attempt, planned: PlannedStep): string {
  const untimely = [...planned.requires, planned.index]
    .map((index) => attempt.plan[index])
    .find((p) => p && !timely(attempt, p));
  if (untimely?.step.after) return untimely.step.after.message;
  const missing = planned.requires.find((index) => !settled(attempt, index));
  const before = missing === undefined ? undefined : attempt.plan[missing];
  if (!before) return '现在还不到时候';
  const reasons = stateOf(attempt, before.index)
    .typed?.reasons.map((r) => r.text)
    .join('；');
  return reasons ? `「${before.step.title}」还不对：${reasons}` : `先完成「${before.step.title}」`;
}

/** The right control in a row that the task does not name. */
function wrongRow(attempt: Attempt, planned: PlannedStep, action: Action, clause = 'wrong-target'): Judgement {
  const [key = '', id = ''] =
    Object.entries(action.selection.row).find(([k]) => k in (planned.step.target.row ?? {})) ?? [];
  const name = attempt.lesson.rows[key] ?? '一行';
  const text = `…${id.slice(-4)} 不是要处理的那笔${name}，请核对${name}编号`;
  return { verdict: { kind: 'wrong-target', text, reasons: [{ clause, text }] }, effect: 'none' };
}
