import type { Account } from 'fixtures';
import { changed } from '../change.ts';
import type { Now } from '../command.ts';
import type { Draft } from '../record.ts';
import { passwordFault } from '../refund/practice-password.ts';
import { missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { checkedRoster } from './roster.ts';
import { accountsOf, hasRound, signedIn, trainingOf } from './round.ts';

/** Somebody signs in; whoever was is signed out with that. @throws Refused */
export function signIn(
  state: ShopState,
  { account, password }: { account: string; password: string },
  now: Now,
): Draft[] {
  const name = account.trim();
  if (name === '') throw new Refused(missing('account', '请输入账号'));
  const found = accountsOf(state).find((one) => one.account.toLowerCase() === name.toLowerCase());
  if (!found) throw new Refused(remote('isv.account-not-exist', `没有账号 ${name.slice(0, 20)}，请核对老师发的账号`));
  const fault = passwordFault(password);
  if (fault) throw new Refused(fault);
  const before = signedIn(state);
  if (before?.account === found.account) return [];
  if (before && hasRound(state)) throw new Refused(remote('isv.shift-running', `${before.name}的一轮实训还没有结束`));
  return [session(state, 'account.signed-in', found, now)];
}

/** @throws Refused while a round is going on */
export function signOut(state: ShopState, now: Now): Draft[] {
  if (!signedIn(state)) return [];
  if (hasRound(state)) throw new Refused(remote('isv.shift-running', '还有一轮实训没有结束，请先交卷再退出'));
  return [session(state, 'account.signed-out', undefined, now)];
}

function session(state: ShopState, type: string, account: Account | undefined, now: Now): Draft {
  const tell = account ? { name: account.name, role: account.role } : {};
  const after = { account: account?.account ?? '' };
  return changed(state, now.sim, 'seller', type, { kind: 'session', id: 'shop', after }, { tell });
}

/** The teacher's list takes the place of the students before. @throws Refused when it is not sound, or who asks is no teacher */
export function replaceRoster(state: ShopState, list: unknown, now: Now): Draft[] {
  mayManage(state, '更换名单');
  if (hasRound(state)) throw new Refused(remote('isv.shift-running', '还有一轮实训没有结束，现在不能更换名单'));
  const staff = trainingOf(state).ROSTER.filter(({ role }) => role !== 'student');
  const accounts = [...checkedRoster(list, staff), ...staff];
  return [changed(state, now.sim, 'admin', 'roster.replaced', { kind: 'roster', id: 'shop', after: { accounts } })];
}

/** @throws Refused unless a teacher or the administrator is signed in. Source: textbook 0.1 (教师可兼任) */
export function mayManage(state: ShopState, what: string): void {
  const role = signedIn(state)?.role;
  if (role === 'admin' || role === 'teacher') return;
  throw new Refused(remote('isv.permission-denied', `${what}要用管理员或教师的账号登录`));
}
