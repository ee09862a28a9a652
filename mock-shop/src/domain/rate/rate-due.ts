import type { Trade } from 'fixtures';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { STATUSES } from '../trade-index.ts';
import { rateUntil, unratedOrders } from './decide-rate.ts';

/** A trade whose buyer the seller can rate now. */
export interface DueTrade {
  trade: Trade;
  /** The orders that are still to be rated. */
  oids: string[];
  /** Until when, ISO. */
  rate_until: string;
}

export interface DueQuery {
  /** Part of the buyer's nick or of the trade's number. */
  nick?: string;
  tid?: string;
  /** From 1. */
  page: number;
  size: number;
}

/** One page of the trades that wait for the seller's rating, newest first. What is past its time is not among them. `now`: simulated ms. */
export function rateDue(state: ShopState, query: DueQuery, now: number): { total: number; trades: DueTrade[] } {
  const { index, trades } = state;
  const finished = 1 << STATUSES.indexOf('TRADE_FINISHED');
  const nick = query.nick?.toLowerCase() ?? '';
  const found: Trade[] = [];
  for (let place = trades.length - 1; place >= 0; place--) {
    if (index.status[place] !== finished || ((index.rated[place] ?? 0) & 1) !== 0) continue;
    const trade = trades[place];
    if (!trade || !index.nicks[place]?.includes(nick) || !trade.tid.includes(query.tid ?? '')) continue;
    if (rateUntil(state, trade) >= now) found.push(trade);
  }
  const first = (query.page - 1) * query.size;
  return {
    total: found.length,
    trades: found.slice(first, first + query.size).map((trade) => ({
      trade,
      oids: unratedOrders(state, trade, 'seller').map(({ oid }) => oid),
      rate_until: simText(rateUntil(state, trade)),
    })),
  };
}
