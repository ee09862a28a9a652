import fc from 'fast-check';
import type { Trade } from 'fixtures';
import type { Command } from '../domain/command.ts';
import type { ShopState } from '../domain/state.ts';

/** Something that may be asked about a trade as it is; it may well be refused. */
export type RandomAct = (trade: Trade, state: ShopState) => Command;

/** Amounts around what things cost. */
export const money = fc.integer({ min: 0, max: 300_000 }).map((n) => (n / 100).toFixed(2));

/** Chooses by a number drawn beforehand. @throws RangeError when there is nothing to choose from */
export function pick<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length];
  if (one === undefined) throw new RangeError('nothing to choose from');
  return one;
}
