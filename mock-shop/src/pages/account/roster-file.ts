import type { Account } from 'fixtures';
import Papa from 'papaparse';
import { rosterFaults, type Student, studentOf } from '../../domain/training/roster.ts';

/** A line of the file and what is wrong in it. */
export interface LineFault {
  /** From 1; 0: the file as a whole. */
  line: number;
  why: string;
}

export interface RosterFile {
  students: Student[];
  faults: LineFault[];
  /** Heads of columns that are not read. */
  ignored: string[];
}

/** What a column may be called. */
const HEADS: Readonly<Record<keyof Student, readonly string[]>> = {
  account: ['account', '账号', '帐号', '学号'],
  name: ['name', '姓名', '学生姓名'],
  class: ['class', '班级'],
  group: ['group', '小组', '组别', '分组'],
};
const KEYS = Object.keys(HEADS) as (keyof Student)[];

/** A class list as CSV: `account,name,class,group` in any order, or the same in Chinese. Every fault is told, by its line. */
export function parseRoster(text: string, staff: readonly Pick<Account, 'account'>[]): RosterFile {
  const [head, ...rows] = linesOf(text);
  if (!head) return { students: [], faults: [{ line: 0, why: '文件是空的' }], ignored: [] };
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  const places = new Map(KEYS.map((key) => [key, names.findIndex((name) => HEADS[key].includes(name))]));
  const faults: LineFault[] = KEYS.flatMap((key) => {
    const found = names.filter((name) => HEADS[key].includes(name)).length;
    const what = `“${HEADS[key][1]}”（${key}）`;
    if (found > 1) return [{ line: head.line, why: `${what}这一列出现了 ${found} 次` }];
    return found === 0 && (key === 'account' || key === 'name')
      ? [{ line: head.line, why: `第一行要是表头，缺少${what}这一列` }]
      : [];
  });
  const known = new Set([...places.values()]);
  const ignored = head.cells.filter((cell, at) => !known.has(at) && cell.trim() !== '').map((cell) => cell.trim());
  if (faults.length > 0) return { students: [], faults, ignored };
  const students = rows.map(({ cells }) =>
    studentOf(Object.fromEntries(KEYS.map((key) => [key, cells[places.get(key) ?? -1]]))),
  );
  const lines = rows.map(({ line }) => line);
  for (const { cells, line } of rows) {
    const most = head.cells.length;
    if (cells.slice(most).some((cell) => cell.trim() !== '')) {
      faults.push({ line, why: `这一行有 ${cells.length} 格，表头只有 ${most} 格` });
    }
  }
  const where = (at: number): string => `第 ${lines[at]} 行`;
  for (const { at, why } of rosterFaults(students, staff, where)) faults.push({ line: lines[at] ?? 0, why });
  return { students, faults: faults.sort((a, b) => a.line - b.line), ignored };
}

/** The rows that have something in them, with the line that each begins in. */
function linesOf(text: string): { line: number; cells: string[] }[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: [',', '\t', ';', '，'] });
  let line = 1;
  const rows = data.map((cells) => {
    const row = { line, cells };
    // A cell in quotation marks may go over several lines.
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return row;
  });
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** The list as a file that Excel opens and `parseRoster` reads. */
export function rosterCsv(students: readonly Student[]): string {
  const rows = students.map((student) => KEYS.map((key) => student[key]));
  const text = Papa.unparse([KEYS.map((key) => HEADS[key][1] ?? key), ...rows], {
    newline: '\r\n',
    escapeFormulae: /^[=+\-@\t\r]/,
  });
  return `\uFEFF${text}\r\n`;
}
