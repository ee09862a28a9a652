import type { ReviewedOrder } from '../../domain/training/desk/review.ts';

/** What to say of how an order was handled, in Chinese, and whether it was faultless. */
export function verdictOf({
  truth,
  status,
  optimal,
  early,
}: Pick<ReviewedOrder, 'truth' | 'status' | 'optimal' | 'early'>): { good: boolean; text: string } {
  const real = truth === 'real';
  switch (status) {
    case 'voided':
      return real
        ? { good: false, text: '误作废：订单是真实的，该发货' }
        : { good: true, text: '看出是虚拟订单，作废正确' };
    case 'invalid':
      return { good: false, text: '虚拟订单发了货，落入无效；该作废' };
    case 'lost':
      return { good: false, text: real ? '没有及时处理，丢了一单' : '没有处理；该作废' };
    case 'placed':
      return { good: false, text: '没有处理' };
    case 'sent':
    case 'finished': {
      const faults = [
        optimal ? '' : '物流不是最优',
        early > 0 ? `过早收款 ${early} 次` : '',
        status === 'sent' ? '没有收款' : '',
      ].filter(Boolean);
      return faults.length === 0
        ? { good: true, text: '发货、物流、收款都对' }
        : { good: false, text: faults.join('；') };
    }
  }
}
