import type { Action, AttemptEvent } from 'fixtures';
import type { Verdict } from '../ports.ts';
import { likeness } from './acts.ts';
import { applyFirst } from './first.ts';
import { type Deed, judge } from './judge.ts';
import { type Attempt, stateOf, withStep } from './state.ts';
import { trailed } from './trail.ts';

/** Judges an action and takes what it means into the attempt. Actions that were held back did not happen. */
export function applyAction(attempt: Attempt, event: AttemptEvent, action: Action): Attempt {
  // What the coach did is nobody's merit, whatever a log claims.
  if (action.played && attempt.mode !== 'demo')
    return trailed(attempt, event, `${inWords(action)}（演示的操作，不计入）`);
  const judgement = judge(attempt, action);
  const verdict: Verdict = { ...judgement.verdict, event: event.id };
  // Looking around says nothing and does not wipe out what was said.
  const shown = verdict.kind === 'off-task' && verdict.text === '' ? attempt.verdict : verdict;
  const held = action.held ? '（已拦住）' : '';
  const next = trailed({ ...attempt, verdict: shown, notice: null }, event, inWords(action) + held, {
    verdict,
    row: action.selection.row,
  });
  if (action.held) return next;
  return judgement.deeds.reduce((one, deed, i) => applyDeed(one, deed, verdict, i > 0), beginTalk(next, action));
}

/** Writing to a buyer: what comes of it tells the shop's record. */
function beginTalk(attempt: Attempt, action: Action): Attempt {
  return attempt.plan
    .filter(({ step }) => step.record?.gather && likeness(step, action) === 'same')
    .reduce((next, { index }) => withStep(next, index, { pressed: true }), attempt);
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

/** Takes into a step what an action was to it. `isTwin`: the action counts for a step of another branch as well. */
function applyDeed(attempt: Attempt, { index, effect, judged }: Deed, verdict: Verdict, isTwin: boolean): Attempt {
  const { event } = verdict;
  const state = stateOf(attempt, index);
  const stepRecord = attempt.plan[index]?.step.record;
  const next = withStep({ ...attempt, touched: index }, index, {
    startedAt: state.startedAt ?? attempt.clock.elapsed,
    evidence: [...state.evidence, event],
  });
  // In an exam nothing is said before saving, so only what is saved is a try.
  const told = attempt.mode !== 'exam';
  if (effect === 'accept') {
    if (!stepRecord) {
      const done = withStep(next, index, { done: true, doneAt: state.doneAt ?? attempt.clock.elapsed });
      return applyFirst(reopened(done, index), index, true, isTwin);
    }
    if (stepRecord.path && !judged) return withStep(next, index, { pressed: true });
    const tried = withStep(next, index, stepRecord.path && judged ? { typed: judged } : { pressed: true });
    return told ? applyFirst(tried, index, true, isTwin) : tried;
  }
  // Pressing 保存 too early is told, not counted; the record shows what it did.
  if (effect === 'early' && !judged) return stepRecord ? withStep(next, index, { pressed: true }) : next;
  const typed = withStep(next, index, stepRecord?.path && judged ? { typed: judged } : {});
  if (!told) return typed;
  const mistakes = verdict.reasons.map((reason) => ({ ...reason, event }));
  return applyFirst(
    withStep(typed, index, { wrong: state.wrong + 1, mistakes: [...state.mistakes, ...mistakes] }),
    index,
    false,
    isTwin,
  );
}

/** A form opened anew forgets what was typed into it and not saved. */
function reopened(attempt: Attempt, index: number): Attempt {
  const stage = attempt.plan[index]?.stage;
  return attempt.plan
    .filter((p) => p.stage === stage && p.step.record && p.requires.includes(index))
    .reduce((next, p) => withStep(next, p.index, { typed: null, pressed: false }), attempt);
}
