import type { Refund } from 'fixtures';
import type { Draft } from '../record.ts';
import { missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { OPEN_REFUNDS } from '../trade-index.ts';
import { cleanMessage, cleanPictures, ownRefund } from './check.ts';
import type { RefundAct } from './command.ts';
import { inStatus, said, step } from './step.ts';

/** The buyer gives the claim up. @throws Refused */
export function cancel(state: ShopState, command: RefundAct<'refund.cancel'>, at: number): Draft {
  const before = openRefund(state, command);
  const refund = said(state, inStatus(state, before, 'CLOSED', at), at, 'buyer', '撤销了退款申请');
  return step(state, at, 'buyer', 'refund.closed', refund, { tell: { why: 'cancelled' } });
}

/** One more word in the negotiation. @throws Refused */
export function message(state: ShopState, command: RefundAct<'refund.message'>, at: number): Draft {
  const before = openRefund(state, command);
  const content = cleanMessage('content', '留言', command.content);
  const pics = cleanPictures('pics', command.pics);
  if (content === '' && pics.length === 0) throw new Refused(missing('content'));
  const refund = said(state, before, at, command.actor, content, pics);
  return step(state, at, command.actor, 'refund.message.added', refund);
}

/**
 * Either side asks the platform in. It gives no ruling (textbook AM-31); but a buyer who was refused and asked for it
 * has answered, so the claim no longer lapses.
 * @throws Refused
 */
export function intervene(state: ShopState, command: RefundAct<'refund.intervene'>, at: number): Draft {
  const before = openRefund(state, command);
  if (before.cs_status !== 1) throw new Refused(remote('isv.refund-intervened', '已经申请过淘宝介入，请等待处理'));
  const told = said(state, before, at, command.actor, '申请了淘宝介入处理');
  const { timeout_action_time: deadline, ...rest } = told;
  const lapses = told.status !== 'SELLER_REFUSE_BUYER' && deadline !== undefined;
  const refund: Refund = { ...rest, ...(lapses && { timeout_action_time: deadline }), cs_status: 2 };
  return step(state, at, command.actor, 'refund.intervention.asked', refund);
}

/** @throws Refused when the refund is over */
function openRefund(state: ShopState, command: Parameters<typeof ownRefund>[1]): Refund {
  const refund = ownRefund(state, command);
  if (OPEN_REFUNDS.includes(refund.status)) return refund;
  throw new Refused(remote('isv.refund-status-error', '这笔退款已经结束，不能再处理'));
}
