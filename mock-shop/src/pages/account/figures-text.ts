import type { Figures } from '../../domain/training/overview.ts';

/** What each figure of a round counts, in the order in which it is told. */
const NAMES: Readonly<Record<'service' | 'orders', readonly (readonly [key: string, label: string])[]>> = {
  service: [
    ['come', '来访'],
    ['content', '满意'],
    ['discontent', '不满意'],
    ['left', '未处理'],
    ['deals', '成交'],
  ],
  orders: [
    ['come', '订单'],
    ['placed', '未处理'],
    ['sent', '已发货'],
    ['finished', '完结'],
    ['voided', '作废'],
    ['invalid', '无效'],
    ['lost', '丢失'],
  ],
};

/** `来访 16，满意 8，不满意 1`; what did not occur is left out, but never the first. */
export function figuresText(kind: 'service' | 'orders', figures: Figures): string {
  return NAMES[kind]
    .filter(([key], at) => at === 0 || (figures[key] ?? 0) > 0)
    .map(([key, label]) => `${label} ${figures[key] ?? 0}`)
    .join('，');
}
