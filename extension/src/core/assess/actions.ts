import type { Action, AttemptEvent } from 'fixtures';
import type { Verdict } from '../ports.ts';
import { applyFirst } from './first.ts';
import { type Judgement, judge } from './judge.ts';
import { type Attempt, stateOf, withStep } from './state.ts';
import { trailed } from './trail.ts';

/** Judges an action and takes what it means into the attempt. Actions that were held back did not happen. */
export function applyAction(attempt: Attempt, event: AttemptEvent, action: Action): Attempt {
  const judgement = judge(attempt, action);
  const verdict: Verdict = { ...judgement.verdict, event: event.id };
  // Looking around says nothing and does not wipe out what was said.
  const shown = verdict.kind === 'off-task' && verdict.text === '' ? attempt.verdict : verdict;
  const held = action.held ? '（已拦住）' : '';
  const next = trailed({ ...attempt, verdict: shown, notice: null }, event, inWords(action) + held, {
    verdict,
    row: action.selection.row,
  });
  return judgement.index === undefined || action.held
    ? next
    : applyJudgement(next, judgement, judgement.index, event.id);
}

const VERBS: Record<Action['action'], string> = {
  click: '点击',
  fill: '填写',
  choose: '选择',
  press: '按键',
  submit: '提交',
  open: '打开',
};

/** Longest text quoted in the timeline, in characters: more than the shop stores, far less than can be pasted. */
const QUOTED = 600;

/** An action in words, for the timeline. */
function inWords({ action, selection, input }: Action): string {
  const row = selection.row.tid ?? Object.values(selection.row)[0];
  const where = row ? `（…${row.slice(-4)}）` : '';
  const what = input !== undefined && action !== 'choose' ? `：${clipped(input)}` : '';
  return `${VERBS[action]}「${selection.name || selection.testid || selection.tag}」${where}${what}`;
}

function clipped(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…（共 ${text.length} 字）` : text;
}

function applyJudgement(
  attempt: Attempt,
  { effect, judged, verdict }: Judgement,
  index: number,
  event: string,
): Attempt {
  const state = stateOf(attempt, index);
  const stepRecord = attempt.plan[index]?.step.record;
  let next = withStep({ ...attempt, touched: index }, index, {
    startedAt: state.startedAt ?? attempt.clock.elapsed,
    evidence: [...state.evidence, event],
  });
  // In an exam nothing is said before saving, so only what is saved is a try.
  const told = attempt.mode !== 'exam';
  switch (effect) {
    case 'accept':
    case 'repeat':
      if (stepRecord?.path && judged) next = withStep(next, index, { typed: judged });
      else if (stepRecord) next = withStep(next, index, { pressed: true });
      else next = reopened(withStep(next, index, { done: true, doneAt: state.doneAt ?? attempt.clock.elapsed }), index);
      return told || !stepRecord ? applyFirst(next, index, true) : next;
    case 'mistake':
    case 'early': {
      // Pressing 保存 too early is told, not counted; the record shows what it did.
      if (!judged) return stepRecord ? withStep(next, index, { pressed: true }) : next;
      next = withStep(next, index, stepRecord?.path ? { typed: judged } : {});
      if (!told) return next;
      const mistakes = verdict.reasons.map((reason) => ({ ...reason, event }));
      return applyFirst(
        withStep(next, index, { wrong: state.wrong + 1, mistakes: [...state.mistakes, ...mistakes] }),
        index,
        false,
      );
    }
    case 'none':
      return next;
  }
}

/** A form opened anew forgets what was typed into it and not saved. */
function reopened(attempt: Attempt, index: number): Attempt {
  const stage = attempt.plan[index]?.stage;
  return attempt.plan
    .filter((p) => p.stage === stage && p.step.record && p.requires.includes(index))
    .reduce((next, p) => withStep(next, p.index, { typed: null, pressed: false }), attempt);
}
