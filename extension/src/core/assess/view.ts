import type { Target } from 'fixtures';
import { answerTo } from '../lesson/answer.ts';
import type { PlannedStep } from '../lesson/plan.ts';
import { headCode } from '../log/chain.ts';
import type { CoachView, StepView } from '../ports.ts';
import { elapsedAt } from './attempt.ts';
import type { Instant } from './clock.ts';
import { focus, itemsDone, leadingTo } from './focus.ts';
import { hintsOf } from './hints.ts';
import { requiredSteps } from './path.ts';
import { scoreOf } from './score.ts';
import { type Attempt, stateOf, timely, withStep } from './state.ts';

/**
 * What the page's side may know. An exam gives away the task and the clock: no step, no verdict,
 * no progress, no guard. Practice shows a control only once a hint of level 3 or 4 names it.
 */
export function viewOf(attempt: Attempt, now: Instant): CoachView {
  const elapsed = attempt.ended ? attempt.clock.elapsed : elapsedAt(attempt, now);
  const isExam = attempt.mode === 'exam';
  const done = isExam ? [] : itemsDone(attempt);
  const view: CoachView = {
    attempt: attempt.id,
    mode: attempt.mode,
    title: attempt.lesson.title,
    task: {
      text: attempt.task.text,
      items: attempt.task.items.map((text, i) => (done[i] === undefined ? { text } : { text, done: done[i] })),
    },
    clock: { elapsed, asOf: now.wall, ...(attempt.limit === null ? {} : { limit: attempt.limit }) },
    guards: [],
    fields: attempt.lesson.fields,
    ...keysOf(attempt),
    ...(attempt.notice === null ? {} : { notice: attempt.notice }),
  };
  if (attempt.mode === 'demo') view.lesson = { pack: attempt.material.pack.id, lesson: attempt.lesson.id };
  if (attempt.ended) view.ended = endedView(attempt, attempt.ended.reason);
  if (isExam) return view;
  const required = requiredSteps(attempt);
  view.progress = { done: required.filter((p) => stateOf(attempt, p.index).done).length, total: required.length };
  if (attempt.verdict && (attempt.verdict.kind !== 'off-task' || attempt.verdict.text)) view.verdict = attempt.verdict;
  if (attempt.ended) return view;
  const isTaught = attempt.mode === 'guided' || attempt.mode === 'demo';
  const planned = focus(attempt);
  if (planned) {
    if (attempt.mode !== 'demo') view.hints = hintsOf(attempt, planned, elapsed);
    if (isTaught || stateOf(attempt, planned.index).hints >= 3) view.step = stepView(attempt, planned, required);
  }
  if (attempt.mode === 'guided')
    view.guards = attempt.guards.map(({ target, unless, message }) => ({ target, unless, message }));
  return view;
}

/** The keys that steps ask for, in every mode: what may be logged does not tell what is right. */
function keysOf({ plan }: Attempt): Pick<CoachView, 'keys'> {
  const keys = plan.flatMap(({ step: { action, input } }) =>
    action !== 'press' ? [] : input?.kind === 'exact' ? [input.value] : input?.kind === 'one-of' ? input.values : [],
  );
  return keys.length > 0 ? { keys: [...new Set(keys)] } : {};
}

function stepView(attempt: Attempt, planned: PlannedStep, required: readonly PlannedStep[]): StepView {
  const { step } = planned;
  const isTimely = timely(attempt, planned);
  const next = isTimely && attempt.mode === 'guided' && step.action !== 'fill' ? foresee(attempt, planned) : null;
  return {
    id: step.id,
    n: required.indexOf(planned) + 1,
    total: required.length,
    title: step.title,
    instruction: isTimely ? step.instruction : (step.after?.message ?? step.instruction),
    why: step.why,
    // A demo has nothing to act at before the shop has opened its world.
    targets: isTimely && (attempt.mode !== 'demo' || attempt.world !== null) ? targetsOf(attempt, planned) : [],
    ...(attempt.mode === 'demo' ? { play: { action: step.action, ...answerTo(step) } } : {}),
    ...(next ? { next: targetsOf(attempt, next) } : {}),
    ...(step.page === undefined ? {} : { page: step.page }),
  };
}

function targetsOf(attempt: Attempt, planned: PlannedStep): Target[] {
  const ways = [planned, ...leadingTo(attempt, planned)];
  return ways.flatMap(({ step }) => [step.target, ...(step.ways ?? []).map(({ target }) => target)]);
}

/** The step that comes once this one has been done right, if it can be worked at. */
function foresee(attempt: Attempt, { index, step }: PlannedStep): PlannedStep | null {
  const done = step.record?.path ? { typed: { ok: true, input: '', reasons: [] } } : { done: true };
  const next = focus(withStep({ ...attempt, touched: index }, index, done));
  return next && timely(attempt, next) ? next : null;
}

function endedView(
  attempt: Attempt,
  reason: NonNullable<CoachView['ended']>['reason'],
): NonNullable<CoachView['ended']> {
  const base = { reason, report: attempt.id, code: headCode(attempt.head) };
  // Guided lessons count progress; the exam's score is the teacher's to tell: the report has it, the page does not.
  return attempt.mode !== 'practice' ? base : { ...base, score: scoreOf(attempt).score, max: 100 };
}
