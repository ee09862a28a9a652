import type { Refund } from 'fixtures';
import { timeLeft } from '../../components/countdown.ts';
import { REFUND_LABEL } from '../../components/labels.ts';

export const GOODS_LABEL: Record<Refund['good_status'], string> = {
  BUYER_NOT_RECEIVED: '未收到货',
  BUYER_RECEIVED: '已收到货',
  BUYER_RETURNED_GOODS: '已退货',
};

/** What sellers see for a refund's state; an exchange gives no money back. */
export function stateLabel({ status, dispute_type }: Pick<Refund, 'status' | 'dispute_type'>): string {
  if (dispute_type !== 'EXCHANGE') return REFUND_LABEL[status];
  if (status === 'SUCCESS') return '换货完成';
  if (status === 'WAIT_SELLER_AGREE') return '换货待处理';
  return REFUND_LABEL[status].replace('退款', '换货');
}

/** What the buyer wants, as a headline and as a button name it: `退款`, `退货`, `换货`. */
export function wish(type: Refund['dispute_type']): string {
  return { REFUND: '退款', REFUND_AND_RETURN: '退货', EXCHANGE: '换货' }[type];
}

/** `还剩 9 天 23 小时 5 分`, or that the time is up; empty without a deadline. `until`: ISO, or as TOP writes it. `now`: simulated ms. */
export function remaining(until: string | undefined, now: number): string {
  if (until === undefined) return '';
  const iso = until.includes('T') ? until : `${until.replace(' ', 'T')}+08:00`;
  return Date.parse(iso) <= now ? '已到期，正在处理' : `还剩 ${timeLeft(iso, now)}`;
}
