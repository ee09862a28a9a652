import { expandStart, type Lesson, loadPack, type Material, type Pack, type Rubric } from 'fixtures';
import { materialFor } from '../../core/lesson/material.ts';

/** Where lessons come from; the background asks here only. */
export interface Courses {
  /** A lesson with its pack, or null when there is no such one. */
  find(pack: string, lesson: string): { pack: Pack; lesson: Lesson } | null;
  /** Everything an attempt at the lesson is judged by; `rubric` is an exam's own. */
  material(pack: Pack, lesson: Lesson, seed: number, rubric?: Rubric): Material;
  /** Path and query that start the lesson's world. */
  start(lesson: Lesson, seed: number): string;
}

/** The courses that come with the extension. */
export const builtInCourses: Courses = {
  find(packId, lessonId) {
    try {
      const { pack, lessons } = loadPack(packId);
      const lesson = lessons.find(({ id }) => id === lessonId);
      return lesson ? { pack, lesson } : null;
    } catch {
      // An unknown id comes from a link that somebody typed.
      return null;
    }
  },

  material: ({ id }, lesson, seed, rubric) => materialFor(id, lesson.id, seed, rubric),

  start: expandStart,
};
