import type { Order, Trade, TradeStatus } from 'fixtures';
import { changed } from '../change.ts';
import type { Ledger } from '../entities.ts';
import { heldOf, moved } from '../ledger.ts';
import { fen, yuan } from '../money.ts';
import type { Draft } from '../record.ts';
import { remote } from '../refusal.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { isRefunding } from '../trade-index.ts';
import type { TradeCommand } from './command.ts';
import { findTrade, type Ruled, wrongStatus } from './find-trade.ts';
import { isLive, tradeAfter } from './trade-after.ts';

/** 确认收货: the seller gets what the platform held. Cash on delivery is signed for first, and confirmed after that. */
export function confirmTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.confirm' }>,
  at: number,
): Ruled<Draft> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  if (trade.status !== 'WAIT_BUYER_CONFIRM_GOODS' && trade.status !== 'TRADE_BUYER_SIGNED') {
    return wrongStatus(trade.status === 'TRADE_FINISHED' ? '这笔订单已经确认过收货了' : '卖家全部发货以后才能确认收货');
  }
  if (isRefunding(trade)) {
    return { refusal: remote('isv.trade-refunding', '这笔订单有正在处理的退款，退款结束后才能确认收货') };
  }
  const signs = trade.type === 'cod' && trade.status === 'WAIT_BUYER_CONFIRM_GOODS';
  return { is: signs ? signing(state, trade, at) : finishing(state, trade, 'buyer', at) };
}

/** The record of goods handed over and paid at the door. `trade`: cash on delivery, all sent. */
export function signing(state: ShopState, trade: Trade, at: number): Draft {
  const signed = tradeAfter(trade, moveOn(trade, 'TRADE_BUYER_SIGNED'), { at, settings: state.settings });
  const due = goodsValue(trade) - fen(trade.received_payment);
  const after = { ...signed, pay_time: simText(at), received_payment: yuan(fen(trade.received_payment) + due) };
  return settled(state, at, 'buyer', 'trade.signed', after, moved(state.ledger, 'buyers', 'seller', due));
}

/** The record of a trade's good end, by the buyer or, when the time is over, by the platform. */
export function finishing(state: ShopState, trade: Trade, actor: 'buyer' | 'platform', at: number): Draft {
  const finished = tradeAfter(trade, moveOn(trade, 'TRADE_FINISHED'), { at, settings: state.settings });
  const held = heldOf(trade);
  // What was paid at the door went to the seller then; a world may begin after that.
  const open = trade.type === 'cod' ? goodsValue(trade) - fen(trade.received_payment) : 0;
  const after = { ...finished, received_payment: yuan(fen(trade.received_payment) + held + open) };
  const ledger = moved(moved(state.ledger, 'escrow', 'seller', held), 'buyers', 'seller', open);
  return settled(state, at, actor, 'trade.finished', after, ledger);
}

/** What the orders that were not refunded cost, with the postage, in fen. */
function goodsValue(trade: Trade): number {
  return trade.orders.order.filter(isLive).reduce((sum, order) => sum + fen(order.payment), fen(trade.post_fee));
}

function moveOn(trade: Trade, status: TradeStatus): Order[] {
  return trade.orders.order.map((order) => (isLive(order) ? { ...order, status } : order));
}

function settled(
  state: ShopState,
  at: number,
  actor: 'buyer' | 'platform',
  type: string,
  after: Trade,
  ledger: Ledger,
): Draft {
  return changed(
    state,
    at,
    actor,
    type,
    { kind: 'trade', id: after.tid, after },
    { also: [{ kind: 'ledger', id: 'shop', after: ledger }] },
  );
}
