import { describe, expect, test } from 'vitest';
import { allPacks, materialOf } from '../../../e2e/example-packs.ts';
import { playIdeally } from '../../../e2e/ideal-student.ts';
import { gradeAttempt } from './grade.ts';

const SEEDS = [1, 7, 21, 1234];
const lessons = allPacks().flatMap((course) =>
  course.lessons.map((lesson) => ({ name: `${course.pack.id}/${lesson.id}`, course, lesson })),
);

describe('each lesson of each pack', () => {
  test.each(lessons)('$name is worth 100 when played as it says itself', ({ course, lesson }) => {
    for (const seed of SEEDS) {
      for (const rubric of course.pack.rubrics) {
        // A demo is watched: nothing in it counts.
        for (const mode of lesson.modes.filter((one) => one !== 'demo')) {
          const { attempt } = playIdeally(mode, materialOf(course, lesson, seed, rubric.id));
          const { score, deductions, steps } = gradeAttempt(attempt);
          expect({ seed, mode, rubric: rubric.id, score, deductions }).toEqual({
            seed,
            mode,
            rubric: rubric.id,
            score: 100,
            deductions: [],
          });
          expect(steps.every((one) => one.verdict === 'correct')).toBe(true);
        }
      }
    }
  });
});
