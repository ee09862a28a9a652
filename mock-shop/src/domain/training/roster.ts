import type { Account } from 'fixtures';
import { invalid } from '../refusal.ts';
import { Refused } from '../refused.ts';

const LARGEST = 500;

/** A student as a list names them. */
export interface Student {
  account: string;
  name: string;
  class: string;
  group: string;
}

/** An entry of a list from outside, without the spaces around; what is missing is empty. */
export function studentOf(entry: unknown): Student {
  const text = (key: keyof Student): string => {
    const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  return { account: text('account'), name: text('name'), class: text('class'), group: text('group') };
}

const LIMITS: readonly (readonly [key: keyof Student, what: string])[] = [
  ['account', '账号'],
  ['name', '姓名'],
  ['class', '班级'],
  ['group', '小组'],
];

/**
 * Everything that is wrong with a list of students, in Chinese: in which entry (from 0), and what.
 * @param staff accounts that a student cannot have
 * @param where how an entry is called: `第 3 人`
 */
export function rosterFaults(
  list: readonly Student[],
  staff: readonly Pick<Account, 'account'>[],
  where: (at: number) => string,
): { at: number; why: string }[] {
  if (list.length === 0) return [{ at: -1, why: '名单里一个人也没有' }];
  if (list.length > LARGEST) return [{ at: -1, why: `名单最多 ${LARGEST} 人，这一份有 ${list.length} 人` }];
  const own = new Set(staff.map(({ account }) => account.toLowerCase()));
  const taken = new Map<string, number>();
  return list.flatMap((student, at) => {
    const long = LIMITS.find(([key]) => student[key].length > 20);
    const key = student.account.toLowerCase();
    const before = taken.get(key);
    if (before === undefined) taken.set(key, at);
    if (long) return [{ at, why: `${long[1]}超过 20 个字` }];
    if (student.account === '') return [{ at, why: '没有账号' }];
    if (!/^[A-Za-z0-9_-]+$/.test(student.account)) return [{ at, why: '账号只能用字母、数字、_ 和 -' }];
    if (own.has(key)) return [{ at, why: `账号 ${student.account} 是平台自己的账号，请换一个` }];
    if (before !== undefined) return [{ at, why: `账号 ${student.account} 和${where(before)}重复` }];
    return student.name === '' ? [{ at, why: '没有姓名' }] : [];
  });
}

/**
 * The students of a list `{account, name, class, group}`, numbered in its order (AM-38).
 * @throws Refused that names the entry (from 1) and what is wrong with it
 */
export function checkedRoster(list: unknown, staff: readonly Account[]): Account[] {
  const students = Array.isArray(list) ? list.map(studentOf) : [];
  const where = (at: number): string => `第 ${at + 1} 人`;
  const [fault] = rosterFaults(students, staff, where);
  if (fault) throw new Refused(invalid('accounts', fault.at < 0 ? fault.why : `${where(fault.at)}：${fault.why}`));
  return students.map((student, i) => ({ ...student, role: 'student', no: i + 1 }));
}
