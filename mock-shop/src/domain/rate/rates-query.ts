import type { TradeRate } from 'fixtures';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';

/** A question to the ratings; each part narrows it, absent parts do not. */
export interface RatesQuery {
  /** Who rated. */
  role: TradeRate['role'];
  /** Any of these. */
  results?: readonly TradeRate['result'][];
  /** Whether it was explained, whether it has a text. */
  replied?: boolean;
  written?: boolean;
  /** From and to, both inclusive, ISO with `+08:00`. */
  from?: string;
  to?: string;
  /** Part of the buyer's nick, the title or the trade's number; letters' case does not matter. */
  nick?: string;
  title?: string;
  tid?: string;
  /** From 1. */
  page: number;
  /** 1–150. */
  size: number;
}

/** One page of ratings, newest first, and how many fit in all. */
export function ratesPage(state: ShopState, query: RatesQuery): { total: number; rates: TradeRate[] } {
  const found = [...state.rates.values()].filter((rate) => fits(rate, query)).sort(newestFirst);
  const first = (query.page - 1) * query.size;
  return { total: found.length, rates: found.slice(first, first + query.size) };
}

function fits(rate: TradeRate, query: RatesQuery): boolean {
  const buyer = rate.role === 'buyer' ? rate.nick : rate.rated_nick;
  return (
    rate.role === query.role &&
    (query.results?.includes(rate.result) ?? true) &&
    (query.replied === undefined || (rate.reply !== '') === query.replied) &&
    (query.written === undefined || (rate.content !== '') === query.written) &&
    (query.from === undefined || rate.created >= query.from) &&
    (query.to === undefined || rate.created <= query.to) &&
    holds(buyer, query.nick) &&
    holds(rate.item_title, query.title) &&
    holds(rate.tid, query.tid)
  );
}

function holds(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}

function newestFirst(a: TradeRate, b: TradeRate): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return a.rate_id < b.rate_id ? 1 : -1;
}

/** How many ratings of each grade. */
export type Tally = Record<TradeRate['result'], number>;

/** What buyers say of the shop. */
export interface RateStats {
  /** Given within the last 7, 30 and 180 days, before that, and in all. */
  periods: Record<'week' | 'month' | 'half' | 'before' | 'all', Tally>;
  /** Share of good ones of the last half year, 0–1; null when nobody rated. */
  good: number | null;
  /** Neutral and bad ones that nobody has answered. */
  unanswered: number;
  /** The goods with the most good ratings of the last half year. Source: textbook OP-3. */
  praised: { title: string; good: number; all: number }[];
}

const DAY = 86_400_000;
/** How many goods are named. */
const PRAISED = 5;

/** The shop's statistics. `now`: simulated ms. */
export function rateStats(state: ShopState, now: number): RateStats {
  const since = (days: number): string => simText(now - days * DAY);
  const [week, month, half] = [since(7), since(30), since(180)];
  const periods = { week: nothing(), month: nothing(), half: nothing(), before: nothing(), all: nothing() };
  const goods = new Map<string, Tally>();
  let unanswered = 0;
  for (const { role, created, result, item_title, reply } of state.rates.values()) {
    if (role !== 'buyer') continue;
    periods.all[result] += 1;
    if (result !== 'good' && reply === '') unanswered += 1;
    if (created < half) periods.before[result] += 1;
    else {
      periods.half[result] += 1;
      if (created >= month) periods.month[result] += 1;
      if (created >= week) periods.week[result] += 1;
      const tally = goods.get(item_title) ?? nothing();
      tally[result] += 1;
      goods.set(item_title, tally);
    }
  }
  const count = sum(periods.half);
  return {
    periods,
    good: count === 0 ? null : periods.half.good / count,
    unanswered,
    praised: [...goods]
      .map(([title, tally]) => ({ title, good: tally.good, all: sum(tally) }))
      .filter(({ good }) => good > 0)
      .sort((a, b) => b.good - a.good || a.all - b.all || (a.title < b.title ? -1 : 1))
      .slice(0, PRAISED),
  };
}

function nothing(): Tally {
  return { good: 0, neutral: 0, bad: 0 };
}

function sum({ good, neutral, bad }: Tally): number {
  return good + neutral + bad;
}
