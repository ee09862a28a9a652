import type { Account } from 'fixtures';
import { invalid } from '../refusal.ts';
import { Refused } from '../refused.ts';

const LARGEST = 500;

/**
 * The students of a list `{account, name, class, group}`, numbered in its order (AM-38).
 * @param staff accounts that a student cannot have
 * @throws Refused that names the entry (from 1) and what is wrong with it
 */
export function checkedRoster(list: unknown, staff: readonly Account[]): Account[] {
  if (!Array.isArray(list) || list.length === 0) throw wrong('名单里一个人也没有');
  if (list.length > LARGEST) throw wrong(`名单最多 ${LARGEST} 人，这一份有 ${list.length} 人`);
  const taken = new Map(staff.map(({ account }) => [account.toLowerCase(), 0]));
  return list.map((entry: unknown, i): Account => {
    const no = i + 1;
    const text = (key: string, most: number, what: string): string => {
      const value = typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined;
      const trimmed = typeof value === 'string' ? value.trim() : '';
      if (trimmed.length > most) throw wrong(`第 ${no} 人的${what}超过 ${most} 个字`);
      return trimmed;
    };
    const account = text('account', 20, '账号');
    if (!/^[A-Za-z0-9_-]+$/.test(account)) throw wrong(`第 ${no} 人的账号只能用字母、数字、_ 和 -`);
    const before = taken.get(account.toLowerCase());
    if (before === 0) throw wrong(`第 ${no} 人的账号 ${account} 是平台自己的账号，请换一个`);
    if (before !== undefined) throw wrong(`第 ${no} 人的账号 ${account} 和第 ${before} 人重复`);
    taken.set(account.toLowerCase(), no);
    const name = text('name', 20, '姓名');
    if (name === '') throw wrong(`第 ${no} 人没有姓名`);
    return { account, name, role: 'student', class: text('class', 20, '班级'), group: text('group', 20, '小组'), no };
  });
}

function wrong(why: string): Refused {
  return new Refused(invalid('accounts', why));
}
