import type { LiveRecord } from '../client/live.ts';

/** What a kind of record is, as somebody would tell it. Kinds that nothing but a person brings about are not here. */
const LABELS: Readonly<Record<string, string>> = {
  'chat.received': '买家发来消息',
  'trade.created': '买家拍下订单',
  'trade.paid': '买家付款',
  'trade.closed': '交易关闭',
  'trade.delayed': '延长收货时间',
  'trade.signed': '货到付款签收',
  'trade.finished': '交易成功',
  'parcel.moved': '包裹有新动态',
  'parcel.answered': '快递公司回复',
  'refund.applied': '买家申请退款',
  'refund.changed': '买家修改退款申请',
  'refund.agreed': '退款协议生效',
  'refund.goods-returned': '买家寄回退货',
  'refund.succeeded': '退款成功',
  'refund.closed': '退款关闭',
  'refund.message.added': '退款有新留言',
  'refund.intervention.asked': '买家要求平台介入',
  'rate.added': '收到评价',
  'script.skipped': '买家改了主意',
};

/** What happened, each kind once: `交易成功 ×2、买家发来消息`. A new day is no event. */
export function happenings(records: readonly LiveRecord[]): string {
  const counts = new Map<string, number>();
  for (const { type } of records) {
    if (type.startsWith('clock.')) continue;
    const label = LABELS[type] ?? '店铺有变化';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => (count > 1 ? `${label} ×${count}` : label)).join('、');
}
