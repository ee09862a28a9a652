import type { Action } from 'fixtures';
import { matches } from '../lesson/match.ts';
import type { PlannedStep } from '../lesson/plan.ts';
import type { Verdict } from '../ports.ts';
import { likeness } from './acts.ts';
import { judgeStepInput } from './judge-input.ts';
import { recallIn } from './outcomes.ts';
import { isClosed, reachable, unsettledIn } from './path.ts';
import { type Attempt, type Judged, stageDone, stateOf, timely } from './state.ts';
import { wrongRow } from './wrong-row.ts';

/** What an action does to a step. */
export interface Deed {
  index: number;
  judged?: Judged;
  /** `accept`: counts for the step, also again in an unfinished stage. `mistake`: a wrong try. `early`: right but not yet. */
  effect: 'accept' | 'mistake' | 'early';
}

/** The verdict on an action, and what it means for the steps it was about: the first one for whose sake it was given. */
export interface Judgement {
  verdict: Omit<Verdict, 'event'>;
  deeds: readonly Deed[];
}

/**
 * One verdict for one action. A step that is open, reachable and timely comes first; then one that
 * is done but in an unfinished stage (people correct themselves); then a known slip; then a step that is not due yet;
 * then the right control in a wrong row; then what the lesson's guards name. All else is reading,
 * and reading is free.
 */
export function judge(attempt: Attempt, action: Action): Judgement {
  const here: PlannedStep[] = [];
  const alike: PlannedStep[] = [];
  for (const planned of attempt.plan) {
    const like = likeness(planned.step, action);
    if (like !== null) alike.push(planned);
    if (like === 'same') here.push(planned);
  }
  const candidates = here.filter((p) => !p.step.record?.gather);
  const open = candidates.filter((p) => !stateOf(attempt, p.index).done && !isClosed(attempt, p));
  const now = open.filter((p) => reachable(attempt, p));
  const due = now.filter((p) => timely(attempt, p));
  const first = due.find((p) => !p.optional) ?? due[0];
  if (first) return judgeTwins(attempt, [first, ...due.filter((p) => isElsewhere(p, first))], action);
  const again = candidates.find((p) => stateOf(attempt, p.index).done && !stageDone(attempt, p.stage));
  if (again?.step.input || (again && reachable(attempt, again))) return judgeStep(attempt, again, action);
  if (again) return early(attempt, again, action);
  const slip = slipOf(attempt, action);
  if (slip) return slip;
  const later = now[0] ?? open[0];
  if (later) return early(attempt, later, action);
  const held = attempt.guards.find(
    (g) => matches(g.target, action.selection) && !g.unless.some((row) => matches({ row }, action.selection)),
  );
  if (here.length === 0 && alike.length > 0)
    return { verdict: wrongRow(attempt, alike, action, held?.clause), deeds: [] };
  if (held)
    return {
      verdict: { kind: 'harmful', text: held.message, reasons: [{ clause: held.clause, text: held.message }] },
      deeds: [],
    };
  return {
    verdict: { kind: 'off-task', text: candidates.length > 0 ? '这一步已经做好了' : '', reasons: [] },
    deeds: [],
  };
}

/** Are the two in different branches of a choice, so that one action may be meant for either? */
function isElsewhere(one: PlannedStep, other: PlannedStep): boolean {
  return one.branches.some((a) => other.branches.some((b) => a.choice === b.choice && a.branch !== b.branch));
}

/** Steps of different branches that one action may be meant for: it is right if it is right for one of them. */
function judgeTwins(attempt: Attempt, twins: readonly PlannedStep[], action: Action): Judgement {
  const all = twins.map((planned) => judgeStep(attempt, planned, action));
  const right = all.filter((one) => one.verdict.kind === 'correct');
  const told = right.length > 0 ? right : all;
  const best = told.find((one) => one.verdict.kind === 'slip') ?? told[0];
  if (!best) return { verdict: { kind: 'off-task', text: '', reasons: [] }, deeds: [] };
  return { ...best, deeds: [best, ...told.filter((one) => one !== best)].flatMap(({ deeds }) => deeds) };
}

function judgeStep(attempt: Attempt, { step, index }: PlannedStep, action: Action): Judgement {
  const right = (judged?: Judged): Judgement => ({
    verdict: { kind: 'correct', step: step.id, text: step.title, reasons: [] },
    deeds: [{ index, effect: 'accept', ...(judged && { judged }) }],
  });
  // A button says nothing of what it saves: the record will.
  if (!step.input || (action.input === undefined && step.record?.path && action.action !== 'fill')) return right();
  const { slip, ...judged } = judgeStepInput(
    step,
    { text: action.input ?? '', recall: recallIn(attempt) },
    attempt.today,
  );
  if (judged.ok) return right(judged);
  const [only, ...others] = judged.reasons;
  const text = others.length > 0 ? `${step.title}：有 ${judged.reasons.length} 处要改` : (only?.text ?? '');
  return {
    verdict: { kind: slip ? 'slip' : 'wrong-input', step: step.id, text, reasons: judged.reasons },
    deeds: [{ index, judged, effect: 'mistake' }],
  };
}

/** A control that a step which is due names as a known mistake. */
function slipOf(attempt: Attempt, action: Action): Judgement | null {
  for (const planned of attempt.plan) {
    const { step, index } = planned;
    const slip = step.slips?.find(
      ({ target, action: kind = step.action, when }) =>
        target && !when && kind === action.action && matches(target, action.selection),
    );
    if (!slip || stateOf(attempt, index).done || !reachable(attempt, planned) || !timely(attempt, planned)) continue;
    const reasons = [{ clause: slip.clause, text: slip.message }];
    return {
      verdict: { kind: 'slip', step: step.id, text: slip.message, reasons },
      deeds: [{ index, effect: 'mistake' }],
    };
  }
  return null;
}

function early(attempt: Attempt, planned: PlannedStep, action: Action): Judgement {
  const { step, index } = planned;
  const text = missingBefore(attempt, planned);
  const reasons = [{ clause: 'too-early', text }];
  return {
    verdict: { kind: 'correct-later', step: step.id, text, reasons },
    deeds: [
      {
        index,
        effect: 'early',
        ...(step.input && action.input !== undefined && { judged: { ok: false, input: action.input, reasons } }),
      },
    ],
  };
}

/** What still has to be done before a step, in words. */
export function missingBefore(attempt: Attempt, planned: PlannedStep): string {
  const untimely = [...planned.requires, planned.index]
    .map((index) => attempt.plan[index])
    .find((p) => p && !timely(attempt, p));
  if (untimely?.step.after) return untimely.step.after.message;
  for (const node of planned.needs) {
    const before = unsettledIn(attempt, node);
    if (!before) continue;
    const reasons = stateOf(attempt, before.index)
      .typed?.reasons.map((r) => r.text)
      .join('；');
    return reasons ? `「${before.step.title}」还不对：${reasons}` : `先完成「${before.step.title}」`;
  }
  return '现在还不到时候';
}
