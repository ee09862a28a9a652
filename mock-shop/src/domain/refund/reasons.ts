import type { Refund } from 'fixtures';

/** What buyers and sellers call the three kinds. Source: textbook OP-7, seller-backend "Enums". */
export const TYPE_NAME: Readonly<Record<Refund['dispute_type'], string>> = {
  REFUND: '仅退款',
  REFUND_AND_RETURN: '退货退款',
  EXCHANGE: '换货',
};

/** Why a buyer wants the money back for goods that have not come. Source: seller-backend "Enums", refund reasons. */
export const NOT_RECEIVED_REASONS = [
  '多拍/拍错/不想要',
  '未按约定时间发货',
  '快递/物流一直未送到',
  '快递/物流无跟踪记录',
  '货物破损已拒签',
  '空包裹',
] as const;

/** No reason needed, within seven days of signing. */
export const SEVEN_DAYS = '七天无理由';

/** Why a buyer is not content with the goods that have come. Source: as above. */
export const RECEIVED_REASONS = [
  SEVEN_DAYS,
  '尺寸/规格不符',
  '商品成分描述不符',
  '质量问题',
  '少件/漏发',
  '卖家发错货',
] as const;

/** Reasons for which the seller bears the freight. Source: textbook PS-13, AM-15. */
const SELLERS_FAULT: ReadonlySet<string> = new Set([
  '未按约定时间发货',
  '快递/物流一直未送到',
  '快递/物流无跟踪记录',
  '货物破损已拒签',
  '空包裹',
  '商品成分描述不符',
  '质量问题',
  '少件/漏发',
  '卖家发错货',
]);

/** The reasons that fit whether the goods have come. */
export function reasonsFor(good: Refund['good_status']): readonly string[] {
  return good === 'BUYER_NOT_RECEIVED' ? NOT_RECEIVED_REASONS : RECEIVED_REASONS;
}

/** Who bears the freight of a return for that reason: 1 the buyer, 0 the seller. Source: textbook AM-14, AM-15. */
export function freightBearer(reason: string): 0 | 1 {
  return SELLERS_FAULT.has(reason) ? 0 : 1;
}

/** Why a seller refuses, by the id that TOP's `refuse_reason_id` names. */
export const REFUSE_REASONS: readonly { id: number; text: string; of: 'application' | 'goods' }[] = [
  { id: 11, text: '商品已经发出，请收到后再申请', of: 'application' },
  { id: 12, text: '退款金额与协商的不一致', of: 'application' },
  { id: 13, text: '申请原因与实际情况不符', of: 'application' },
  { id: 14, text: '商品影响二次销售', of: 'application' },
  { id: 15, text: '超过七天无理由退货期限', of: 'application' },
  { id: 16, text: '凭证不足，请补充凭证', of: 'application' },
  { id: 21, text: '没有收到退回的商品', of: 'goods' },
  { id: 22, text: '退回的商品数量不对', of: 'goods' },
  { id: 23, text: '退回的商品款式不对', of: 'goods' },
  { id: 24, text: '退回的商品影响二次销售', of: 'goods' },
];
