import { unescaped } from './gradebook-table.ts';
import type { Pupil } from './pupil.ts';

/** One row of a roster file with the line of the file it begins on, 1-based. */
export interface RosterLine {
  line: number;
  cells: readonly string[];
}

export interface RosterFault {
  line: number;
  text: string;
}

export interface Roster {
  pupils: Pupil[];
  /** Everything that is wrong, by line. With any of them the roster may not replace another. */
  faults: RosterFault[];
}

type Column = 'account' | 'name' | 'class' | 'group';
/** What a column may be called, in lower case. Source of the first of each: interfaces.md, "Files". */
const CALLED: Record<Column, readonly string[]> = {
  account: ['account', '账号', '帐号', '学号', '学号/账号', '学号 / 账号'],
  name: ['name', '姓名', '名字', '学生', '学生姓名'],
  class: ['class', '班级', '班'],
  group: ['group', '小组', '组', '组别', '分组'],
};
const NEEDED: Record<Exclude<Column, 'group'>, string> = { account: '账号', name: '姓名', class: '班级' };
/** As the result file takes them (`Student`). */
const LONGEST = 64;
/** More than any school has. */
const MOST = 50_000;

/** Checks the rows of a roster file, the header first, and says all that is wrong with them. Empty rows are passed over. */
export function checkRoster(rows: readonly RosterLine[]): Roster {
  const [header, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!header) return { pupils: [], faults: [{ line: 1, text: '文件是空的' }] };
  const { at, faults } = columnsOf(header);
  if (faults.length > 0) return { pupils: [], faults };
  if (rest.length === 0) faults.push({ line: header.line, text: '只有表头，没有学生' });
  if (rest.length > MOST)
    return { pupils: [], faults: [{ line: header.line, text: `超过 ${MOST} 名学生，请分成几个文件` }] };

  const pupils: Pupil[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of rest) {
    const cell = (column: Column) => (at[column] === undefined ? '' : unescaped((cells[at[column]] ?? '').trim()));
    const pupil = {
      class: cell('class'),
      account: cell('account'),
      name: cell('name'),
      group: cell('group'),
      order: pupils.length,
    };
    const found = faultsOf(pupil);
    if (cells.slice(header.cells.length).some((more) => more.trim() !== ''))
      found.push(`有 ${cells.length} 格，比表头多；内容里有逗号时要加引号`);
    const key = JSON.stringify([pupil.class, pupil.account]);
    const first = lineOf.get(key);
    if (first !== undefined && pupil.account !== '')
      found.push(`账号 ${pupil.account} 在「${pupil.class}」里重复，第 ${first} 行已有`);
    lineOf.set(key, first ?? line);
    faults.push(...found.map((text) => ({ line, text })));
    pupils.push(pupil);
  }
  return { pupils, faults };
}

function columnsOf(header: RosterLine): { at: Partial<Record<Column, number>>; faults: RosterFault[] } {
  const at: Partial<Record<Column, number>> = {};
  const faults: RosterFault[] = [];
  const fault = (text: string) => faults.push({ line: header.line, text });
  for (const [index, cell] of header.cells.entries()) {
    const name = cell.trim().toLowerCase();
    const column = (Object.keys(CALLED) as Column[]).find((one) => CALLED[one].includes(name));
    if (!column) continue;
    if (at[column] !== undefined) fault(`表头里有两列“${cell.trim()}”`);
    at[column] = index;
  }
  for (const [column, name] of Object.entries(NEEDED) as [Exclude<Column, 'group'>, string][])
    if (at[column] === undefined)
      fault(`表头缺少“${name}”列；表头应为 account,name,class,group 或 账号,姓名,班级,小组`);
  return { at, faults };
}

function faultsOf(pupil: Pupil): string[] {
  const faults: string[] = [];
  for (const [column, title] of Object.entries({ ...NEEDED, group: '小组' }) as [Column, string][]) {
    const value = pupil[column];
    if (value === '' && column !== 'group') faults.push(`没有${title}`);
    if (value.length > LONGEST) faults.push(`${title}超过 ${LONGEST} 个字`);
    if (/[\p{Cc}\u{FFFD}]/u.test(value)) faults.push(`${title}里有看不见的字符或乱码`);
  }
  return faults;
}

/** What replacing the roster of one class would change. */
export interface RosterChange {
  class: string;
  /** How many it will have. */
  total: number;
  added: Pupil[];
  /** Same account, another name or group. */
  changed: { from: Pupil; to: Pupil }[];
  removed: Pupil[];
}

/** The changes per class that a new roster brings; classes it does not name stay as they are. */
export function compareRoster(current: readonly Pupil[], next: readonly Pupil[]): RosterChange[] {
  return [...Map.groupBy(next, (pupil) => pupil.class)].map(([name, pupils]) => {
    const before = new Map(current.filter((p) => p.class === name).map((p) => [p.account, p]));
    const after = new Set(pupils.map((p) => p.account));
    return {
      class: name,
      total: pupils.length,
      added: pupils.filter((p) => !before.has(p.account)),
      changed: pupils.flatMap((to) => {
        const from = before.get(to.account);
        return from && (from.name !== to.name || from.group !== to.group) ? [{ from, to }] : [];
      }),
      removed: [...before.values()].filter((p) => !after.has(p.account)),
    };
  });
}
