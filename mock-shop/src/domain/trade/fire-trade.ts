import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { isRefunding } from '../trade-index.ts';
import { closing } from './close.ts';
import { finishing } from './confirm.ts';

/**
 * What the platform does of a trade whose deadline has come: an unpaid one closes, receipt is confirmed. Null when the
 * deadline is not this one any more, or a refund is open. Source: seller-backend "Timeouts".
 */
export function fireTrade(state: ShopState, tid: string, at: number): Draft[] | null {
  const trade = find(state, 'trade', tid);
  if (trade?.timeout_action_time === undefined || simMs(trade.timeout_action_time) !== at) return null;
  switch (trade.status) {
    case 'WAIT_BUYER_PAY':
      return [closing(state, trade, 'platform', '未及时付款', at)];
    case 'WAIT_BUYER_CONFIRM_GOODS':
    case 'TRADE_BUYER_SIGNED':
      return isRefunding(trade) ? null : [finishing(state, trade, 'platform', at)];
    default:
      return null;
  }
}
