import type { Parcel, Refund } from 'fixtures';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import { waybillOf } from '../ship/check.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { cleanPictures, cleanText, mustBe, NOTE_LENGTH, ownRefund } from './check.ts';
import type { RefundAct } from './command.ts';
import { returnParcel } from './return-parcel.ts';
import { inStatus, said, step, tradeNow } from './step.ts';

/** The buyer has sent the goods back, or the seller fills in the waybill for him. Source: textbook OP-7 step 6. @throws Refused */
export function sendBack(state: ShopState, command: RefundAct<'refund.return'>, at: number): Draft {
  const before = ownRefund(state, command);
  mustBe(before, ['WAIT_BUYER_RETURN_GOODS'], '这笔退款现在不用退货，请看最新状态');
  if (!before.return_address) {
    throw new Refused(remote('isv.refund-no-address', '卖家还没有提供退货地址，请等卖家补录后再寄'));
  }
  if (command.collect) throw new Refused(invalid('collect', '退货不能选邮费到付，卖家不签收到付件'));
  const carrier = find(state, 'carrier', command.company_code);
  if (!carrier) throw new Refused(command.company_code ? unknownCarrier() : missing('company_code'));
  const sid = waybillOf(state, carrier, command.sid);
  if (typeof sid !== 'string') throw new Refused(sid.fault);
  const desc = cleanText('desc', '退货说明', command.desc, NOTE_LENGTH);
  const pics = cleanPictures('pics', command.pics);
  const told = said(state, before, at, command.actor, `已退货，${carrier.name} ${sid}`, desc ? [] : pics);
  const noted = desc ? said(state, told, at, command.actor, desc, pics) : told;
  const refund: Refund = {
    ...inStatus(state, noted, 'WAIT_SELLER_CONFIRM_GOODS', at),
    good_status: 'BUYER_RETURNED_GOODS',
    company_name: carrier.name,
    sid,
    good_return_time: simText(at),
  };
  const parcel: Parcel = returnParcel(state, tradeNow(state, refund.tid), refund, carrier, sid, at);
  return step(state, at, command.actor, 'refund.goods-returned', refund, { parcel });
}

function unknownCarrier() {
  return invalid('company_code', '没有这家物流公司，请重新选');
}
