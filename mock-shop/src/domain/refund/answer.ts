import type { Refund, ReturnAddress, SellerAddress } from 'fixtures';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { cleanMessage, cleanPictures, cleanText, mustBe, REFUSE_LENGTH, seenRefund } from './check.ts';
import type { RefundAct } from './command.ts';
import { freightBearer, REFUSE_REASONS } from './reasons.ts';
import { inStatus, said, step, succeeded } from './step.ts';

/**
 * The seller agrees: money alone goes back at once, goods get an address to come back to. Also after a refusal, while no
 * goods have come back, and to name the address that an agreement by lapse of time lacked (textbook AM-28).
 * @throws Refused
 */
export function agree(state: ShopState, command: RefundAct<'refund.agree'>, at: number): Draft {
  const before = seenRefund(state, command);
  if (before.status !== 'WAIT_BUYER_RETURN_GOODS' || before.return_address) {
    mustBe(before, ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'], '这笔退款现在不用您同意，请看最新状态');
    if (before.sid !== undefined) {
      throw new Refused(remote('isv.refund-status-error', '买家已经退货：收到并核对后，请确认收货并退款'));
    }
  }
  if (before.dispute_type === 'REFUND') {
    const told = said(state, before, at, 'seller', `同意退款 ${before.refund_fee} 元`);
    return succeeded(state, at, 'seller', told, 'agreed');
  }
  const { seller_address_id: id, post_fee_bear_role: role = freightBearer(before.reason) } = command;
  if (!id) throw new Refused(missing('seller_address_id'));
  if (role !== 0 && role !== 1) {
    throw new Refused(invalid('post_fee_bear_role', '运费承担方只能是 1（买家）或 0（卖家）'));
  }
  const address = find(state, 'address', id);
  if (!address) throw new Refused(invalid('seller_address_id', '地址库里没有这个地址，请重新选退货地址'));
  const remark = cleanMessage('remark', '退货说明', command.remark ?? '');
  return step(state, at, 'seller', 'refund.agreed', accepted(state, before, at, 'seller', { address, role, remark }));
}

/** The refund once its return is agreed on; without an address the buyer cannot send and no time runs. */
export function accepted(
  state: ShopState,
  before: Refund,
  at: number,
  actor: 'seller' | 'platform',
  { address, role, remark = '' }: { address: SellerAddress | undefined; role: 0 | 1; remark?: string },
): Refund {
  const refund: Refund = { ...inStatus(state, before, 'WAIT_BUYER_RETURN_GOODS', at), post_fee_bear_role: role };
  if (!address) {
    const { timeout_action_time: _none, ...rest } = refund;
    return said(state, rest, at, actor, '卖家超时未处理，退货协议已自动生效。店铺没有默认退货地址，请卖家尽快补录');
  }
  const return_address = returnAddress(address);
  const { name, phone, zip } = return_address;
  const bearer = role === 0 ? '卖家' : '买家';
  const opening = actor === 'seller' ? '同意退货' : '卖家超时未处理，退货协议已自动生效';
  const place = `${return_address.address}，邮编 ${zip}，${name} 收，电话 ${phone}`;
  const told = said(state, refund, at, actor, `${opening}。退货地址：${place}。退货运费由${bearer}承担，不收到付件`);
  return { ...(remark ? said(state, told, at, actor, remark) : told), return_address };
}

function returnAddress(one: SellerAddress): ReturnAddress {
  return {
    seller_address_id: one.contact_id,
    name: one.contact_name,
    phone: one.mobile_phone || one.phone,
    address: [one.province, one.city, one.country, one.addr].filter(Boolean).join(' '),
    zip: one.zip_code,
  };
}

/** The seller refuses what is asked, or the goods that came back. @throws Refused */
export function refuse(state: ShopState, command: RefundAct<'refund.refuse'>, at: number): Draft {
  const before = seenRefund(state, command);
  if (command.of === 'application') {
    mustBe(before, ['WAIT_SELLER_AGREE'], '这笔退款不在等您处理，不能拒绝，请看最新状态');
  } else mustBe(before, ['WAIT_SELLER_CONFIRM_GOODS'], '买家没有退回商品，或者已经处理过，不能拒收');
  const text = cleanText('refuse_message', '拒绝说明', command.message, REFUSE_LENGTH.max);
  if ([...text].length < REFUSE_LENGTH.min) {
    throw new Refused(invalid('refuse_message', `拒绝说明要写 ${REFUSE_LENGTH.min} 到 ${REFUSE_LENGTH.max} 个字`));
  }
  const reason = REFUSE_REASONS.find(({ id, of }) => id === command.reason_id && of === command.of);
  if (!reason) throw new Refused(invalid('refuse_reason_id', '请从列出的拒绝原因里选一个'));
  const pics = cleanPictures('refuse_proof', command.proof === undefined ? [] : [command.proof]);
  const opening = command.of === 'application' ? '拒绝了退款申请' : '拒绝了退回的商品';
  const told = said(state, before, at, 'seller', `${opening}。原因：${reason.text}`);
  const refund = said(state, inStatus(state, told, 'SELLER_REFUSE_BUYER', at), at, 'seller', text, pics);
  const tell = { of: command.of, reason: reason.text };
  return step(state, at, 'seller', 'refund.refused', refund, { tell });
}

/** The goods are back and were looked at: the money goes back; of an exchange the new goods may be sent. @throws Refused */
export function receive(state: ShopState, command: RefundAct<'refund.receive'>, at: number): Draft {
  const before = seenRefund(state, command);
  if (before.status !== 'SELLER_REFUSE_BUYER' || before.sid === undefined) {
    mustBe(before, ['WAIT_SELLER_CONFIRM_GOODS'], '买家还没有退货，或者已经处理过，不能确认收货');
  }
  return succeeded(state, at, 'seller', said(state, before, at, 'seller', receivedText(before)), 'received');
}

/** What the history says when returned goods are accepted. */
export function receivedText({ dispute_type, refund_fee }: Refund): string {
  if (dispute_type === 'EXCHANGE') return '确认收到退回的商品，换货的商品将重新发出';
  return `确认收到退回的商品，退款 ${refund_fee} 元`;
}
