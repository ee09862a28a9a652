import {
  type Carrier,
  type Fate,
  type Order,
  type Parcel,
  type Receiver,
  routeOf,
  type SellerAddress,
  type Trade,
  type TransitStep,
} from 'fixtures';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { zoneFor } from './carrier-zone.ts';

/** What a parcel is called that no carrier takes. */
export const NO_LOGISTICS = '无需物流';

/** Parts of a trade that say where it goes. */
export const RECEIVER_FIELDS = [
  'receiver_name',
  'receiver_state',
  'receiver_city',
  'receiver_district',
  'receiver_town',
  'receiver_address',
  'receiver_zip',
  'receiver_mobile',
  'receiver_phone',
] as const satisfies readonly (keyof Receiver)[];

export function receiverOf(trade: Trade): Receiver {
  return Object.fromEntries(RECEIVER_FIELDS.map((field) => [field, trade[field]])) as unknown as Receiver;
}

/** A pick-up is booked and the courier has not been there: nothing counts as shipped yet. */
export function isBooked({
  direction,
  company_code,
  out_sid,
}: Pick<Parcel, 'direction' | 'company_code' | 'out_sid'>): boolean {
  return direction === 'out' && company_code !== '' && out_sid === '';
}

/** The trade's parcels to the buyer, oldest first. */
export function outParcels(state: ShopState, tid: string): Parcel[] {
  return (state.parcelsOf.get(tid) ?? []).flatMap((id) => {
    const parcel = state.parcels.get(id);
    return parcel?.direction === 'out' ? [parcel] : [];
  });
}

/** The pick-up that is booked for some of the trade's orders. */
export function bookedParcel(state: ShopState, tid: string): Parcel | undefined {
  return outParcels(state, tid).find(isBooked);
}

/** Orders that can be sent now: paid for, not sent, not refunded, and no courier is on his way for them. `parcels`: the trade's. */
export function sendable(
  trade: Trade,
  parcels: readonly Pick<Parcel, 'direction' | 'company_code' | 'out_sid' | 'oids'>[],
): Order[] {
  const booked = parcels.filter(isBooked).flatMap(({ oids }) => oids);
  return trade.orders.order.filter(
    ({ oid, status, refund_status }) =>
      status === 'WAIT_SELLER_SEND_GOODS' && refund_status !== 'SUCCESS' && !booked.includes(oid),
  );
}

/** An id that no parcel of the world has, for the next record. */
export function nextParcelId(state: ShopState): string {
  return `P${String(state.lastSeq + 1).padStart(9, '0')}`;
}

/** What is sent, with whom, and whereto. */
export interface Sending {
  parcel_id: string;
  trade: Trade;
  oids: readonly string[];
  /** Absent: no carrier takes it. */
  carrier?: Carrier;
  out_sid: string;
  from?: SellerAddress;
  /** Where it goes, if not where the trade says. */
  receiver?: Receiver | undefined;
}

/** A parcel that leaves the shop at `at` (simulated ms), with all that lies ahead of it. */
export function newParcel(state: ShopState, sending: Sending, at: number, fate = fateOf(state, sending.trade)): Parcel {
  const { parcel_id, trade, oids, carrier, out_sid, receiver } = sending;
  const [begun, ...ahead] = carrier ? wayOf(sending, carrier, fate, at) : [NO_WAY];
  return {
    parcel_id,
    tid: trade.tid,
    oids: [...oids],
    direction: 'out',
    company_code: carrier?.code ?? '',
    company_name: carrier?.name ?? NO_LOGISTICS,
    out_sid,
    ...(receiver && { receiver }),
    status: begun?.status ?? 'CREATED',
    created: simText(at),
    trace: begun ? [{ ...begun, status_time: simText(at) }] : [],
    ahead,
    inquiries: [],
    fate,
  };
}

const NO_WAY: TransitStep = {
  status_time: '',
  status: 'SENDING',
  status_desc: '卖家选择了无需物流，商品不经快递公司送达',
};

function fateOf(state: ShopState, { tid }: Trade): Fate {
  return state.fates[tid] ?? 'normal';
}

/** All steps of a carrier's way, from `at` (simulated ms) on. Drawn from the waybill number, or until there is one from the parcel's own. */
export function wayOf(
  { parcel_id, trade, out_sid, from, receiver }: Omit<Sending, 'oids' | 'carrier'>,
  carrier: Pick<Carrier, 'name' | 'zones'>,
  fate: Fate,
  at: number,
): TransitStep[] {
  const to = receiver ?? trade;
  return routeOf({
    waybill: out_sid || parcel_id,
    company: carrier.name,
    from: from ? { city: from.city || from.country, district: from.country } : HOME,
    to: { city: to.receiver_city || to.receiver_district, district: to.receiver_district },
    shipped: Math.floor(at / 1000),
    days: zoneFor(carrier, to.receiver_state).days,
    fate,
  });
}

/** Where a shop without an address library sends from. */
const HOME = { city: '杭州市', district: '临平区' };

/** The entry of the address library of that id, else the default sending address, else any. */
export function senderOf(addresses: Iterable<SellerAddress>, id?: string): SellerAddress | undefined {
  const all = [...addresses];
  return all.find(({ contact_id }) => contact_id === id) ?? all.find(({ send_def }) => send_def) ?? all[0];
}
