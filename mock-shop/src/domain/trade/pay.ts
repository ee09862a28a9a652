import type { Order } from 'fixtures';
import { changed } from '../change.ts';
import { moved } from '../ledger.ts';
import { fen } from '../money.ts';
import type { Draft } from '../record.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import type { TradeCommand } from './command.ts';
import { findTrade, type Ruled, wrongStatus } from './find-trade.ts';
import { tradeAfter } from './trade-after.ts';

/** The buyer pays what the trade costs now: the platform holds it. Cash on delivery is paid at the door instead. */
export function payTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.pay' }>,
  at: number,
): Ruled<Draft> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  if (trade.type === 'cod') return wrongStatus('货到付款的订单在签收时付款');
  if (trade.status !== 'WAIT_BUYER_PAY') {
    return wrongStatus(trade.status === 'TRADE_CLOSED_BY_TAOBAO' ? '订单已经关闭，不能付款了' : '这笔订单已经付过款了');
  }
  const orders = trade.orders.order.map((order): Order => ({ ...order, status: 'WAIT_SELLER_SEND_GOODS' }));
  const time = simText(at);
  const after = {
    ...tradeAfter(trade, orders, { at, settings: state.settings }),
    pay_time: time,
    alipay_no: `${time.slice(0, 10).replaceAll('-', '')}2200${trade.tid.slice(-16)}`,
  };
  const ledger = moved(state.ledger, 'buyers', 'escrow', fen(trade.payment));
  return {
    is: changed(
      state,
      at,
      'buyer',
      'trade.paid',
      { kind: 'trade', id: trade.tid, after },
      { also: [{ kind: 'ledger', id: 'shop', after: ledger }] },
    ),
  };
}
