import type { Shift } from 'fixtures';
import type { Changed } from '../change.ts';
import type { Draft } from '../record.ts';
import type { ShopState } from '../state.ts';
import { ordersWork } from './desk/work.ts';
import { serviceWork } from './service/work.ts';

/** What is particular to a kind of round. All of it is pure. */
export interface Work {
  /** Real seconds after the beginning at which number `n` (from 0) of the visitors or batches comes; undefined: there is none. */
  plan(state: ShopState, shift: Shift, n: number): number | undefined;
  /** The round as it begins, and what else changes with it (orders that wait for a round). */
  begin(state: ShopState, shift: Shift): { shift: Shift; also: Changed[] };
  /** What comes now. `after` is the round with `come` and `next` moved on; it must be among the changes of the last draft. */
  come(state: ShopState, after: Shift, at: number): Draft[];
  /** What changes when the round ends before all is done (who still waits has gone). */
  end(state: ShopState, shift: Shift, at: number): Changed[];
  /** What is told one by one before the round is ended unfinished (orders that nobody handled are lost). */
  giveUp?(state: ShopState, shift: Shift, at: number): Draft[];
}

export const WORK: Readonly<Record<Shift['kind'], Work>> = { service: serviceWork, orders: ordersWork };
