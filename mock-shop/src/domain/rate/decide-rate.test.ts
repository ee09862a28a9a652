import type { ShopRecord, TradeRate } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyId, tinyTrade, tinyWorld } from '../../testing/tiny-world.ts';
import { apply } from '../apply.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { worldStarted } from '../record.ts';
import { simMs } from '../sim-time.ts';
import { beginState, type ShopState } from '../state.ts';

const NOW = { sim: simMs('2026-11-22T10:05:00+08:00'), wall: 5000 };
const DAY = 86_400_000;
const finished = tinyTrade(4, {
  status: 'TRADE_FINISHED',
  created: '2026-11-10T09:00:00+08:00',
  end_time: '2026-11-20T09:00:00+08:00',
});
const [first] = finished.orders.order;
if (!first) throw new Error('no order');
/** Two orders, one of them refunded. */
const double = {
  ...finished,
  tid: tinyId(5),
  buyer_nick: '买家5',
  orders: {
    order: [
      { ...first, oid: tinyId(51) },
      { ...first, oid: tinyId(52) },
      { ...first, oid: tinyId(53), status: 'TRADE_CLOSED' as const, refund_status: 'SUCCESS' as const },
    ],
  },
};

function begun(): ShopState {
  const trades = [tinyTrade(3, { created: '2026-11-22T09:00:00+08:00' }), double, finished];
  const state = beginState(tinyWorld({ trades }), 1000);
  for (const record of worldStarted(state, 1440, 1000)) apply(state, record);
  return state;
}

function run(state: ShopState, command: Command, sim = NOW.sim): ShopRecord[] | string {
  const decision = decide(state, command, { sim, wall: 0 });
  if ('refusal' in decision) return `${decision.refusal.code} ${decision.refusal.sub_code}`;
  for (const record of decision.records) apply(state, record);
  return decision.records;
}

const rate = (parts: Partial<Extract<Command, { type: 'rate.add' }>> = {}): Command => ({
  type: 'rate.add',
  actor: 'buyer',
  tid: finished.tid,
  result: 'good',
  content: '不错',
  ...parts,
});

describe('rating', () => {
  it('is kept with both names and finishes the trade of one order', () => {
    const state = begun();
    const records = run(state, rate({ result: 'bad', content: ' 充电发烫\r\n退货 ' }));
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      actor: 'buyer',
      type: 'rate.added',
      subject: `${first.oid}-buyer`,
      data: {
        before: null,
        after: {
          result: 'bad',
          content: '充电发烫\n退货',
          nick: '买家4',
          rated_nick: '小店',
          created: '2026-11-22T10:05:00+08:00',
        },
        also: [{ kind: 'trade', id: finished.tid, after: { buyer_rate: true } }],
      },
    });
    expect(state.trades[state.places.get(finished.tid) ?? -1]).toMatchObject({ buyer_rate: true, seller_rate: false });
  });

  it('counts the trade as rated once every order that was sold is', () => {
    const state = begun();
    const trade = () => state.trades[state.places.get(double.tid) ?? -1];
    run(state, rate({ tid: double.tid, oid: tinyId(52), actor: 'seller', content: '' }));
    expect(trade()?.seller_rate).toBe(false);
    const rest = run(state, rate({ tid: double.tid, actor: 'seller' }));
    expect(rest).toHaveLength(1);
    expect(trade()).toMatchObject({ seller_rate: true, buyer_rate: false });
    // Both orders in one go by the other side: one record each, the trade changes with the last.
    const both = run(state, rate({ tid: double.tid }));
    expect([...state.rates.keys()]).toEqual(
      [52, 51].map((n) => `${tinyId(n)}-seller`).concat([51, 52].map((n) => `${tinyId(n)}-buyer`)),
    );
    expect(typeof both === 'string' ? both : both.map(({ data }) => 'also' in data)).toEqual([false, true]);
  });

  it.each<[string, Partial<Extract<Command, { type: 'rate.add' }>>, string]>([
    ['no tid', { tid: '' }, '40 isv.missing-parameter:tid'],
    ['letters in the tid', { tid: 'abc' }, '41 isv.invalid-parameter:tid'],
    ['an oid that is none', { oid: 'x' }, '41 isv.invalid-parameter:oid'],
    ['no grade', { result: '' }, '40 isv.missing-parameter:result'],
    ['an unknown grade', { result: 'great' }, '41 isv.invalid-parameter:result'],
    ['a neutral one without words', { result: 'neutral', content: ' \n' }, '40 isv.missing-parameter:content'],
    ['a bad one without words', { result: 'bad', content: '' }, '40 isv.missing-parameter:content'],
    ['501 bytes', { content: `${'好'.repeat(250)}a` }, '41 isv.invalid-parameter:content'],
    ['an emoji', { content: '好😀' }, '41 isv.invalid-parameter:content'],
    ['a control character', { content: 'a\u0007' }, '41 isv.invalid-parameter:content'],
    ['an unknown trade', { tid: tinyId(99) }, '15 isv.trade-not-exist'],
    ['a trade that is not over', { tid: tinyId(3) }, '15 isv.trade-status-error'],
    ['another trade’s order', { oid: tinyId(51) }, '15 isv.order-not-exist'],
    ['an order that was refunded', { tid: double.tid, oid: tinyId(53) }, '15 isv.order-status-error'],
  ])('is refused for %s', (_name, parts, refusal) => {
    expect(run(begun(), rate(parts))).toBe(refusal);
  });

  it('takes 500 bytes, and happens once', () => {
    const state = begun();
    expect(run(state, rate({ content: '好'.repeat(250) }))).toHaveLength(1);
    expect(run(state, rate())).toBe('15 isv.rate-already-exist');
    expect(run(state, rate({ oid: first.oid }))).toBe('15 isv.rate-already-exist');
    expect(run(state, rate({ tid: double.tid, oid: tinyId(51) }))).toHaveLength(1);
    expect(run(state, rate({ tid: double.tid, oid: tinyId(51) }))).toBe('15 isv.rate-already-exist');
  });

  it('is possible for fifteen days after the end', () => {
    const end = simMs('2026-11-20T09:00:00+08:00');
    expect(run(begun(), rate(), end + 15 * DAY + 1000)).toBe('15 isv.rate-time-over');
    expect(run(begun(), rate(), end + 15 * DAY)).toHaveLength(1);
  });
});

