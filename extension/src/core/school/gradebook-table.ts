import type { GradebookRow, LessonColumn } from './gradebook.ts';
import type { ResultRow } from './result-row.ts';

export type Cell = string | number | null;

/** Characters with which a spreadsheet begins a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Text that no spreadsheet takes for a formula. Source: records.md, "CSV and XLSX". */
export function escaped(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The reverse, for a file that was exported here and comes back. */
export function unescaped(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** The gradebook as a table with its head; its first columns are a roster's, so that the file can be read as one. */
export function gradebookTable(
  rows: readonly GradebookRow[],
  lessons: readonly LessonColumn[],
  scoreOf: (row: ResultRow) => number,
): Cell[][] {
  const head = [
    '账号',
    '姓名',
    '班级',
    '小组',
    ...lessons.flatMap(({ title }) => [title, `${title} 核对码`]),
    '总分',
    '迟到（分）',
  ];
  const body = rows.map(({ pupil, results, total }): Cell[] => [
    pupil.account,
    pupil.name,
    pupil.class,
    pupil.group,
    ...results.flatMap((row) => (row ? [scoreOf(row), row.code] : [null, null])),
    total,
    lateMinutes(results),
  ]);
  return [head, ...body].map((row) => row.map(escaped));
}

/** Whole minutes the student came late, of the lesson begun first; null where there was no exam. */
export function lateMinutes(results: readonly (ResultRow | null)[]): number | null {
  const late = results.flatMap((row) => (row?.late == null ? [] : [row.late]));
  return late.length === 0 ? null : Math.floor(Math.min(...late) / 60_000);
}
