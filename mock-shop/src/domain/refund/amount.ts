import type { Order, Refund, Trade } from 'fixtures';
import { heldOf } from '../ledger.ts';
import { fen } from '../money.ts';

/**
 * The most that may go back for an order, in fen: what was paid for it and is still there. Postage goes back with the
 * last order of a trade of which the buyer got nothing; goods that came were carried for it.
 */
export function refundable(trade: Trade, order: Order, good: Refund['good_status']): number {
  const paid = fen(order.payment);
  if (trade.status === 'TRADE_FINISHED') return Math.min(paid, fen(trade.received_payment));
  const held = heldOf(trade);
  const last = trade.orders.order.every((one) => one.oid === order.oid || one.refund_status === 'SUCCESS');
  return last && good === 'BUYER_NOT_RECEIVED' ? held : Math.min(paid, held);
}
