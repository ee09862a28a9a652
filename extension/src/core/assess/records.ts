import type { AttemptEvent, RecordCondition, ShopRecord } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
import { digest } from '../log/chain.ts';
import { applyFirst } from './first.ts';
import { judgeStepInput } from './judge-input.ts';
import { type Attempt, flagged, reachable, revise, stageDone, stateOf, type Trail, withStep } from './state.ts';
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
  let next: Attempt = {
    ...attempt,
    today: record.at.slice(0, 10),
    lastRecord: Math.max(attempt.lastRecord, record.seq),
    met: conditions.length > 0 ? [...new Set([...attempt.met, ...conditions])] : attempt.met,
  };
  if (record.actor !== 'seller') return next;
  const concerned = next.plan.filter(
    (p) => p.step.record?.type === record.type && p.step.record.subject === record.subject,
  );
  if (concerned.length > 0) {
    const stage = stageFor(next, concerned);
    for (const planned of concerned) if (planned.stage === stage) next = commit(next, planned, record, event);
    return next;
  }
  return next.lesson.changes.includes(record.type) ? noteCollateral(next, record, event) : next;
}

function meets(condition: RecordCondition, record: ShopRecord): boolean {
  if (record.type !== condition.type || record.subject !== condition.subject) return false;
  return Object.entries(condition.equals ?? {}).every(([key, value]) => String(record.data[key]) === String(value));
}

/** The unfinished stage that can be worked at, else the last finished one: there a later change still counts. */
function stageFor(attempt: Attempt, concerned: readonly PlannedStep[]): number | undefined {
  const open = concerned.find((p) => !stageDone(attempt, p.stage) && opened(attempt, p.stage));
  return (open ?? concerned.findLast((p) => stageDone(attempt, p.stage)) ?? concerned[0])?.stage;
}

/** The first step of the stage may be taken, or has been. */
function opened(attempt: Attempt, stage: number): boolean {
  const first = attempt.plan.find((p) => p.stage === stage);
  return (
    first !== undefined &&
    reachable(attempt, first) &&
    (first.step.after === undefined || attempt.met.includes(first.index))
  );
}

function commit(attempt: Attempt, planned: PlannedStep, record: ShopRecord, event: string): Attempt {
  const { step, index } = planned;
  const state = stateOf(attempt, index);
  if (!step.record?.path)
    return state.pressed
      ? withStep(attempt, index, { pressed: false, done: true, doneAt: state.doneAt ?? attempt.clock.elapsed })
      : attempt;
  const tried = state.typed !== null || state.saved !== null;
  const value = valueAt(record.data, step.record.path);
  if (!tried || value === undefined) return attempt;
  const { slip: _slip, ...judged } = judgeStepInput(step, value, attempt.today);
  // A wrong input that already had its verdict is one try, not two; in an exam nothing was said, so the saving is the try.
  const counted = attempt.mode !== 'exam' && state.typed?.ok === false && state.typed.input === value;
  const isMistake = !judged.ok && !counted && !(state.saved?.ok === false && state.saved.input === value);
  const regressed = state.done && !judged.ok;
  const doneBefore = state.done ? state.doneAt : null;
  let next = withStep(attempt, index, {
    typed: null,
    saved: { ...judged, event },
    done: judged.ok,
    doneAt: judged.ok ? (doneBefore ?? attempt.clock.elapsed) : null,
    wrong: state.wrong + (isMistake ? 1 : 0),
    mistakes: isMistake ? [...state.mistakes, ...judged.reasons.map((r) => ({ ...r, event }))] : state.mistakes,
    evidence: [...state.evidence, event],
  });
  if (attempt.mode === 'exam') next = applyFirst(next, index, judged.ok);
  const last = lastIn(next, record.subject);
  // By the shop's own 撤销: the click itself was about no step.
  if (state.saved?.ok === false && judged.ok && last?.verdict?.kind === 'off-task')
    next = revise(next, {
      kind: 'undo',
      event: last.event,
      step: step.id,
      text: `已改回来：${step.title}`,
      reasons: [],
    });
  if (regressed) {
    const text = `把做好的改坏了：${judged.reasons.map((r) => r.text).join('；')}`;
    if (last)
      next = revise(next, { kind: 'wrong-input', event: last.event, step: step.id, text, reasons: judged.reasons });
  }
  return next;
}

/** The value at a dotted path as the text an input is judged as. */
function valueAt(data: unknown, path: string): string | undefined {
  let value = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** "Nothing else changed": remembers what the task did not name, and sees when it is put back. */
function noteCollateral(attempt: Attempt, record: ShopRecord, event: string): Attempt {
  const known = attempt.collateral[record.subject];
  const before = known ? known.before : (record.data.before ?? null);
  const restored = digest(before) === digest(record.data.after ?? null);
  const next = {
    ...attempt,
    collateral: {
      ...attempt.collateral,
      [record.subject]: { before, restored, event: known && !restored ? known.event : event },
    },
  };
  const last = lastIn(next, record.subject);
  if (!last || !restored) return next;
  return revise(next, {
    kind: 'undo',
    event: last.event,
    text: `已恢复原样：…${record.subject.slice(-4)}`,
    reasons: [],
  });
}

/** The latest action done in the row of this subject. */
function lastIn(attempt: Attempt, subject: string): Trail | undefined {
  for (let line = attempt.trail, n = 0; line && n < 20; line = line.before, n++) {
    if (line.kind === 'action' && line.row && Object.values(line.row).includes(subject)) return line;
  }
  return undefined;
}
