import type { AttemptEvent, ShopRecord, Step } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
import { lastIn, noteCollateral } from './collateral.ts';
import { applyFirst } from './first.ts';
import { missingBefore } from './judge.ts';
import { judgeStepInput } from './judge-input.ts';
import { mistaken } from './mistake.ts';
import { recallIn } from './outcomes.ts';
import { reachable, unsettledIn } from './path.ts';
import { isListed, meets, textOf, valueIn } from './record-facts.ts';
import { type Attempt, flagged, type Reason, revise, stageDone, stateOf, timely, withStep } from './state.ts';
import { takeTalk } from './talk.ts';
import { trailed } from './trail.ts';

/**
 * Takes a record into the attempt when its turn has come: records may come early, twice or from
 * another world. The first record of the lesson's own world binds the attempt to it.
 */
export function takeRecord(attempt: Attempt, event: AttemptEvent, record: ShopRecord): Attempt {
  let next = attempt;
  if (next.world === null) {
    const { scenario, seed } = next.material;
    const isOurs =
      record.seq === 1 &&
      record.type === 'world.started' &&
      record.data.scenario === scenario &&
      record.data.seed === seed;
    if (!isOurs) return trailed(next, event, '不是这次作答的店铺记录，忽略');
    next = { ...next, world: record.world };
  }
  if (record.world !== next.world) return trailed(next, event, '另一个店铺世界的记录，忽略');
  next = trailed(next, event, `店铺记录 ${record.seq}：${next.lesson.records[record.type] ?? record.type}`);
  if (record.seq <= next.lastRecord || next.early.some((e) => e.record.seq === record.seq))
    next = {
      ...flagged(next, 'record-conflict'),
      notice: '店铺的记录前后不一致，已记下来给老师看；接着做，不影响已经做好的。',
    };
  // A second record of one number is somebody's forgery, and nobody can say which: both are told, both count as said.
  if (record.seq <= next.lastRecord) return applyRecord(next, record, event.id);
  next = { ...next, early: [...next.early, { record, event: event.id }] };
  for (;;) {
    const due = next.early.filter((e) => e.record.seq === next.lastRecord + 1);
    if (due.length === 0) break;
    next = due.reduce((attempt, e) => applyRecord(attempt, e.record, e.event), next);
    next = { ...next, early: next.early.filter((e) => e.record.seq > next.lastRecord) };
  }
  return next;
}

/**
 * Takes a record of the shop into the attempt. A record alone earns nothing: it only completes
 * steps that a trusted action was made for. What was saved counts, not what was typed.
 */
function applyRecord(attempt: Attempt, record: ShopRecord, event: string): Attempt {
  const conditions = attempt.plan.filter((p) => p.step.after && meets(p.step.after.record, record)).map((p) => p.index);
  const next = takeTalk(
    {
      ...attempt,
      today: record.at.slice(0, 10),
      lastRecord: Math.max(attempt.lastRecord, record.seq),
      met: conditions.length > 0 ? [...new Set([...attempt.met, ...conditions])] : attempt.met,
      past: { record, event, before: attempt.past },
    },
    record,
    event,
  );
  const concerned = next.plan.filter((p) => confirms(p.step, record));
  if (concerned.length > 0) {
    const stage = stageFor(next, concerned);
    return concerned
      .filter((p) => p.stage === stage && !p.step.record?.gather)
      .reduce((one, planned) => commit(one, planned, record, event), next);
  }
  const byShop = record.actor === 'seller' || record.actor === 'admin';
  return byShop && isListed(record.type, next.lesson.changes) ? noteCollateral(next, record, event) : next;
}

/** Is it a record that the step waits for? Of the seller, unless the step says another. */
function confirms({ record: wanted }: Step, record: ShopRecord): boolean {
  return wanted !== undefined && meets({ ...wanted, actor: wanted.actor ?? 'seller' }, record);
}

/**
 * The unfinished stage that can be worked at, first of all one where something was done; else the last finished one:
 * there a later change still counts.
 */