describe('an explanation', () => {
  const explain = (parts: Partial<Extract<Command, { type: 'rate.explain' }>> = {}): Command => ({
    type: 'rate.explain',
    actor: 'seller',
    oid: first.oid,
    reply: '抱歉，已为您换新',
    ...parts,
  });
  const rated = (): ShopState => {
    const state = begun();
    run(state, rate({ result: 'neutral', content: '一般' }));
    return state;
  };

  it('is given once by the rated side', () => {
    const state = rated();
    expect(run(state, explain({ reply: '抱'.repeat(500) }))).toMatchObject([
      { actor: 'seller', type: 'rate.explained', data: { before: { reply: '' }, after: { reply: '抱'.repeat(500) } } },
    ]);
    expect(state.rates.get(`${first.oid}-buyer`)).toMatchObject({
      reply_time: '2026-11-22T10:05:00+08:00',
    } satisfies Partial<TradeRate>);
    expect(run(state, explain())).toBe('15 isv.rate-already-explained');
  });

  it.each<[string, Partial<Extract<Command, { type: 'rate.explain' }>>, string]>([
    ['no oid', { oid: '' }, '40 isv.missing-parameter:oid'],
    ['letters in the oid', { oid: 'abc' }, '41 isv.invalid-parameter:oid'],
    ['nothing said', { reply: ' ' }, '40 isv.missing-parameter:reply'],
    ['501 characters', { reply: 'a'.repeat(501) }, '41 isv.invalid-parameter:reply'],
    ['an emoji', { reply: '好😀' }, '41 isv.invalid-parameter:reply'],
    ['an order nobody rated', { oid: tinyId(51) }, '15 isv.rate-not-exist'],
    ['one’s own rating', { actor: 'buyer' }, '15 isv.rate-not-exist'],
  ])('is refused for %s', (_name, parts, refusal) => {
    expect(run(rated(), explain(parts))).toBe(refusal);
  });

  it('is possible for thirty days', () => {
    expect(run(rated(), explain(), NOW.sim + 30 * DAY + 1000)).toBe('15 isv.rate-time-over');
    expect(run(rated(), explain(), NOW.sim + 30 * DAY)).toHaveLength(1);
  });
});
