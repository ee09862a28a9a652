import type { Account, Shift, Training, TrainingRules } from 'fixtures';
import { remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';

/** Simulated ms that `seconds` real ones are while the round's clock goes. */
export function simMsOf({ day }: Pick<Shift, 'day'>, seconds: number): number {
  return Math.round((seconds * 86_400_000) / day);
}

/** The other way round: real seconds, to one decimal. */
export function realSeconds({ day }: Pick<Shift, 'day'>, simulated: number): number {
  return Math.round((simulated * day) / 8_640_000) / 10;
}

/** The round of that kind that is going on. */
export function runningShift(state: ShopState, kind: Shift['kind']): Shift | undefined {
  return [...state.shifts.values()].findLast((one) => one.kind === kind && !one.end);
}

/** Whether any round is going on: then nobody may move the clock. */
export function hasRound(state: ShopState): boolean {
  return [...state.shifts.values()].some(({ end }) => !end);
}

/** The platform's texts and plans. @throws Error when they are not loaded: whoever holds the state has to see to it */
export function trainingOf(state: ShopState): Training {
  if (!state.training) throw new Error('实训平台的内容还没有载入');
  return state.training;
}

/** Everybody who may sign in. */
export function accountsOf(state: ShopState): readonly Account[] {
  return state.roster?.accounts ?? trainingOf(state).ROSTER;
}

/** Who is signed in. */
export function signedIn(state: ShopState): Account | undefined {
  const { account } = state.session ?? { account: '' };
  return account === '' ? undefined : accountsOf(state).find((one) => one.account === account);
}

/** The rules that the next round begins with. */
export function rulesOf(state: ShopState): TrainingRules {
  return state.rules ?? trainingOf(state).PRESETS.normal;
}

/** Who is signed in. @throws Refused when nobody is */
export function somebody(state: ShopState): Account {
  const account = signedIn(state);
  if (!account) throw new Refused(remote('isv.not-signed-in', '请先在「我的账户」登录，再开始实训'));
  return account;
}
