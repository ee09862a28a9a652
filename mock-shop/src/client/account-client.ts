import type { Account } from 'fixtures';
import type { RosterRow, RoundSummary, Tasks } from '../domain/training/overview.ts';
import { rest } from './call.ts';

/** What 我的账户 shows: of a student the tasks, of the others the class and its rounds. */
export interface Overview {
  account: Account | null;
  tasks?: Tasks;
  rounds?: RoundSummary[];
  roster?: RosterRow[];
  /** Of the rules that the next round begins with. */
  preset?: string;
}

/** @throws {ShopError} */
export const getOverview = (): Promise<Overview> => rest('/api/account/overview');

/** The students of a class take the places of those before. @throws {ShopError} `isv.permission-denied`, `isv.shift-running` */
export const replaceRoster = (accounts: readonly object[]): Promise<unknown> => rest('/api/roster', { accounts });
