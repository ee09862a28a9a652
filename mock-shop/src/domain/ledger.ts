import type { Trade } from 'fixtures';
import type { Ledger } from './entities.ts';
import { fen } from './money.ts';

/** Statuses in which the platform holds what the buyer paid. Cash on delivery is paid at the door. */
const HELD: ReadonlySet<string> = new Set([
  'WAIT_SELLER_SEND_GOODS',
  'SELLER_CONSIGNED_PART',
  'WAIT_BUYER_CONFIRM_GOODS',
]);

/** The ledger at the start of a world: what is paid and not over is held, what the seller received is his. */
export function openingLedger(trades: readonly Trade[]): Ledger {
  let escrow = 0;
  let seller = 0;
  for (const trade of trades) {
    if (HELD.has(trade.status)) escrow += heldOf(trade);
    seller += fen(trade.received_payment);
  }
  return { buyers: -escrow - seller, escrow, seller };
}

/** What the platform holds of a trade, in fen: all that was paid but what went back to the buyer already. */
export function heldOf(trade: Trade): number {
  if (trade.type === 'cod' || trade.pay_time === undefined || !HELD.has(trade.status)) return 0;
  const back = trade.orders.order.reduce(
    (sum, order) => sum + (order.refund_status === 'SUCCESS' ? fen(order.payment) : 0),
    0,
  );
  return fen(trade.payment) - back;
}

/** The ledger after `amount` fen went from one to the other. @throws RangeError when the amount is negative or no whole number */
export function moved(ledger: Ledger, from: keyof Ledger, to: keyof Ledger, amount: number): Ledger {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`不是金额：${amount}`);
  return { ...ledger, [from]: ledger[from] - amount, [to]: ledger[to] + amount };
}