function stageFor(attempt: Attempt, concerned: readonly PlannedStep[]): number | undefined {
  const open = concerned.filter((p) => !stageDone(attempt, p.stage) && opened(attempt, p.stage));
  const tried = open.find(({ index }) => stateOf(attempt, index).pressed || stateOf(attempt, index).typed);
  return (tried ?? open[0] ?? concerned.findLast((p) => stageDone(attempt, p.stage)) ?? concerned[0])?.stage;
}

/** The first step of the stage may be taken, or has been. */
function opened(attempt: Attempt, stage: number): boolean {
  const first = attempt.plan.find((p) => p.stage === stage);
  return first !== undefined && reachable(attempt, first) && timely(attempt, first);
}

/**
 * Why a saved step came too early, where something else that the shop has records of had to be before it. What is
 * saved by the same record is judged by itself.
 */
function tooEarly(attempt: Attempt, planned: PlannedStep, record: ShopRecord): Reason[] {
  const before = planned.needs.flatMap((node) => unsettledIn(attempt, node) ?? []);
  const isEarly =
    !timely(attempt, planned) || before.some(({ step }) => step.record !== undefined && !confirms(step, record));
  return isEarly ? [{ clause: 'too-early', text: missingBefore(attempt, planned) }] : [];
}

function commit(attempt: Attempt, planned: PlannedStep, record: ShopRecord, event: string): Attempt {
  const { step, index } = planned;
  const state = stateOf(attempt, index);
  const early = state.done ? [] : tooEarly(attempt, planned, record);
  if (!step.record?.path) {
    if (!state.pressed) return attempt;
    const done = withStep(attempt, index, {
      pressed: false,
      done: true,
      doneAt: state.doneAt ?? attempt.clock.elapsed,
    });
    return early.length > 0 ? mistaken(done, index, early, event) : withFirst(done, index, true);
  }
  const tried = state.typed !== null || state.saved !== null || state.pressed;
  const value = textOf(valueIn(record.data, step.record.path));
  if (!tried || value === undefined) return attempt;
  const { slip, ...judged } = judgeStepInput(step, { text: value, recall: recallIn(attempt) }, attempt.today);
  // A wrong input that already had its verdict is one try, not two; in an exam nothing was said, so the saving is the try.
  const counted = attempt.mode !== 'exam' && state.typed?.ok === false && state.typed.input === value;
  const isMistake = !judged.ok && !counted && !(state.saved?.ok === false && state.saved.input === value);
  const regressed = state.done && !judged.ok;
  const doneBefore = state.done ? state.doneAt : null;
  let next = withStep(attempt, index, {
    typed: null,
    pressed: false,
    saved: { ...judged, event },
    done: judged.ok,
    doneAt: judged.ok ? (doneBefore ?? attempt.clock.elapsed) : null,
    wrong: state.wrong + (isMistake ? 1 : 0),
    mistakes: isMistake ? [...state.mistakes, ...judged.reasons.map((r) => ({ ...r, event }))] : state.mistakes,
    evidence: [...state.evidence, event],
  });
  if (early.length > 0 && judged.ok) next = mistaken(next, index, early, event);
  if (attempt.mode === 'exam' || state.pressed) next = applyFirst(next, index, judged.ok);
  const last = lastIn(next, record);
  // By the shop's own 撤销: the click itself was about no step.
  if (state.saved?.ok === false && judged.ok && last?.verdict?.kind === 'off-task')
    next = revise(next, {
      kind: 'undo',
      event: last.event,
      step: step.id,
      text: `已改回来：${step.title}`,
      reasons: [],
    });
  // A button's verdict was given before anybody knew what it saves.
  if (last && !judged.ok && (regressed || state.pressed)) {
    const text = judged.reasons.map((r) => r.text).join('；');
    next = revise(next, {
      kind: slip && !regressed ? 'slip' : 'wrong-input',
      event: last.event,
      step: step.id,
      text: regressed ? `把做好的改坏了：${text}` : text,
      reasons: judged.reasons,
    });
  }
  return next;
}

/** In an exam the record is the first that says anything; elsewhere the action already has. */
function withFirst(attempt: Attempt, index: number, correct: boolean): Attempt {
  return attempt.mode === 'exam' ? applyFirst(attempt, index, correct) : attempt;
}
