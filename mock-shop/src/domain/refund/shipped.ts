import type { Refund } from 'fixtures';
import type { ShopState } from '../state.ts';
import { inStatus, said } from './step.ts';

/**
 * The refunds that shipping these orders answers: whoever asked for money because nothing was sent yet counts as
 * refused, and may change the claim or wait for the goods. The platform's own way; no course page tells it.
 *
 * @param at simulated ms
 * @returns the refunds as they are afterwards; their orders' `refund_status` has to become the same
 */
export function refusedByShipping(state: ShopState, tid: string, oids: readonly string[], at: number): Refund[] {
  return (state.refundsOf.get(tid) ?? []).flatMap((id) => {
    const refund = state.refunds.get(id);
    if (refund?.status !== 'WAIT_SELLER_AGREE' || refund.good_status !== 'BUYER_NOT_RECEIVED') return [];
    if (!oids.includes(refund.oid)) return [];
    const text = '卖家已经发货，退款申请视为被拒绝。买家可以修改申请，或收到货后再申请退货';
    return [said(state, inStatus(state, refund, 'SELLER_REFUSE_BUYER', at), at, 'platform', text)];
  });
}
