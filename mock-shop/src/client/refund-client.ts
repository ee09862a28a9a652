import type { Carrier, Refund, SellerAddress, Trade } from 'fixtures';
import { fen } from '../domain/money.ts';
import { versionOf } from '../domain/refund/check.ts';
import { gateway, rest } from './call.ts';
import type { SeenParcel } from './ship-client.ts';

/** A refund as the list shows it; times as TOP writes them. */
export interface ListedRefund
  extends Omit<Refund, 'messages' | 'timeout_action_time' | 'return_address' | 'good_return_time' | 'modified'> {
  refund_remind_timeout: { exist_timeout: boolean; timeout?: string };
  pic_path: string;
  sku: string;
}

const FIELDS = [
  'refund_id,tid,oid,buyer_nick,status,dispute_type,good_status,refund_phase,reason,title,num,total_fee,refund_fee',
  'created,cs_status,refund_remind_timeout,pic_path,sku',
].join(',');

export interface RefundPage {
  refunds: ListedRefund[];
  total: number;
  /** How many are on each tile. */
  counts: Record<string, number>;
}

/** One page of 退款管理, `taobao.refunds.receive.get`, and the tiles' counts. @throws {ShopError} */
export async function getRefunds(params: Record<string, string>): Promise<RefundPage> {
  const [list, counts] = await Promise.all([
    gateway<{ refunds?: { refund?: ListedRefund[] }; total_results: number }>('refunds.receive.get', {
      fields: FIELDS,
      ...params,
    }),
    rest<Record<string, number>>('/api/refunds/counts'),
  ]);
  return { refunds: list.refunds?.refund ?? [], total: Number(list.total_results), counts };
}

/** A refund with all that the seller looks at before answering it. */
export interface RefundFile {
  refund: Refund;
  trade: Trade;
  /** Of the goods on their way back, as far as anybody can know it. */
  parcels: SeenParcel[];
  /** Of an exchange: the new goods on their way to the buyer; null before they are sent. */
  anew: SeenParcel | null;
  addresses: SellerAddress[];
  carriers: Carrier[];
}

/** @throws {ShopError} sub code `isv.refund-not-exist` */
export const getRefundFile = (id: string): Promise<RefundFile> => rest(`/api/refunds/${encodeURIComponent(id)}`);

const seen = (refund: Refund) => ({ refund_id: refund.refund_id, refund_version: String(versionOf(refund)) });

/** 同意退款, or 确认收货并退款 where goods came back: `taobao.rp.refunds.agree`. @throws {ShopError} also when the refund is not as `refund` says any more */
export async function agreeRefund(refund: Refund): Promise<void> {
  const info = [refund.refund_id, fen(refund.refund_fee), versionOf(refund), refund.refund_phase].join('|');
  await gateway('rp.refunds.agree', { refund_infos: info });
}

/** 同意退货. @throws {ShopError} as above */
export async function agreeReturn(
  refund: Refund,
  answer: { seller_address_id: string; remark: string; post_fee_bear_role: 0 | 1 },
): Promise<void> {
  await gateway('rp.returngoods.agree', {
    ...seen(refund),
    ...answer,
    post_fee_bear_role: String(answer.post_fee_bear_role),
  });
}

export interface RefusalAnswer {
  reason: number;
  message: string;
  /** A `data:` URL. */
  proof: string | undefined;
}

/** 拒绝 what is asked, or the goods that came back. @throws {ShopError} as above */
export async function refuseRefund(refund: Refund, of: 'application' | 'goods', answer: RefusalAnswer): Promise<void> {
  const { reason, message, proof } = answer;
  await gateway(of === 'application' ? 'refund.refuse' : 'rp.returngoods.refuse', {
    ...seen(refund),
    refuse_reason_id: String(reason),
    refuse_message: message,
    ...(proof !== undefined && { refuse_proof: proof }),
  });
}

/** Fills in the waybill for the buyer. @throws {ShopError} */
export async function refillReturn(refund_id: string, company: string, waybill: string): Promise<void> {
  const parcel = { logistics_company_code: company, logistics_waybill_no: waybill };
  await gateway('rp.returngoods.refill', { refund_id, ...parcel });
}

/** 留言. @throws {ShopError} */
export async function addRefundMessage(refund_id: string, content: string, pics: readonly string[]): Promise<void> {
  await gateway('refund.message.add', { refund_id, content, image: pics.join('\n') });
}

/** 要求淘宝介入. @throws {ShopError} */
export async function askPlatform(refund_id: string): Promise<void> {
  await rest(`/api/refunds/${encodeURIComponent(refund_id)}/intervene`, {});
}
