import type { RefundStatus, TradeStatus } from 'fixtures';
import type { BuyerTab } from '../../domain/buyer-query.ts';

/** The tabs of 我的订单. */
export const TAB_LABEL: Record<BuyerTab, string> = {
  all: '全部',
  waitPay: '待付款',
  waitSend: '待发货',
  waitReceive: '待收货',
  needRate: '待评价',
  refund: '退款',
};

/** What buyers see for a trade's state. */
export const BUYER_STATUS: Record<TradeStatus, string> = {
  WAIT_BUYER_PAY: '等待付款',
  WAIT_SELLER_SEND_GOODS: '等待卖家发货',
  SELLER_CONSIGNED_PART: '部分已发货',
  WAIT_BUYER_CONFIRM_GOODS: '卖家已发货',
  TRADE_BUYER_SIGNED: '已签收',
  TRADE_FINISHED: '交易成功',
  TRADE_CLOSED: '交易关闭',
  TRADE_CLOSED_BY_TAOBAO: '交易关闭',
};

/** What buyers see for a refund's state; empty when there is none. */
export const BUYER_REFUND: Record<RefundStatus, string> = {
  NO_REFUND: '',
  WAIT_SELLER_AGREE: '等待卖家处理',
  WAIT_BUYER_RETURN_GOODS: '请退货',
  WAIT_SELLER_CONFIRM_GOODS: '等待卖家收货',
  SELLER_REFUSE_BUYER: '卖家已拒绝',
  CLOSED: '退款关闭',
  SUCCESS: '退款成功',
};
