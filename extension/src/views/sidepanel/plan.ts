import type { Mode } from 'fixtures';
import type { AttemptSummary, Course, Mastery } from './model.ts';

export type LessonState = 'new' | 'learning' | 'mastered';

/** What to do next, and the reason: the least mastered component, a first start, or nothing left to practise. */
export interface Suggestion {
  course: Course;
  lesson: Course['lessons'][number];
  mode: Mode;
  reason:
    | { kind: 'first' }
    | { kind: 'exam' }
    | { kind: 'weakest'; title: string; p: number }
    | { kind: 'review'; title: string; days: number }
    | { kind: 'all' };
}

const DAY = 86_400_000;
/** What is mastered is looked at again once it was not practised for longer than this, days. Unvalidated. */
const REVIEW_AFTER = 7;

/** The probability of a component: as last computed, or what is assumed of a beginner. */
export function masteryOf(course: Course, mastery: Record<string, number> | undefined, id: string): number {
  return mastery?.[id] ?? course.components.find((component) => component.id === id)?.p0 ?? 0;
}

/** Where a student stands with one lesson; abandoned attempts count as having begun, watching a demo does not. */
export function lessonState(
  course: Course,
  lesson: Course['lessons'][number],
  mastery: Record<string, number> | undefined,
  attempts: readonly AttemptSummary[],
): { state: LessonState; exam?: number } {
  const mine = attempts.filter(
    ({ pack, lesson: id, mode }) => pack === course.id && id === lesson.id && mode !== 'demo',
  );
  if (mine.length === 0) return { state: 'new' };
  const isMastered = lesson.components.every((id) => masteryOf(course, mastery, id) >= course.goal);
  const exams = mine.flatMap(({ mode, outcome }) => (mode === 'exam' && outcome ? [outcome.score] : []));
  return { state: isMastered ? 'mastered' : 'learning', ...(exams.length > 0 ? { exam: Math.max(...exams) } : {}) };
}

/**
 * First what was mastered and then not practised for over a week, the longest ago before all. Else the lesson whose
 * components are least mastered on average; of equals the first in the pack's order.
 * New lessons begin guided, mastered ones are for the exam. `now`: ms since the epoch.
 */
export function suggest(
  courses: readonly Course[],
  mastery: Mastery,
  attempts: readonly AttemptSummary[],
  now: number,
): Suggestion | null {
  return review(courses, mastery, attempts, now) ?? leastMastered(courses, mastery, attempts);
}

function review(
  courses: readonly Course[],
  mastery: Mastery,
  attempts: readonly AttemptSummary[],
  now: number,
): Suggestion | null {
  let best: { last: number; suggestion: Suggestion } | null = null;
  for (const course of courses) {
    for (const lesson of course.lessons) {
      if (!lesson.modes.includes('practice')) continue;
      for (const id of lesson.components) {
        if (masteryOf(course, mastery[course.id], id) < course.goal) continue;
        const last = lastPractised(course, id, attempts);
        const days = Math.floor((now - last) / DAY);
        if (last === 0 || now - last <= REVIEW_AFTER * DAY || (best && last >= best.last)) continue;
        const title = course.components.find((one) => one.id === id)?.title ?? '';
        best = { last, suggestion: { course, lesson, mode: 'practice', reason: { kind: 'review', title, days } } };
      }
    }
  }
  return best?.suggestion ?? null;
}

/** When an attempt that counts for the component last ended, ms since the epoch; 0: never. */
function lastPractised(course: Course, component: string, attempts: readonly AttemptSummary[]): number {
  const lessons = course.lessons.filter((one) => one.components.includes(component)).map((one) => one.id);
  return Math.max(
    0,
    ...attempts
      .filter(
        ({ pack, lesson, mode, outcome }) =>
          pack === course.id &&
          lessons.includes(lesson) &&
          mode !== 'guided' &&
          outcome &&
          outcome.reason !== 'abandoned',
      )
      .map((one) => one.endedAt),
  );
}

function leastMastered(
  courses: readonly Course[],
  mastery: Mastery,
  attempts: readonly AttemptSummary[],
): Suggestion | null {
  let best: { rank: number; suggestion: Suggestion } | null = null;
  for (const course of courses) {
    for (const lesson of course.lessons) {
      const known = mastery[course.id];
      const levels = lesson.components.map((id) => ({ id, p: masteryOf(course, known, id) }));
      const rank = levels.reduce((sum, { p }) => sum + Math.min(p, course.goal), 0) / Math.max(1, levels.length);
      if (best && rank >= best.rank) continue;
      const { state, exam } = lessonState(course, lesson, known, attempts);
      best = { rank, suggestion: { course, lesson, ...wayOn(course, levels, state, exam) } };
    }
  }
  return best?.suggestion ?? null;
}

function wayOn(
  course: Course,
  levels: readonly { id: string; p: number }[],
  state: LessonState,
  exam: number | undefined,
): Pick<Suggestion, 'mode' | 'reason'> {
  if (state === 'new') return { mode: 'guided', reason: { kind: 'first' } };
  if (state === 'mastered') return { mode: 'exam', reason: { kind: exam === undefined ? 'exam' : 'all' } };
  const weakest = levels.toSorted((a, b) => a.p - b.p)[0];
  const title = course.components.find(({ id }) => id === weakest?.id)?.title ?? '';
  return { mode: 'practice', reason: { kind: 'weakest', title, p: weakest?.p ?? 0 } };
}
