import { type Order, SETTINGS, type Trade, type TradeStatus } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyTrade } from '../../testing/tiny-world.ts';
import { simMs } from '../sim-time.ts';
import { extended, pausedTimeout, resumedTimeout } from './timeout.ts';
import { statusOf, tradeAfter } from './trade-after.ts';

const AT = simMs('2026-11-22T10:00:00+08:00');
const when = { at: AT, settings: SETTINGS };
const line = (status: TradeStatus, refund_status: Order['refund_status'] = 'NO_REFUND'): Order => {
  const [order] = tinyTrade(1).orders.order;
  if (!order) throw new Error('no order');
  return { ...order, status, refund_status };
};

describe('a trade is where its orders are', () => {
  it.each<[TradeStatus, Order[]]>([
    ['WAIT_BUYER_PAY', [line('WAIT_BUYER_PAY'), line('WAIT_BUYER_PAY')]],
    ['WAIT_SELLER_SEND_GOODS', [line('WAIT_SELLER_SEND_GOODS'), line('WAIT_SELLER_SEND_GOODS')]],
    ['SELLER_CONSIGNED_PART', [line('WAIT_BUYER_CONFIRM_GOODS'), line('WAIT_SELLER_SEND_GOODS')]],
    ['WAIT_BUYER_CONFIRM_GOODS', [line('WAIT_BUYER_CONFIRM_GOODS'), line('TRADE_FINISHED')]],
    ['WAIT_BUYER_CONFIRM_GOODS', [line('WAIT_BUYER_CONFIRM_GOODS'), line('WAIT_SELLER_SEND_GOODS', 'SUCCESS')]],
    ['WAIT_SELLER_SEND_GOODS', [line('TRADE_CLOSED', 'SUCCESS'), line('WAIT_SELLER_SEND_GOODS')]],
    ['TRADE_BUYER_SIGNED', [line('TRADE_BUYER_SIGNED')]],
    ['TRADE_FINISHED', [line('TRADE_FINISHED'), line('TRADE_CLOSED', 'SUCCESS')]],
    // A refund after the trade's end does not undo the end.
    ['TRADE_FINISHED', [line('TRADE_FINISHED', 'SUCCESS')]],
    ['TRADE_CLOSED', [line('TRADE_CLOSED', 'SUCCESS'), line('WAIT_SELLER_SEND_GOODS', 'SUCCESS')]],
    ['TRADE_CLOSED_BY_TAOBAO', [line('TRADE_CLOSED_BY_TAOBAO')]],
  ])('%s', (status, orders) => {
    expect(statusOf(orders)).toBe(status);
  });
});

describe('a new status brings its times', () => {
  const paid = tinyTrade(1, { status: 'WAIT_SELLER_SEND_GOODS' });

  it('all sent: the shipping time and ten days to confirm, or the days kept while a refund is open', () => {
    const sent = tradeAfter(paid, [line('WAIT_BUYER_CONFIRM_GOODS')], when);
    expect(sent).toMatchObject({
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      consign_time: '2026-11-22T10:00:00+08:00',
      timeout_action_time: '2026-12-02T10:00:00+08:00',
    });
    const asked = tradeAfter(paid, [line('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_AGREE')], when);
    expect(asked.timeout_action_time).toBeUndefined();
    expect(asked.timeout_left).toBe(864_000);
  });

  it('sent in part: the shipping time, which stays when the rest is sent', () => {
    const part = tradeAfter(paid, [line('WAIT_BUYER_CONFIRM_GOODS'), line('WAIT_SELLER_SEND_GOODS')], when);
    expect(part).toMatchObject({ status: 'SELLER_CONSIGNED_PART', consign_time: '2026-11-22T10:00:00+08:00' });
    expect(part.timeout_action_time).toBeUndefined();
    const rest = tradeAfter(part, [line('WAIT_BUYER_CONFIRM_GOODS'), line('WAIT_BUYER_CONFIRM_GOODS')], {
      ...when,
      at: AT + 86_400_000,
    });
    expect(rest).toMatchObject({
      consign_time: '2026-11-22T10:00:00+08:00',
      timeout_action_time: '2026-12-03T10:00:00+08:00',
    });
  });

  it('cash on delivery has no deadline before it is signed for', () => {
    const sent = tradeAfter({ ...paid, type: 'cod' }, [line('WAIT_BUYER_CONFIRM_GOODS')], when);
    expect(sent.timeout_action_time).toBeUndefined();
    const signed = tradeAfter(sent, [line('TRADE_BUYER_SIGNED')], when);
    expect(signed.timeout_action_time).toBe('2026-12-02T10:00:00+08:00');
  });

  it('over: the end, and no deadline, running or stopped; refunded orders are closed', () => {
    const stopped: Trade = { ...paid, status: 'WAIT_BUYER_CONFIRM_GOODS', timeout_left: 60 };
    const closed = tradeAfter(stopped, [line('WAIT_BUYER_CONFIRM_GOODS', 'SUCCESS')], when);
    expect(closed).toMatchObject({ status: 'TRADE_CLOSED', end_time: '2026-11-22T10:00:00+08:00' });
    expect(closed.orders.order[0]?.status).toBe('TRADE_CLOSED');
    expect(closed).not.toHaveProperty('timeout_left');
    const running: Trade = { ...stopped, timeout_action_time: '2026-11-23T10:00:00+08:00' };
    expect(tradeAfter(running, [line('TRADE_FINISHED')], when)).not.toHaveProperty('timeout_action_time');
  });

  it('the same status changes no time', () => {
    const sent = {
      ...paid,
      status: 'WAIT_BUYER_CONFIRM_GOODS' as const,
      timeout_action_time: '2026-11-23T10:00:00+08:00',
    };
    const orders = [line('WAIT_BUYER_CONFIRM_GOODS', 'SELLER_REFUSE_BUYER')];
    expect(tradeAfter(sent, orders, when)).toEqual({ ...sent, orders: { order: orders } });
  });
});

describe('a deadline', () => {
  const sent = tinyTrade(1, {
    status: 'WAIT_BUYER_CONFIRM_GOODS',
    timeout_action_time: '2026-11-24T10:00:00+08:00',
  });

  it('stands still while a refund is open and goes on with what was left', () => {
    const paused = pausedTimeout(sent, AT);
    expect(paused.timeout_left).toBe(2 * 86_400);
    expect(paused).not.toHaveProperty('timeout_action_time');
    expect(pausedTimeout(paused, AT + 5000)).toBe(paused);
    const open = { ...paused, orders: { order: [line('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_AGREE')] } };
    expect(resumedTimeout(open, AT)).toBe(open);
    const resumed = resumedTimeout(paused, AT + 3 * 86_400_000);
    expect(resumed.timeout_action_time).toBe('2026-11-27T10:00:00+08:00');
    expect(resumed).not.toHaveProperty('timeout_left');
    expect(resumedTimeout(resumed, AT)).toBe(resumed);
  });

  it('can be moved on, running or not; none has nothing to move', () => {
    expect(extended(sent, 3)?.timeout_action_time).toBe('2026-11-27T10:00:00+08:00');
    expect(extended(pausedTimeout(sent, AT), 3)?.timeout_left).toBe(5 * 86_400);
    expect(extended(tinyTrade(1), 3)).toBeUndefined();
  });
});
