import type { Pupil } from './pupil.ts';
import { PRACTICE, type ResultRow } from './result-row.ts';

export interface LessonColumn {
  pack: string;
  lesson: string;
  title: string;
}

/** One student's line in the gradebook. */
export interface GradebookRow {
  pupil: Pupil;
  /** The result that counts, for each lesson; null where none was handed in. */
  results: (ResultRow | null)[];
  /** Results that do not count because another does, of all lessons. */
  spare: ResultRow[];
  /** Mean over the lessons, one not handed in counting 0; null where nothing was. Two decimals. */
  total: number | null;
}

/** Lessons that results are about, in the order in which they first appear. */
export function lessonsOf(results: readonly ResultRow[]): LessonColumn[] {
  const columns = new Map(results.map(({ pack, lesson, title }) => [`${pack}/${lesson}`, { pack, lesson, title }]));
  return [...columns.values()];
}

/**
 * The gradebook of a class: every student of the roster, whether there is a result or not. Of several results for a
 * lesson the one begun first counts in an exam, the best in practice.
 */
export function gradebook(
  pupils: readonly Pupil[],
  lessons: readonly LessonColumn[],
  results: readonly ResultRow[],
  scoreOf: (row: ResultRow) => number = ({ score }) => score,
): GradebookRow[] {
  const byAccount = Map.groupBy(results, ({ account }) => account);
  return pupils.map((pupil) => {
    const own = byAccount.get(pupil.account) ?? [];
    const spare: ResultRow[] = [];
    const counted = lessons.map(({ pack, lesson }) => {
      const [first = null, ...others] = own
        .filter((row) => row.pack === pack && row.lesson === lesson)
        .sort((a, b) => (a.ticket === PRACTICE ? scoreOf(b) - scoreOf(a) : 0) || a.startedAt - b.startedAt);
      spare.push(...others);
      return first;
    });
    const sum = counted.reduce((points, row) => points + (row ? scoreOf(row) : 0), 0);
    const total = counted.some(Boolean) ? Math.round((sum / lessons.length) * 100) / 100 : null;
    return { pupil, results: counted, spare, total };
  });
}
