import fc from 'fast-check';
import type { Trade } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyTrade, tinyWorld } from '../testing/tiny-world.ts';
import { counts, RATE_STATUSES, type SoldQuery, sold } from './query.ts';
import { monthsBefore, simMs, simText } from './sim-time.ts';
import { beginState } from './state.ts';
import { OPEN_REFUNDS, onTab, REFUNDS, STATUSES, TABS } from './trade-index.ts';

const NOW = simMs('2026-11-22T10:00:00+08:00');
const BORDER = '2026-08-22T10:00:00+08:00';
const COURIERS = ['顺丰速运', '圆通速递', 'EMS'];

/** The list's rules said plainly, one trade at a time. */
function fits(trade: Trade, query: SoldQuery): boolean {
  const old = trade.created < BORDER;
  const { tab } = query;
  if (old !== (tab === 'old')) return false;
  if (tab && tab !== 'all' && tab !== 'old' && !onTab(trade, tab)) return false;
  if (query.from && trade.created < query.from) return false;
  if (query.to && trade.created > query.to) return false;
  if (query.status && !query.status.includes(trade.status)) return false;
  if (query.flag !== undefined && trade.seller_flag !== query.flag) return false;
  const orders = trade.orders.order;
  const { title, nick, tid, courier, refund } = query;
  if (title && !orders.some((order) => order.title.toLowerCase().includes(title.toLowerCase()))) return false;
  if (nick && !trade.buyer_nick.toLowerCase().includes(nick.toLowerCase())) return false;
  if (tid && !trade.tid.includes(tid)) return false;
  if (courier && !orders.some((order) => order.logistics_company === courier)) return false;
  if (refund === 'OPEN' && !orders.some((order) => OPEN_REFUNDS.includes(order.refund_status))) return false;
  if (refund && refund !== 'OPEN' && !orders.some((order) => order.refund_status === refund)) return false;
  if (!query.rate) return true;
  if (trade.status !== 'TRADE_FINISHED') return false;
  const both = `${trade.buyer_rate ? 'BUYER' : 'UNBUYER'}_${trade.seller_rate ? 'SELLER' : 'UNSELLER'}`;
  if (query.rate === 'RATE_UNBUYER') return !trade.buyer_rate;
  if (query.rate === 'RATE_UNSELLER') return !trade.seller_rate;
  return query.rate === `RATE_${both}`;
}

const aTrade = fc
  .record({
    n: fc.integer({ min: 1, max: 99 }),
    hours: fc.integer({ min: 0, max: 24 * 200 }),
    status: fc.constantFrom(...STATUSES),
    flag: fc.constantFrom(0, 1, 2, 3, 4, 5),
    seller_rate: fc.boolean(),
    buyer_rate: fc.boolean(),
    nick: fc.constantFrom('Tom猫', 'tom', '小鱼', '小鱼干'),
    title: fc.constantFrom('Nova 手机', '手机壳', '连衣裙'),
    refund: fc.constantFrom(...REFUNDS),
    courier: fc.option(fc.constantFrom(...COURIERS), { nil: undefined }),
  })
  .map(({ n, hours, status, flag, seller_rate, buyer_rate, nick, title, refund, courier }) =>
    tinyTrade(
      n,
      {
        status,
        seller_rate,
        buyer_rate,
        seller_flag: flag as Trade['seller_flag'],
        buyer_nick: nick,
        created: simText(NOW - hours * 3_600_000),
      },
      { title, refund_status: refund, ...(courier !== undefined && { logistics_company: courier }) },
    ),
  );

const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const aTime = fc.integer({ min: 0, max: 24 * 200 }).map((hours) => simText(NOW - hours * 3_600_000));

const aQuery = fc
  .record({
    tab: some(fc.constantFrom(...TABS)),
    title: some(fc.constantFrom('nova', '手机', '裙', '没有')),
    nick: some(fc.constantFrom('TOM', '小鱼', '干')),
    tid: some(fc.constantFrom('1', '00')),
    from: some(aTime),
    to: some(aTime),
    status: some(fc.uniqueArray(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 3 })),
    rate: some(fc.constantFrom(...RATE_STATUSES)),
    refund: some(fc.constantFrom('OPEN' as const, ...REFUNDS)),
    courier: some(fc.constantFrom(...COURIERS)),
    flag: some(fc.constantFrom(0, 1, 2, 3, 4, 5)),
    page: fc.integer({ min: 1, max: 4 }),
    size: fc.integer({ min: 1, max: 10 }),
  })
  .map((query) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as unknown as SoldQuery;
  });

const manyTrades = (minLength: number) =>
  fc.uniqueArray(aTrade, { minLength, maxLength: 40, selector: ({ tid }) => tid });

