import type { Refund } from 'fixtures';

export interface Step {
  label: string;
  reached: boolean;
  /** ISO, where the refund tells it. */
  at: string | undefined;
}

/** How far each state is along the way of its kind, in steps. */
const REACHED: Record<Refund['status'], number> = {
  WAIT_SELLER_AGREE: 1,
  SELLER_REFUSE_BUYER: 1,
  WAIT_BUYER_RETURN_GOODS: 2,
  WAIT_SELLER_CONFIRM_GOODS: 3,
  SUCCESS: 5,
  CLOSED: 0,
};

/** The way of a refund and how far it got. One that was closed ends with that, after what had been done. */
export function stepsOf(refund: Refund): Step[] {
  const { status, dispute_type, created, good_return_time, return_address, modified } = refund;
  const exchange = dispute_type === 'EXCHANGE';
  const asked = { label: exchange ? '买家申请换货' : '买家申请退款', at: created };
  const end = { label: exchange ? '换货完成' : '退款完成', at: status === 'SUCCESS' ? modified : undefined };
  const back = [
    { label: exchange ? '商家同意换货' : '商家同意退货', at: undefined },
    { label: '买家退货', at: good_return_time },
    { label: '商家确认收货', at: undefined },
  ];
  const way = dispute_type === 'REFUND' ? [asked, { label: '商家处理', at: undefined }, end] : [asked, ...back, end];
  if (status !== 'CLOSED') return way.map((step, i) => ({ ...step, reached: i < REACHED[status] }));
  const done = good_return_time ? 3 : return_address ? 2 : 1;
  const steps = [...way.slice(0, done), { label: exchange ? '换货关闭' : '退款关闭', at: modified }];
  return steps.map((step) => ({ ...step, reached: true }));
}
