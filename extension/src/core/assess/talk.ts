import type { ShopRecord } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
import { lastIn } from './collateral.ts';
import { applyFirst } from './first.ts';
import { type Given, judgeInput, judgeStepInput } from './judge-input.ts';
import { mistaken } from './mistake.ts';
import { recallIn } from './outcomes.ts';
import { reachable } from './path.ts';
import { meets, textOf, valueIn } from './record-facts.ts';
import { type Attempt, type Reason, revise, stateOf, timely, withStep } from './state.ts';

/**
 * Takes a message that the shop has sent into the steps that gather talk, if the student wrote to that buyer. What
 * was said since a step's turn came counts together, and one message may do for several steps in a row.
 */
export function takeTalk(attempt: Attempt, record: ShopRecord, event: string): Attempt {
  const mine = attempt.plan.filter(({ step: { record: wanted } }) =>
    wanted?.gather ? meets({ ...wanted, actor: wanted.actor ?? 'seller' }, record) : false,
  );
  if (!mine.some(({ index }) => stateOf(attempt, index).pressed)) return attempt;
  let next = attempt;
  let wanting: { planned: PlannedStep; reasons: readonly Reason[] } | undefined;
  const turn = (p: PlannedStep) => !stateOf(next, p.index).done && reachable(next, p) && timely(next, p);
  const heard = new Set<number>();
  for (;;) {
    const planned = mine.find((p) => !heard.has(p.index) && turn(p));
    if (!planned) break;
    heard.add(planned.index);
    const { reasons, attempt: told } = hear(next, planned, record, event);
    next = told;
    if (reasons.length > 0) wanting ??= { planned, reasons };
  }
  next = mine.reduce((one, { index }) => withStep(one, index, { pressed: false }), next);
  const last = lastIn(next, record);
  const done = [...heard].map((i) => next.plan[i]).find((p) => p && stateOf(next, p.index).done);
  const slip = [...heard].flatMap((i) => stateOf(next, i).mistakes.filter((one) => one.event === event))[0];
  if (!last) return next;
  if (slip) return revise(next, { kind: 'slip', event: last.event, text: slip.text, reasons: [slip] });
  if (done) {
    const { id, title } = done.step;
    return revise(next, { kind: 'correct', event: last.event, step: id, text: title, reasons: [] });
  }
  if (!wanting) return next;
  const { step } = wanting.planned;
  const text = `「${step.title}」还差：${wanting.reasons.map((one) => one.text).join('；')}`;
  return revise(next, { kind: 'off-task', event: last.event, step: step.id, text, reasons: [] });
}

/** One more message for a step: what it still wants, if anything. A known mistake in the message counts by itself. */
function hear(
  attempt: Attempt,
  { step, index }: PlannedStep,
  { data }: ShopRecord,
  event: string,
): { attempt: Attempt; reasons: readonly Reason[] } {
  const state = stateOf(attempt, index);
  const said = givenIn(data, step.record?.path ?? 'text');
  const all: Given & { intents: readonly string[] } = {
    text: state.heard ? `${state.heard.text}\n${said.text}` : said.text,
    intents: [...new Set([...(state.heard?.intents ?? []), ...said.intents])],
    recall: recallIn(attempt),
  };
  const { ok, reasons } = judgeStepInput({ ...step, slips: [] }, all, attempt.today);
  const { elapsed } = attempt.clock;
  const next = withStep({ ...attempt, touched: index }, index, {
    heard: { text: all.text, intents: all.intents },
    startedAt: state.startedAt ?? elapsed,
    evidence: [...state.evidence, event],
    ...(ok && { done: true, doneAt: elapsed, saved: { ok, input: all.text, reasons, event } }),
  });
  const slip = step.slips?.find(
    ({ when }) => when && judgeInput(when, { ...said, recall: recallIn(attempt) }, attempt.today).length === 0,
  );
  if (slip) return { attempt: mistaken(next, index, [{ clause: slip.clause, text: slip.message }], event), reasons };
  return { attempt: ok ? applyFirst(next, index, true) : next, reasons };
}

function givenIn(data: unknown, path: string): Given & { intents: readonly string[] } {
  const intents = valueIn(data, 'intents');
  return {
    text: textOf(valueIn(data, path)) ?? '',
    intents: Array.isArray(intents) ? intents.filter((one) => typeof one === 'string') : [],
  };
}
