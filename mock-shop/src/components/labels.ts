import type { RefundStatus, SellerFlag, Trade, TradeStatus } from 'fixtures';

/** What sellers see for a trade's state. */
export const STATUS_LABEL: Record<TradeStatus, string> = {
  WAIT_BUYER_PAY: '等待买家付款',
  WAIT_SELLER_SEND_GOODS: '买家已付款',
  SELLER_CONSIGNED_PART: '部分已发货',
  WAIT_BUYER_CONFIRM_GOODS: '卖家已发货',
  TRADE_BUYER_SIGNED: '买家已签收',
  TRADE_FINISHED: '交易成功',
  TRADE_CLOSED: '交易关闭',
  TRADE_CLOSED_BY_TAOBAO: '交易关闭',
};

/** What sellers see for a refund's state. */
export const REFUND_LABEL: Record<RefundStatus, string> = {
  NO_REFUND: '',
  WAIT_SELLER_AGREE: '退款待处理',
  WAIT_BUYER_RETURN_GOODS: '等待买家退货',
  WAIT_SELLER_CONFIRM_GOODS: '退货待签收',
  SELLER_REFUSE_BUYER: '已拒绝退款',
  CLOSED: '退款关闭',
  SUCCESS: '退款成功',
};

/** All flags in the order of the remark dialog. */
export const FLAGS: readonly SellerFlag[] = [0, 1, 2, 3, 4, 5];

/** Names of the flags by TOP's number. What a colour stands for is never shown: students learn that. */
export const FLAG_LABEL: Record<SellerFlag, string> = {
  0: '灰旗',
  1: '红旗',
  2: '黄旗',
  3: '绿旗',
  4: '蓝旗',
  5: '紫旗',
};

/** Carriers by their names as trades carry them. */
export const CARRIERS: readonly string[] = [
  '顺丰速运',
  '圆通速递',
  '中通快递',
  '申通快递',
  '韵达快递',
  'EMS',
  '百世快递',
  '邮政快递包裹',
  '极兔速递',
  '德邦',
];

/** Who has rated whom; empty before a trade is finished. */
export function rateLabel(trade: Trade): string {
  if (trade.status !== 'TRADE_FINISHED') return '';
  if (trade.seller_rate && trade.buyer_rate) return '双方已评';
  if (trade.seller_rate) return '我已评价';
  return trade.buyer_rate ? '买家已评' : '双方未评';
}

/** `2026-11-22T10:05:00+08:00` (or TOP's `2026-11-22 10:05:00`) → `2026-11-22 10:05:00`. */
export function dateTime(time: string): string {
  return time.slice(0, 19).replace('T', ' ');
}

/** `颜色分类:曜石黑;存储容量:512GB` → its parts. */
export function skuParts(sku: string): string[] {
  return sku.split(';').filter(Boolean);
}

/** Last four digits, as people name an order to each other. */
export function tail(tid: string): string {
  return tid.slice(-4);
}
