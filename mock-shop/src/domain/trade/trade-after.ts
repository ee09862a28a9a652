import type { Order, ShopSettings, Trade, TradeStatus } from 'fixtures';
import { simText } from '../sim-time.ts';
import { isRefunding } from '../trade-index.ts';
import { DAY, withTimeLeft } from './timeout.ts';

/** Still part of the deal: neither closed nor refunded before the trade's end. */
export function isLive(order: Order): boolean {
  if (order.status === 'TRADE_FINISHED') return true;
  return order.refund_status !== 'SUCCESS' && !order.status.startsWith('TRADE_CLOSED');
}

/** The trade is over: nothing will be paid, sent or confirmed any more. */
export function isOver(status: TradeStatus): boolean {
  return status === 'TRADE_FINISHED' || status.startsWith('TRADE_CLOSED');
}

/** A trade's status by those of its orders; refunded ones do not count. Source: docs/back-office "订单的状态". */
export function statusOf(orders: readonly Order[]): TradeStatus {
  const live = orders.filter(isLive);
  if (live.length === 0) {
    const refunded = orders.some((order) => order.refund_status === 'SUCCESS' || order.status === 'TRADE_CLOSED');
    return refunded ? 'TRADE_CLOSED' : 'TRADE_CLOSED_BY_TAOBAO';
  }
  const waiting = live.filter((order) => order.status === 'WAIT_SELLER_SEND_GOODS').length;
  if (waiting > 0) return waiting === live.length ? 'WAIT_SELLER_SEND_GOODS' : 'SELLER_CONSIGNED_PART';
  const first = (['WAIT_BUYER_PAY', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED'] as const).find((status) =>
    live.some((order) => order.status === status),
  );
  return first ?? 'TRADE_FINISHED';
}

/**
 * The trade once its orders are these: with the status that follows, and with the times that a new status brings:
 * the time of shipping, the end, and the deadline for confirming (10 days after everything is sent, of a trade paid at
 * the door after it was signed for; stopped while a refund is open). An order refunded before the end is closed.
 * Source: seller-backend "Timeouts". Money is not moved here.
 * @param at simulated ms
 */
export function tradeAfter(
  trade: Trade,
  orders: readonly Order[],
  { at, settings }: { at: number; settings: ShopSettings },
): Trade {
  const order = orders.map(
    (one): Order => (isLive(one) || isOver(one.status) ? one : { ...one, status: 'TRADE_CLOSED' }),
  );
  const status = statusOf(order);
  const next: Trade = { ...trade, status, orders: { order } };
  if (status === trade.status) return next;
  const { timeout_action_time: _gone, timeout_left: _left, ...rest } = next;
  const time = simText(at);
  if (isOver(status)) return { ...rest, end_time: rest.end_time ?? time };
  if (status === 'WAIT_BUYER_PAY' || status === 'WAIT_SELLER_SEND_GOODS') return rest;
  const sent: Trade = { ...rest, consign_time: rest.consign_time ?? time };
  const counting = status === 'TRADE_BUYER_SIGNED' || (status === 'WAIT_BUYER_CONFIRM_GOODS' && trade.type !== 'cod');
  return counting ? withTimeLeft(sent, at, settings.confirm_days * DAY, isRefunding(sent)) : sent;
}
