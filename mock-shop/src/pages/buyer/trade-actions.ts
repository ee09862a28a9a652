import type { Order } from 'fixtures';
import type { BuyerTrade } from '../../client/buyer-client.ts';

export type TradeAction = 'pay' | 'cancel' | 'remind' | 'logistics' | 'delay' | 'confirm' | 'rate';

/** What a buyer can do with a trade, the main thing first. Source: textbook OP-6, OP-7. */
export function actionsOf(trade: BuyerTrade): TradeAction[] {
  switch (trade.status) {
    case 'WAIT_BUYER_PAY':
      return ['pay', 'cancel'];
    case 'WAIT_SELLER_SEND_GOODS':
      return ['remind'];
    case 'SELLER_CONSIGNED_PART':
      return ['remind', 'logistics'];
    case 'WAIT_BUYER_CONFIRM_GOODS':
      // What is paid at the door is signed for first: there is no deadline to put off yet.
      return trade.type === 'cod' ? ['confirm', 'logistics'] : ['confirm', 'logistics', 'delay'];
    case 'TRADE_BUYER_SIGNED':
      return ['confirm', 'logistics'];
    case 'TRADE_FINISHED':
      return trade.buyer_rate ? ['logistics'] : ['rate', 'logistics'];
    case 'TRADE_CLOSED':
      return trade.consign_time ? ['logistics'] : [];
    case 'TRADE_CLOSED_BY_TAOBAO':
      return [];
  }
}

/** Whether the buyer can ask for the money of this order back: paid, and no other refund under way or done. */
export function mayRefund(trade: BuyerTrade, order: Order): boolean {
  const paid = ['WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED'].includes(order.status);
  const held = trade.type === 'fixed' || trade.status === 'TRADE_FINISHED';
  return paid && held && ['NO_REFUND', 'CLOSED'].includes(order.refund_status);
}