describe('the list of trades', () => {
  it('finds what the plain rules find, newest first, page by page', () => {
    let found = 0;
    fc.assert(
      fc.property(manyTrades(10), aQuery, (trades, query) => {
        const state = beginState(tinyWorld({ trades }), 1);
        const wanted = state.trades.toReversed().filter((trade) => fits(trade, query));
        const first = (query.page - 1) * query.size;
        const answer = sold(state, query, NOW);
        expect(answer.total).toBe(wanted.length);
        expect(answer.trades).toEqual(wanted.slice(first, first + query.size));
        found += answer.trades.length;
      }),
      { numRuns: 2000, seed: 11 },
    );
    // A property about empty lists would prove nothing.
    expect(found).toBeGreaterThan(1000);
  });

  it('sorts a world that comes unsorted', () => {
    const trades = ['2026-11-01', '2026-11-20', '2026-11-10'].map((day, i) =>
      tinyTrade(i + 1, { created: `${day}T00:00:00+08:00` }),
    );
    const days = sold(beginState(tinyWorld({ trades }), 1), { page: 1, size: 9 }, NOW).trades.map((trade) =>
      trade.created.slice(8, 10),
    );
    expect(days).toEqual(['20', '10', '01']);
  });

  it('counts each tab as the list does', () => {
    fc.assert(
      fc.property(manyTrades(0), (trades) => {
        const state = beginState(tinyWorld({ trades }), 1);
        const listed = TABS.map((tab) => [tab, sold(state, { tab, page: 1, size: 1 }, NOW).total]);
        expect(counts(state, NOW)).toEqual(Object.fromEntries(listed));
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  it('takes both ends of a time range in', () => {
    const trades = [tinyTrade(1, { created: '2026-11-22T09:00:00+08:00' })];
    const state = beginState(tinyWorld({ trades }), 1);
    const at = '2026-11-22T09:00:00+08:00';
    expect(sold(state, { from: at, to: at, page: 1, size: 9 }, NOW).total).toBe(1);
    expect(sold(state, { from: '2026-11-22T09:00:01+08:00', page: 1, size: 9 }, NOW).total).toBe(0);
    expect(sold(state, { to: '2026-11-22T08:59:59+08:00', page: 1, size: 9 }, NOW).total).toBe(0);
  });

  it('pages through 100,000 trades without losing or repeating one', () => {
    const trades = Array.from({ length: 100_000 }, (_, i) =>
      tinyTrade(i + 1, {
        created: simText(NOW - i * 1000),
        seller_flag: i % 10 === 0 ? 1 : 0,
        status: i % 4 === 0 ? 'WAIT_BUYER_PAY' : 'WAIT_SELLER_SEND_GOODS',
      }),
    );
    const state = beginState(tinyWorld({ trades }), 1);
    const query: SoldQuery = { tab: 'waitSend', flag: 1, page: 1, size: 100 };
    const tids = new Set<string>();
    const pages = Math.ceil(sold(state, query, NOW).total / 100);
    for (let page = 1; page <= pages; page++) {
      for (const { tid } of sold(state, { ...query, page }, NOW).trades) tids.add(tid);
    }
    expect(tids.size).toBe(trades.filter((trade, i) => i % 10 === 0 && i % 4 !== 0 && trade.tid).length);
    expect(sold(state, { ...query, page: pages + 1 }, NOW).trades).toEqual([]);
    expect(counts(state, NOW)).toMatchObject({ all: 100_000, waitPay: 25_000, waitSend: 75_000, old: 0 });
  });

  it('looks at no trade object for what the index knows', () => {
    const untouchable = new Proxy(tinyTrade(1), {
      get: (trade, key) => {
        if (key !== 'created' && key !== 'tid') throw new Error(`read ${String(key)}`);
        return Reflect.get(trade, key);
      },
    });
    const state = beginState(tinyWorld({ trades: [tinyTrade(1)] }), 1);
    state.trades[0] = untouchable;
    const query: SoldQuery = {
      tab: 'waitSend',
      flag: 0,
      title: '手机',
      nick: '买家',
      refund: 'NO_REFUND',
      page: 1,
      size: 9,
    };
    expect(sold(state, query, NOW).total).toBe(1);
    expect(counts(state, NOW).waitSend).toBe(1);
  });
});

describe('three months before', () => {
  it.each([
    ['2026-11-22T10:00:00+08:00', BORDER],
    ['2026-05-31T23:30:00+08:00', '2026-02-28T23:30:00+08:00'],
    ['2026-01-15T00:00:00+08:00', '2025-10-15T00:00:00+08:00'],
    ['2024-05-30T07:59:59+08:00', '2024-02-29T07:59:59+08:00'],
  ])('%s is %s', (now, before) => {
    expect(monthsBefore(simMs(now), 3)).toBe(before);
  });
});
