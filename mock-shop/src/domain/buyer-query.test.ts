import { describe, expect, it } from 'vitest';
import { tinyChat, tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';
import { buyers, buyerTrades } from './buyer-query.ts';
import { beginState } from './state.ts';

const own = [
  tinyTrade(9, { buyer_nick: 'Lin', status: 'WAIT_BUYER_PAY', created: '2026-11-22T09:00:00+08:00' }),
  tinyTrade(8, { buyer_nick: 'Lin', created: '2026-11-21T09:00:00+08:00' }),
  tinyTrade(7, { buyer_nick: 'Lin', status: 'TRADE_BUYER_SIGNED', created: '2026-11-20T09:00:00+08:00' }),
  tinyTrade(
    6,
    { buyer_nick: 'Lin', status: 'TRADE_FINISHED', created: '2026-11-19T09:00:00+08:00' },
    { refund_status: 'CLOSED' },
  ),
  tinyTrade(5, {
    buyer_nick: 'Lin',
    status: 'TRADE_FINISHED',
    buyer_rate: true,
    created: '2026-11-18T09:00:00+08:00',
  }),
];
const other = tinyTrade(4, { created: '2026-11-17T09:00:00+08:00' });
const state = beginState(
  tinyWorld({
    trades: [...own, other],
    chats: [tinyChat(), tinyChat({ buyer_nick: '还没说话', messages: [], unread: 0 })],
  }),
  1000,
);

describe('a buyer’s trades', () => {
  it('are his own, newest first, by tab', () => {
    const tids = (tab: Parameters<typeof buyerTrades>[2]) =>
      buyerTrades(state, 'Lin', tab, 1, 10).trades.map(({ tid }) => tid);
    expect(tids('all')).toEqual([9, 8, 7, 6, 5].map(tinyId));
    expect(tids('waitPay')).toEqual([tinyId(9)]);
    expect(tids('waitSend')).toEqual([tinyId(8)]);
    expect(tids('waitReceive')).toEqual([tinyId(7)]);
    expect(tids('needRate')).toEqual([tinyId(6)]);
    expect(tids('refund')).toEqual([tinyId(6)]);
  });

  it('come in pages with the counts of all tabs', () => {
    const page = buyerTrades(state, 'Lin', 'all', 2, 2);
    expect(page.trades.map(({ tid }) => tid)).toEqual([tinyId(7), tinyId(6)]);
    expect(page).toMatchObject({
      total: 5,
      counts: { all: 5, waitPay: 1, waitSend: 1, waitReceive: 1, needRate: 1, refund: 1 },
    });
    expect(buyerTrades(state, '谁', 'all', 1, 10)).toMatchObject({ trades: [], total: 0 });
  });
});

describe('the buyers', () => {
  it('are those who bought or wrote, who was active last first', () => {
    expect(buyers(state, '', 10)).toEqual({
      total: 3,
      buyers: [
        { nick: '买家3', trades: 0, last: '2026-11-22T09:30:00+08:00' },
        { nick: 'Lin', trades: 5, last: '2026-11-22T09:00:00+08:00' },
        { nick: '买家4', trades: 1, last: '2026-11-17T09:00:00+08:00' },
      ],
    });
  });

  it('are found by a part of the nick', () => {
    expect(buyers(state, 'lI', 10)).toMatchObject({ total: 1, buyers: [{ nick: 'Lin' }] });
    expect(buyers(state, '买家', 1)).toMatchObject({ total: 2, buyers: [{ nick: '买家3' }] });
  });
});
