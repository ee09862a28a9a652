import type { Trade } from 'fixtures';
import { simMs, simText } from '../sim-time.ts';
import { isRefunding } from '../trade-index.ts';

/** A simulated day in seconds. */
export const DAY = 86_400;

/**
 * The trade with `left` simulated seconds until the platform acts by itself, counted from `at` (simulated ms), or kept
 * for later where its clock stands still.
 */
export function withTimeLeft(trade: Trade, at: number, left: number, stopped: boolean): Trade {
  const { timeout_action_time: _deadline, timeout_left: _left, ...rest } = trade;
  return stopped ? { ...rest, timeout_left: left } : { ...rest, timeout_action_time: simText(at + left * 1000) };
}

/**
 * The trade with its deadline stopped, because a refund is open; the rest of the time is kept. A trade without a
 * running deadline stays as it is. Source: textbook AM-27.
 * @param at simulated ms
 */
export function pausedTimeout(trade: Trade, at: number): Trade {
  if (trade.timeout_action_time === undefined) return trade;
  const left = Math.max(0, Math.floor(simMs(trade.timeout_action_time) / 1000) - Math.floor(at / 1000));
  return withTimeLeft(trade, at, left, true);
}

/**
 * The trade with its stopped deadline running again from `at` (simulated ms), once none of its orders has an open
 * refund; before that, and where nothing was stopped, as it is. Give it the orders with their new `refund_status`.
 */
export function resumedTimeout(trade: Trade, at: number): Trade {
  const { timeout_left: left } = trade;
  return left === undefined || isRefunding(trade) ? trade : withTimeLeft(trade, at, left, false);
}

/** The trade with `days` simulated days more, whether its deadline runs or stands still; undefined when it has none. */
export function extended(trade: Trade, days: number): Trade | undefined {
  const { timeout_action_time: deadline, timeout_left: left } = trade;
  if (deadline !== undefined) {
    return { ...trade, timeout_action_time: simText(simMs(deadline) + days * DAY * 1000) };
  }
  return left === undefined ? undefined : { ...trade, timeout_left: left + days * DAY };
}
