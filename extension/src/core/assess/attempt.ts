import { type AttemptEvent, expandGuards, expandLesson, expandOutcomes, expandTask, type Material } from 'fixtures';
import { nodeHolds, planTrace } from '../lesson/plan.ts';
import { applyAction } from './actions.ts';
import { isIdle } from './attention.ts';
import { advance, type Instant, startClock } from './clock.ts';
import { applyFirst } from './first.ts';
import { outcomeHolds } from './outcomes.ts';
import { takeRecord } from './records.ts';
import { type Attempt, flagged, isDone, stateOf, UNTOUCHED, withStep } from './state.ts';
import { trailed } from './trail.ts';

export type { Attempt } from './state.ts';

/** What the composition root has to do after an event, as plain data. */
export type Effect =
  /** All done, or the time is over: append an `ended` event. */
  | { type: 'end'; reason: 'completed' | 'timeout' }
  /** Records of the shop are missing: ask the page for them. */
  | { type: 'replay'; from: number };

/** What is made of an attempt's material, the same for all who share it. */
type Prepared = Pick<Attempt, 'lesson' | 'task' | 'guards' | 'plan' | 'root' | 'outcomes'>;
const prepared = new WeakMap<Material, Prepared>();

function prepare(material: Material): Prepared {
  const before = prepared.get(material);
  if (before) return before;
  const lesson = expandLesson(material.lesson, material.facts);
  const { root, steps } = planTrace(lesson.trace);
  const made = {
    lesson,
    root,
    plan: steps,
    outcomes: expandOutcomes(material.lesson, material.facts),
    task: expandTask(material.lesson, material.facts),
    guards: expandGuards(material.lesson, material.facts).map((g) => ({ ...g, unless: g.unless ?? [] })),
  };
  prepared.set(material, made);
  return made;
}

/**
 * The attempt that an `attempted` event starts.
 * @throws Error when the event is of another kind, TemplateError when lesson and facts do not fit.
 */
export function begin(event: AttemptEvent): Attempt {
  if (event.kind !== 'attempted') throw new Error('作答记录要以开始记录开头');
  const { mode, student, material, prior, limit } = event.data;
  const made = prepare(material);
  const mastery = Object.fromEntries(
    material.pack.components.map((c) => [c.id, prior[c.id] ?? (c.bkt ?? material.pack.bkt).p0]),
  );
  const started: Attempt = {
    id: event.attempt,
    mode,
    student,
    material,
    ...made,
    facts: material.facts,
    limit: limit ?? null,
    seq: event.seq,
    head: event.hash,
    clock: startClock(event),
    world: null,
    lastRecord: 0,
    early: [],
    today: typeof material.facts.today === 'string' ? material.facts.today : '',
    steps: made.plan.map(() => UNTOUCHED),
    touched: null,
    met: [],
    collateral: {},
    past: null,
    mastery,
    prior: mastery,
    trail: null,
    revised: {},
    verdict: null,
    notice: null,
    flags: [],
    ended: null,
  };
  return trailed(started, event, '开始');
}

/** One event further. Pure: the same log always gives the same attempt. */
export function step(attempt: Attempt, event: AttemptEvent): { attempt: Attempt; effects: Effect[] } {
  const { clock, flag } = advance(attempt.clock, event);
  let next: Attempt = { ...attempt, seq: event.seq, head: event.hash, clock };
  if (flag) next = flagged(next, flag);
  if (isIdle(attempt, clock.elapsed - attempt.clock.elapsed)) next = flagged(next, 'idle');
  if (next.ended) return { attempt: next, effects: [] };
  const late = next.limit !== null && clock.elapsed > next.limit;
  if (late && event.kind !== 'ended')
    return { attempt: trailed(next, event, '时间已到，不再计入'), effects: [{ type: 'end', reason: 'timeout' }] };
  switch (event.kind) {
    case 'attempted':
      throw new Error('一次作答只能开始一次');
    case 'action':
      next = applyAction(next, event, event.data);
      break;
    case 'record':
      next = takeRecord(next, event, event.data);
      break;
    case 'refused':
      next = trailed(next, event, `店铺没有接受：${event.data.error.sub_msg ?? event.data.error.msg}`);
      break;
    case 'hint':
      next = applyHint(next, event, event.data);
      break;
    case 'notice':
      next = {
        ...trailed(next, event, event.data.text),
        notice: event.data.code === 'resumed' ? null : event.data.text,
      };
      if (event.data.code !== 'resumed') next = flagged(next, event.data.code);
      break;
    case 'ended':
      return {
        attempt: { ...trailed(next, event, '结束'), ended: { reason: event.data.reason, event: event.id } },
        effects: [],
      };
  }
  return { attempt: next, effects: effectsOf(next) };
}

/** The attempt after a whole log. @throws Error on an empty log or one that does not begin with `attempted`. */
export function fold(events: readonly AttemptEvent[]): Attempt {
  const [first, ...rest] = events;
  if (!first) throw new Error('作答记录是空的');
  return rest.reduce((attempt, event) => step(attempt, event).attempt, begin(first));
}

/** Active ms at an instant after the last event. */
export function elapsedAt(attempt: Attempt, now: Instant): number {
  return advance(attempt.clock, now).clock.elapsed;
}

/** Every required step is done, and the world is as the lesson wants to have earned. */
export function isComplete(attempt: Attempt): boolean {
  return (
    nodeHolds(attempt.root, isDone(attempt)) &&
    attempt.outcomes.every((one) => one.weight === undefined || outcomeHolds(attempt, one))
  );
}

function effectsOf(attempt: Attempt): Effect[] {
  const effects: Effect[] = [];
  if (attempt.early.length > 0) effects.push({ type: 'replay', from: attempt.lastRecord + 1 });
  if (attempt.mode !== 'exam' && isComplete(attempt)) effects.push({ type: 'end', reason: 'completed' });
  return effects;
}

function applyHint(attempt: Attempt, event: AttemptEvent, data: { step: string; level: 1 | 2 | 3 | 4 }): Attempt {
  const planned = attempt.plan.find((p) => p.step.id === data.step);
  if (!planned || attempt.mode === 'exam') return trailed(attempt, event, '提示请求无效');
  const state = stateOf(attempt, planned.index);
  const elapsed = attempt.clock.elapsed;
  const next = withStep({ ...attempt, touched: planned.index }, planned.index, {
    hints: Math.max(data.level, state.hints),
    hintAt: elapsed,
    answerFirst: state.answerFirst || (data.level === 4 && state.first !== 'correct' && state.wrong === 0),
    startedAt: state.startedAt ?? elapsed,
    evidence: [...state.evidence, event.id],
  });
  return applyFirst(trailed(next, event, `看提示 ${data.level}：${planned.step.title}`), planned.index, false);
}
