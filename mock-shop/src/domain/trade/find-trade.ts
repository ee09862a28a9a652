import type { Trade } from 'fixtures';
import { find } from '../entities.ts';
import { invalid, missing, remote, type TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';

/** What a rule of the trades comes to: what changes, nothing, or a refusal. */
export type Ruled<T> = { is: T } | { refusal: TopError };

/** The trade of that number. */
export function findTrade(state: ShopState, tid: string): Ruled<Trade> {
  if (tid === '') return { refusal: missing('tid') };
  if (!/^\d{1,19}$/.test(tid)) return { refusal: invalid('tid', '订单编号应当全是数字') };
  const trade = find(state, 'trade', tid);
  return trade ? { is: trade } : { refusal: remote('isv.trade-not-exist', `没有编号为 ${tid} 的订单`) };
}

/** The refusal of what a trade's status does not allow. `why`: a Chinese sentence. */
export function wrongStatus(why: string): { refusal: TopError } {
  return { refusal: remote('isv.invalid-trade-status', why) };
}
