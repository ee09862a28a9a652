import type { Refund } from 'fixtures';
import type { Draft } from '../record.ts';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { accepted, receivedText } from './answer.ts';
import { freightBearer } from './reasons.ts';
import { inStatus, said, step, succeeded } from './step.ts';

/**
 * What the platform does when a refund's time has run out; null when it does not hold any more. Source: textbook OP-7
 * (15 days) and its state machine, AM-28, AM-31; seller-backend "Timeouts".
 * @param at simulated ms
 */
export function fireRefund(state: ShopState, id: string, at: number): Draft[] | null {
  const refund = state.refunds.get(id);
  if (!refund?.timeout_action_time || simMs(refund.timeout_action_time) !== at) return null;
  return [lapsed(state, refund, at)];
}

function lapsed(state: ShopState, refund: Refund, at: number): Draft {
  switch (refund.status) {
    case 'WAIT_SELLER_AGREE': {
      if (refund.dispute_type === 'REFUND') {
        const told = said(state, refund, at, 'platform', `卖家超时未处理，退款 ${refund.refund_fee} 元`);
        return succeeded(state, at, 'platform', told, 'timeout');
      }
      const address = [...state.addresses.values()].find(({ cancel_def }) => cancel_def);
      const next = accepted(state, refund, at, 'platform', { address, role: freightBearer(refund.reason) });
      return step(state, at, 'platform', 'refund.agreed', next, { tell: { why: 'timeout' } });
    }
    case 'WAIT_SELLER_CONFIRM_GOODS': {
      const told = said(state, refund, at, 'platform', `卖家超时未确认收货，视为${receivedText(refund)}`);
      return succeeded(state, at, 'platform', told, 'timeout');
    }
    default: {
      const why = refund.status === 'WAIT_BUYER_RETURN_GOODS' ? '买家超时未退货' : '卖家拒绝后买家超时未修改申请';
      const told = said(state, inStatus(state, refund, 'CLOSED', at), at, 'platform', `${why}，退款关闭`);
      return step(state, at, 'platform', 'refund.closed', told, { tell: { why: 'timeout' } });
    }
  }
}
