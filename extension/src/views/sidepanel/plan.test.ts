import { expect, test } from 'vitest';
import type { AttemptSummary, Course } from './model.ts';
import { lessonState, suggest } from './plan.ts';

const lesson = (id: string, components: string[]): Course['lessons'][number] => ({
  id,
  title: id,
  goal: '',
  minutes: 10,
  modes: ['guided', 'practice', 'exam'],
  components,
});
const course: Course = {
  id: 'pack',
  title: '一章',
  goal: 0.95,
  components: ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase(), p0: 0.25 })),
  lessons: [lesson('first', ['a', 'b']), lesson('second', ['c'])],
};
const NOW = 100 * 86_400_000;
const attempt = (id: string, mode: AttemptSummary['mode'], score?: number, daysAgo = 1): AttemptSummary => ({
  id: `${id}-${mode}-${score}`,
  pack: 'pack',
  lesson: id,
  title: id,
  mode,
  startedAt: 1,
  endedAt: score === undefined ? 0 : NOW - daysAgo * 86_400_000,
  ...(score === undefined ? {} : { outcome: { reason: 'submitted', score, max: 100 } }),
});

test('a beginner begins with the first lesson, guided', () => {
  expect(suggest([course], {}, [], NOW)).toMatchObject({
    lesson: { id: 'first' },
    mode: 'guided',
    reason: { kind: 'first' },
  });
});

test('who has only watched is still a beginner', () => {
  const watched = attempt('first', 'demo', 0);
  expect(lessonState(course, lesson('first', ['a']), {}, [watched])).toEqual({ state: 'new' });
  expect(suggest([course], {}, [watched], NOW)).toMatchObject({ mode: 'guided', reason: { kind: 'first' } });
});

test('the lesson least mastered comes first, with its weakest component as the reason', () => {
  const mastery = { pack: { a: 0.9, b: 0.4, c: 0.99 } };
  expect(suggest([course], mastery, [attempt('first', 'guided', 80)], NOW)).toMatchObject({
    lesson: { id: 'first' },
    mode: 'practice',
    reason: { kind: 'weakest', title: 'B', p: 0.4 },
  });
  expect(suggest([course], { pack: { a: 0.9, b: 0.9, c: 0.1 } }, [], NOW)?.lesson.id).toBe('second');
});

test('once everything is mastered the exam is what is left, and then nothing', () => {
  const mastery = { pack: { a: 0.95, b: 0.96, c: 0.99 } };
  const done = [attempt('first', 'practice', 100)];
  expect(suggest([course], mastery, done, NOW)).toMatchObject({
    lesson: { id: 'first' },
    mode: 'exam',
    reason: { kind: 'exam' },
  });
  const examined = [...done, attempt('first', 'exam', 90)];
  expect(suggest([course], mastery, examined, NOW)?.reason.kind).toBe('all');
});

test('a lesson is new, being learnt or mastered, and keeps its best exam', () => {
  const [first] = course.lessons as [Course['lessons'][number]];
  expect(lessonState(course, first, undefined, [attempt('second', 'exam', 50)])).toEqual({ state: 'new' });
  const tried = [attempt('first', 'exam', 70), attempt('first', 'exam', 85), attempt('first', 'practice')];
  expect(lessonState(course, first, { a: 0.96, b: 0.5 }, tried)).toEqual({ state: 'learning', exam: 85 });
  expect(lessonState(course, first, { a: 0.96, b: 0.95 }, tried)).toEqual({ state: 'mastered', exam: 85 });
});

test('what was mastered over a week ago comes first for a review, the longest ago before all', () => {
  const mastery = { pack: { a: 0.96, b: 0.4, c: 0.99 } };
  const recent = [attempt('first', 'practice', 90, 6), attempt('second', 'practice', 90, 7)];
  expect(suggest([course], mastery, recent, NOW)?.reason).toEqual({ kind: 'weakest', title: 'B', p: 0.4 });
  const old = [
    attempt('first', 'practice', 90, 9),
    attempt('second', 'exam', 90, 12),
    attempt('second', 'guided', 0, 1),
  ];
  expect(suggest([course], mastery, old, NOW)).toMatchObject({
    lesson: { id: 'second' },
    mode: 'practice',
    reason: { kind: 'review', title: 'C', days: 12 },
  });
  const reviewed = [...old, attempt('second', 'practice', 95, 0)];
  expect(suggest([course], mastery, reviewed, NOW)).toMatchObject({
    lesson: { id: 'first' },
    reason: { kind: 'review', title: 'A', days: 9 },
  });
  const forgotten = { pack: { a: 0.6, b: 0.4, c: 0.99 } };
  expect(suggest([course], forgotten, reviewed, NOW)?.reason).toEqual({ kind: 'weakest', title: 'B', p: 0.4 });
});

test('of lessons mastered alike the first in the order comes first', () => {
  const tied = { pack: { a: 0.5, b: 0.5, c: 0.5 } };
  expect(suggest([course], tied, [attempt('first', 'practice', 50)], NOW)?.lesson.id).toBe('first');
});
