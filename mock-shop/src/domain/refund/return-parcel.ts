import { type Carrier, type Parcel, type Refund, routeOf, type Trade } from 'fixtures';
import { zoneFor } from '../ship/carrier-zone.ts';
import { nextParcelId } from '../ship/parcel.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';

/** Where the goods go whose return address is no entry of the library any more. */
const HOME = { city: '杭州市', district: '临平区' };

/** The parcel of goods on their way back to the agreed address; it takes as long as one to the buyer's province. */
export function returnParcel(
  state: ShopState,
  trade: Trade,
  refund: Refund,
  carrier: Carrier,
  sid: string,
  at: number,
): Parcel {
  const to = state.addresses.get(refund.return_address?.seller_address_id ?? '');
  const [begun, ...ahead] = routeOf({
    waybill: sid,
    company: carrier.name,
    from: { city: trade.receiver_city || trade.receiver_district, district: trade.receiver_district },
    to: to ? { city: to.city || to.country, district: to.country } : HOME,
    shipped: Math.floor(at / 1000),
    days: zoneFor(carrier, trade.receiver_state).days,
    fate: 'normal',
    signer: '退货仓',
  });
  const created = simText(at);
  return {
    parcel_id: nextParcelId(state),
    tid: trade.tid,
    oids: [refund.oid],
    direction: 'back',
    refund_id: refund.refund_id,
    company_code: carrier.code,
    company_name: carrier.name,
    out_sid: sid,
    status: 'CREATED',
    created,
    trace: begun ? [{ ...begun, status_time: created, status_desc: '买家已寄出，等待快递公司揽收' }] : [],
    ahead,
    inquiries: [],
    fate: 'normal',
  };
}
