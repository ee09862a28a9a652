import type { RefundStatus, SellerFlag, Trade, TradeStatus } from 'fixtures';
import { monthsBefore } from './sim-time.ts';
import type { ShopState } from './state.ts';
import { OPEN_REFUNDS, REFUNDS, STATE_TABS, STATUSES, TABS, type Tab } from './trade-index.ts';

/** TOP's `rate_status`, after who has rated and who has not. */
export const RATE_STATUSES = [
  'RATE_UNBUYER',
  'RATE_UNSELLER',
  'RATE_BUYER_UNSELLER',
  'RATE_UNBUYER_SELLER',
  'RATE_BUYER_SELLER',
] as const;
export type RateStatus = (typeof RATE_STATUSES)[number];

/** A question to the list of trades; each part narrows it, absent parts do not. */
export interface SoldQuery {
  /** Absent: the last three months. */
  tab?: Tab;
  /** Part of an order's title, a buyer's nick or a tid; letters' case does not matter. */
  title?: string;
  nick?: string;
  tid?: string;
  /** Creation from and to, both inclusive, ISO with `+08:00`. */
  from?: string;
  to?: string;
  /** Any of these. */
  status?: readonly TradeStatus[];
  rate?: RateStatus;
  /** A refund status, or any that is still open. */
  refund?: RefundStatus | 'OPEN';
  /** Name of the courier, whole. */
  courier?: string;
  flag?: SellerFlag;
  /** From 1. */
  page: number;
  /** 1–100. */
  size: number;
}

/** One page of trades, newest first, and how many fit in all. `now`: simulated ms. */
export function sold(state: ShopState, query: SoldQuery, now: number): { total: number; trades: Trade[] } {
  const { trades } = state;
  const [begin, end] = span(trades, query, now);
  const fits = predicate(state, query);
  const first = (query.page - 1) * query.size;
  const page: Trade[] = [];
  let total = 0;
  for (let place = end - 1; place >= begin; place--) {
    if (!fits(place)) continue;
    if (total >= first && page.length < query.size) {
      const trade = trades[place];
      if (trade) page.push(trade);
    }
    total++;
  }
  return { total, trades: page };
}

/** How many trades are on each tab. `now`: simulated ms. */
export function counts(state: ShopState, now: number): Record<Tab, number> {
  const old = border(state.trades, monthsBefore(now, 3));
  const recent = state.trades.length - old;
  const perBits = new Uint32Array(1 << STATE_TABS.length);
  const { tabs } = state.index;
  for (let place = old; place < state.trades.length; place++) {
    const bits = tabs[place] ?? 0;
    perBits[bits] = (perBits[bits] ?? 0) + 1;
  }
  const count = (tab: Tab): number => {
    if (tab === 'all') return recent;
    if (tab === 'old') return old;
    const bit = 1 << STATE_TABS.indexOf(tab);
    return perBits.reduce((sum, n, bits) => (bits & bit ? sum + n : sum), 0);
  };
  return Object.fromEntries(TABS.map((tab) => [tab, count(tab)])) as Record<Tab, number>;
}

/** Places whose creation time can fit: trades are sorted by it, so they are one stretch. */
function span(trades: readonly Trade[], query: SoldQuery, now: number): [begin: number, end: number] {
  const recent = border(trades, monthsBefore(now, 3));
  let [begin, end] = query.tab === 'old' ? [0, recent] : [recent, trades.length];
  if (query.from !== undefined) begin = Math.max(begin, border(trades, query.from));
  // `~` sorts after every digit, so that the second itself is still within.
  if (query.to !== undefined) end = Math.min(end, border(trades, `${query.to}~`));
  return [begin, Math.max(begin, end)];
}

/** The first place whose trade was created at this time or later. */
function border(trades: readonly Trade[], time: string): number {
  let low = 0;
  let high = trades.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trades[middle]?.created ?? '') < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function predicate(state: ShopState, query: SoldQuery): (place: number) => boolean {
  const { index, trades } = state;
  const tests: ((place: number) => boolean)[] = [];
  const bits = (slots: Uint8Array, mask: number): void => {
    tests.push((place) => ((slots[place] ?? 0) & mask) !== 0);
  };
  const { tab, refund, status, rate, flag, courier } = query;
  if (tab !== undefined && tab !== 'all' && tab !== 'old') bits(index.tabs, 1 << STATE_TABS.indexOf(tab));
  if (status)
    bits(
      index.status,
      status.reduce((mask, one) => mask | (1 << STATUSES.indexOf(one)), 0),
    );
  if (refund) {
    const wanted = refund === 'OPEN' ? OPEN_REFUNDS : [refund];
    bits(
      index.refunds,
      wanted.reduce((mask, one) => mask | (1 << REFUNDS.indexOf(one)), 0),
    );
  }
  if (flag !== undefined) tests.push((place) => index.flag[place] === flag);
  if (rate) {
    const finished = 1 << STATUSES.indexOf('TRADE_FINISHED');
    tests.push((place) => index.status[place] === finished && rateFits(rate, index.rated[place] ?? 0));
  }
  if (courier) tests.push((place) => index.couriers[place]?.includes(`\n${courier}\n`) ?? false);
  const title = query.title?.toLowerCase();
  if (title) tests.push((place) => index.titles[place]?.includes(title) ?? false);
  const nick = query.nick?.toLowerCase();
  if (nick) tests.push((place) => index.nicks[place]?.includes(nick) ?? false);
  const { tid } = query;
  if (tid) tests.push((place) => trades[place]?.tid.includes(tid) ?? false);
  return (place) => tests.every((test) => test(place));
}

function rateFits(rate: RateStatus, rated: number): boolean {
  const seller = (rated & 1) !== 0;
  const buyer = (rated & 2) !== 0;
  switch (rate) {
    case 'RATE_UNBUYER':
      return !buyer;
    case 'RATE_UNSELLER':
      return !seller;
    case 'RATE_BUYER_UNSELLER':
      return buyer && !seller;
    case 'RATE_UNBUYER_SELLER':
      return !buyer && seller;
    case 'RATE_BUYER_SELLER':
      return buyer && seller;
  }
}
