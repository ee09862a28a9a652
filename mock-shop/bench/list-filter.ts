/**
 * How long the list of sold trades takes to answer, without a browser: a domain query over 1,000, 10,000 and 100,000
 * trades. Prints one JSON array; `npm run bench` at the root makes a table of it.
 */
import { buildBulkWorld } from 'fixtures';
import { counts, type SoldQuery, sold } from '../src/domain/query.ts';
import { simMs } from '../src/domain/sim-time.ts';
import { beginState, type ShopState } from '../src/domain/state.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 60;
const PAGE = { page: 1, size: 20 } as const;

const queries: [name: string, query: SoldQuery][] = [
  ['近三个月', PAGE],
  ['等待发货', { ...PAGE, tab: 'waitSend' }],
  ['宝贝名称', { ...PAGE, title: '手机' }],
  ['买家昵称', { ...PAGE, nick: 'a' }],
  ['红旗', { ...PAGE, flag: 1 }],
  [
    '全部条件',
    {
      ...PAGE,
      tab: 'sent',
      title: '机',
      nick: 'a',
      flag: 0,
      status: ['WAIT_BUYER_CONFIRM_GOODS'],
      refund: 'NO_REFUND',
    },
  ],
  ['末页', { page: 40, size: 100, tab: 'success' }],
];

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function time(run: () => unknown): { p50: number; p95: number } {
  for (let warm = 0; warm < 10; warm++) run();
  const taken = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

function measure(state: ShopState, trades: number, built: number) {
  const now = simMs(state.start);
  return [
    { query: '（生成并建索引）', trades, found: trades, p50: built, p95: built },
    ...queries.map(([query, wanted]) => ({
      query,
      trades,
      found: sold(state, wanted, now).total,
      ...time(() => sold(state, wanted, now)),
    })),
    { query: '各标签的数目', trades, found: trades, ...time(() => counts(state, now)) },
  ];
}

const rows = SIZES.flatMap((trades) => {
  const start = performance.now();
  const state = beginState(buildBulkWorld(trades, 1), 0);
  return measure(state, trades, performance.now() - start);
});
console.log(JSON.stringify(rows));
