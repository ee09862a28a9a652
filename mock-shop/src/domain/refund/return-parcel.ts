import type { Carrier, Parcel, ParcelStatus, Refund, Trade } from 'fixtures';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';

const HOUR = 3_600_000;

/** The parcel of goods on their way back; it takes as long as the carrier needs between the shop and the buyer's province. */
export function returnParcel(
  state: ShopState,
  trade: Trade,
  refund: Refund,
  { code, name, zones }: Carrier,
  sid: string,
  at: number,
): Parcel {
  const own = zones.find(({ states }) => states.includes(trade.receiver_state));
  const days = (own ?? zones.find(({ states }) => states.length === 0))?.days ?? 3;
  const end = at + days * 24 * HOUR;
  const way: [at: number, status: ParcelStatus, text: string][] = [
    [at + 3 * HOUR, 'PICK_UP', `【${trade.receiver_city}】${name}已揽收`],
    [at + 10 * HOUR, 'SENDING', `【${trade.receiver_city}】快件已发往【杭州转运中心】`],
    [end - 6 * HOUR, 'SENDING', '【杭州转运中心】快件已到达，准备派送'],
    [end, 'ACCEPTED_BY_RECEIVER', '快件已由【退货仓】签收'],
  ];
  return {
    parcel_id: `P${refund.refund_id}${state.lastSeq + 1}`,
    tid: trade.tid,
    oids: [refund.oid],
    direction: 'back',
    refund_id: refund.refund_id,
    company_code: code,
    company_name: name,
    out_sid: sid,
    status: 'CREATED',
    created: simText(at),
    trace: [{ status_time: simText(at), status_desc: '商家已通知快递揽收', status: 'CREATED' }],
    ahead: way.map(([when, status, status_desc]) => ({ status_time: simText(when), status_desc, status })),
    inquiries: [],
    fate: 'normal',
  };
}
