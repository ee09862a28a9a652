import type { Parcel, Refund, RefundMessage, ShopRecord, Trade } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import { find } from '../entities.ts';
import { heldOf, moved } from '../ledger.ts';
import { fen, yuan } from '../money.ts';
import type { Draft } from '../record.ts';
import { simMs, simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { DAY, pausedTimeout, resumedTimeout } from '../trade/timeout.ts';
import { tradeAfter } from '../trade/trade-after.ts';
import { OPEN_REFUNDS } from '../trade-index.ts';

type Actor = ShopRecord['actor'];
type Status = Refund['status'];

/** A buyer who does not answer a refusal gives the claim up after this many days. The platform's usual term; no course page names one. */
export const REFUSED_DAYS = 7;

const ROLE: Record<Actor, RefundMessage['owner_role']> = { buyer: 1, seller: 2, platform: 3, admin: 3 };

/** The refund with one more entry in its negotiation. */
export function said(
  state: ShopState,
  refund: Refund,
  at: number,
  actor: Actor,
  content: string,
  pics: readonly string[] = [],
): Refund {
  const nick = { buyer: refund.buyer_nick, seller: state.shop.nick, platform: '平台', admin: '平台' }[actor];
  const message: RefundMessage = {
    id: (refund.messages.at(-1)?.id ?? 0) + 1,
    owner_role: ROLE[actor],
    owner_nick: nick,
    content,
    pic_urls: [...pics],
    created: simText(at),
  };
  return { ...refund, messages: [...refund.messages, message] };
}

/** The refund in that state, with the deadline (from `at`, simulated ms) that the state has. Source: seller-backend "Timeouts". */
export function inStatus(state: ShopState, refund: Refund, status: Status, at: number): Refund {
  const { timeout_action_time: _old, ...rest } = refund;
  const { refund_answer_days, return_days, receipt_days } = state.settings;
  const days: Partial<Record<Status, number>> = {
    WAIT_SELLER_AGREE: refund_answer_days,
    WAIT_BUYER_RETURN_GOODS: return_days,
    WAIT_SELLER_CONFIRM_GOODS: receipt_days,
    SELLER_REFUSE_BUYER: REFUSED_DAYS,
  };
  const left = days[status];
  return { ...rest, status, ...(left !== undefined && { timeout_action_time: simText(at + left * DAY * 1000) }) };
}

/** The record of a step in which no money moves; the order's `refund_status` and the trade's clock follow. */
export function step(
  state: ShopState,
  at: number,
  actor: Actor,
  type: string,
  refund: Refund,
  { tell = {}, parcel }: { tell?: Record<string, unknown>; parcel?: Parcel } = {},
): Draft {
  const also: Changed[] = [{ kind: 'trade', id: refund.tid, after: tradeWith(state, refund, at) }];
  if (parcel) also.push({ kind: 'parcel', id: parcel.parcel_id, after: parcel });
  return changed(state, at, actor, type, { kind: 'refund', id: refund.refund_id, after: refund }, { also, tell });
}

/** How a refund came to its good end. */
export type How = 'agreed' | 'received' | 'timeout';

/**
 * The record of a refund that succeeds. Before the trade's end the platform gives the amount back from what it holds,
 * and the rest of that order's payment goes to the seller; afterwards the seller gives it back. An exchange moves
 * nothing: its order goes on as it was. Source: docs/back-office "钱".
 */
export function succeeded(state: ShopState, at: number, actor: Actor, refund: Refund, how: How): Draft {
  const done = inStatus(state, refund, 'SUCCESS', at);
  const trade = tradeWith(state, done, at);
  const amount = fen(done.refund_fee);
  let { ledger } = state;
  let received = fen(trade.received_payment);
  if (done.refund_phase === 'aftersale') {
    ledger = moved(ledger, 'seller', 'buyers', amount);
    received -= amount;
  } else {
    const rest = heldOf(tradeNow(state, done.tid)) - heldOf(trade) - amount;
    ledger = moved(moved(ledger, 'escrow', 'buyers', amount), 'escrow', 'seller', rest);
    received += rest;
  }
  const also: Changed[] = [
    { kind: 'trade', id: trade.tid, after: { ...trade, received_payment: yuan(received) } },
    { kind: 'ledger', id: 'shop', after: ledger },
  ];
  const main = { kind: 'refund', id: done.refund_id, after: done } as const;
  return changed(state, at, actor, 'refund.succeeded', main, { also, tell: { how } });
}

/** The trade as it is now. @throws when a refund names none: the world is damaged */
export function tradeNow(state: ShopState, tid: string): Trade {
  const trade = find(state, 'trade', tid);
  if (!trade) throw new Error(`退款所属的订单 ${tid} 不存在`);
  return trade;
}

/** The refund's trade with this state of the refund, and with its clock stopped or running again. Source: textbook AM-27. */
function tradeWith(state: ShopState, refund: Refund, at: number): Trade {
  const trade = tradeNow(state, refund.tid);
  const { refund_id } = refund;
  const refund_status = refund.dispute_type === 'EXCHANGE' && refund.status === 'SUCCESS' ? 'CLOSED' : refund.status;
  const orders = trade.orders.order.map((one) => (one.oid === refund.oid ? { ...one, refund_status, refund_id } : one));
  const open = OPEN_REFUNDS.includes(refund.status);
  // Worlds begin with refunds that were open before; their trades' clocks stopped when those were asked for.
  const stopped = pausedTimeout(trade, open ? at : simMs(refund.created));
  return resumedTimeout(tradeAfter(stopped, orders, { at, settings: state.settings }), at);
}
