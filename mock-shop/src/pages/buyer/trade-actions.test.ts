import type { Order, Trade } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyTrade } from '../../testing/tiny-world.ts';
import { actionsOf, mayRefund, type TradeAction } from './trade-actions.ts';

describe('what a buyer can do with a trade', () => {
  it.each<[Partial<Trade>, TradeAction[]]>([
    [{ status: 'WAIT_BUYER_PAY' }, ['pay', 'cancel']],
    [{ status: 'WAIT_SELLER_SEND_GOODS' }, ['remind']],
    [{ status: 'SELLER_CONSIGNED_PART' }, ['remind', 'logistics']],
    [{ status: 'WAIT_BUYER_CONFIRM_GOODS' }, ['confirm', 'logistics', 'delay']],
    [{ status: 'WAIT_BUYER_CONFIRM_GOODS', type: 'cod' }, ['confirm', 'logistics']],
    [{ status: 'TRADE_BUYER_SIGNED', type: 'cod' }, ['confirm', 'logistics']],
    [{ status: 'TRADE_FINISHED' }, ['rate', 'logistics']],
    [{ status: 'TRADE_FINISHED', buyer_rate: true }, ['logistics']],
    [{ status: 'TRADE_CLOSED' }, []],
    [{ status: 'TRADE_CLOSED', consign_time: '2026-11-22T09:00:00+08:00' }, ['logistics']],
    [{ status: 'TRADE_CLOSED_BY_TAOBAO' }, []],
  ])('%j', (parts, actions) => {
    expect(actionsOf(tinyTrade(1, parts))).toEqual(actions);
  });

  it.each<[Partial<Trade>, Partial<Order>, boolean]>([
    [{ status: 'WAIT_BUYER_PAY' }, {}, false],
    [{ status: 'WAIT_SELLER_SEND_GOODS' }, {}, true],
    [{ status: 'WAIT_SELLER_SEND_GOODS', type: 'cod' }, {}, false],
    [{ status: 'WAIT_BUYER_CONFIRM_GOODS' }, {}, true],
    [{ status: 'WAIT_BUYER_CONFIRM_GOODS' }, { refund_status: 'CLOSED' }, true],
    [{ status: 'WAIT_BUYER_CONFIRM_GOODS' }, { refund_status: 'WAIT_SELLER_AGREE' }, false],
    [{ status: 'TRADE_BUYER_SIGNED', type: 'cod' }, {}, false],
    [{ status: 'TRADE_FINISHED', type: 'cod' }, {}, true],
    [{ status: 'TRADE_FINISHED' }, { refund_status: 'SUCCESS' }, false],
    [{ status: 'TRADE_CLOSED' }, {}, false],
  ])('%j with %j may be refunded: %s', (parts, line, possible) => {
    const trade = tinyTrade(1, parts, line);
    const [order] = trade.orders.order;
    expect(order && mayRefund(trade, order)).toBe(possible);
  });
});
