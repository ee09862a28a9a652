import type { Account, Shift, TrainingRules } from 'fixtures';
import { rest } from './call.ts';

/** A round as the screens show it. */
export interface SeenShift extends Omit<Shift, 'rules'> {
  preset: TrainingRules['preset'];
  pause: boolean;
  /** Visitors or system orders that it has in all. */
  total: number;
  /** Real seconds until it ends by itself; null: it does not, or is over. */
  left: number | null;
}

export interface Shifts {
  /** Oldest first. */
  shifts: SeenShift[];
  /** What the next round will be like. */
  rules: TrainingRules;
  /** Simulated time. */
  now: string;
  paused: boolean;
}

/** Who is signed in. @throws {ShopError} */
export const getAccount = async (): Promise<Account | null> =>
  (await rest<{ account: Account | null }>('/api/account')).account;

/** @throws {ShopError} `isv.account-not-exist`, `isv.wrong-password`, `isv.shift-running` */
export const signIn = (account: string, password: string): Promise<unknown> =>
  rest('/api/account/sign-in', { account, password });

/** @throws {ShopError} `isv.shift-running` */
export const signOut = (): Promise<unknown> => rest('/api/account/sign-out', {});

/** All rounds of this world. @throws {ShopError} */
export const getShifts = (): Promise<Shifts> => rest('/api/shifts');

/** @throws {ShopError} `isv.not-signed-in`, `isv.shift-running` */
export const startShift = (kind: Shift['kind']): Promise<unknown> => rest('/api/shifts', { kind });

/** 交卷. @throws {ShopError} `isv.shift-over` */
export const endShift = (id: string): Promise<unknown> => rest(`/api/shifts/${encodeURIComponent(id)}/end`, {});

/** @throws {ShopError} */
export const getRules = (): Promise<{ rules: TrainingRules; presets: Record<string, TrainingRules> }> =>
  rest('/api/rules');

/** @throws {ShopError} `isv.permission-denied`, `isv.invalid-parameter:rules` */
export const saveRules = (rules: unknown): Promise<unknown> => rest('/api/rules', { rules });
