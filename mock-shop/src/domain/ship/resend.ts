import type { Carrier, Order, Parcel, Trade } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import type { Draft } from '../record.ts';
import { invalid } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import { findTrade, type Ruled, wrongStatus } from '../trade/find-trade.ts';
import { carrierOf, ordersOf, waybillOf } from './check.ts';
import type { ShipAct } from './command.ts';
import { isBooked, newParcel, nextParcelId, outParcels, senderOf } from './parcel.ts';

/** Parcels that will not get to the buyer any more: what replaces them is another parcel. */
const ENDED: readonly Parcel['status'][] = ['LOST', 'REJECTED_BY_RECEIVER', 'ACCEPTED_BY_RECEIVER'];

/**
 * 修改物流信息, TOP `logistics.consign.resend`: another carrier or number for what was shipped, until the trade is over.
 * A wrong number of the same carrier is only put right; another carrier starts over; goods sent again, because the first
 * parcel is lost or was handed to somebody else, are a new parcel.
 * @returns nothing when nothing changed
 */
export function resend(state: ShopState, command: ShipAct<'ship.resend'>, at: number): Ruled<Draft[]> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  if (trade.status !== 'WAIT_BUYER_CONFIRM_GOODS' && trade.status !== 'SELLER_CONSIGNED_PART') {
    return wrongStatus('已发货、买家还没有确认收货的订单才能修改物流信息');
  }
  const parcel = parcelToChange(state, trade, command.sub_tids);
  if ('refusal' in parcel) return parcel;
  const carrier = carrierOf(state, command.company_code);
  if (!('zones' in carrier)) return { refusal: carrier };
  const old = parcel.is;
  const again = ENDED.includes(old.status);
  const number = waybillOf(state, carrier, command.out_sid, again ? undefined : old.parcel_id);
  if (typeof number !== 'string') return { refusal: number.fault };
  if (carrier.code === old.company_code && number === old.out_sid) return { is: [] };
  const next = replaced(state, trade, old, carrier, number, at);
  const orders = trade.orders.order.map(
    (order): Order =>
      old.oids.includes(order.oid) ? { ...order, logistics_company: carrier.name, invoice_no: number } : order,
  );
  const also: Changed[] = [{ kind: 'parcel', id: next.parcel_id, after: next }];
  const tell = {
    parcel_id: next.parcel_id,
    company_name: carrier.name,
    out_sid: number,
    ...(again && { replaces: old.parcel_id }),
  };
  const after = { ...trade, orders: { order: orders } };
  return {
    is: [changed(state, at, 'seller', 'trade.reshipped', { kind: 'trade', id: trade.tid, after }, { also, tell })],
  };
}

function replaced(state: ShopState, trade: Trade, old: Parcel, carrier: Carrier, out_sid: string, at: number): Parcel {
  if (!ENDED.includes(old.status) && carrier.code === old.company_code) return { ...old, out_sid };
  const again = ENDED.includes(old.status);
  const from = senderOf(state.addresses.values());
  const fresh = newParcel(
    state,
    {
      parcel_id: again ? nextParcelId(state) : old.parcel_id,
      trade,
      oids: old.oids,
      carrier,
      out_sid,
      ...(from && { from }),
      ...(old.receiver && { receiver: old.receiver }),
    },
    at,
    again ? 'normal' : old.fate,
  );
  return again ? fresh : { ...fresh, created: old.created, inquiries: old.inquiries };
}

/** The latest parcel of these orders; without a choice the trade's only one. */
function parcelToChange(state: ShopState, trade: Trade, oids?: readonly string[]): Ruled<Parcel> {
  const sent = outParcels(state, trade.tid).filter((parcel) => !isBooked(parcel));
  const latest = sent.filter((parcel, i) => !sent.slice(i + 1).some((later) => sameGoods(later, parcel)));
  if (oids) {
    const wanted = ordersOf(trade, oids);
    if ('fault' in wanted) return { refusal: wanted.fault };
    const parcel = latest.find((one) => wanted.every((oid) => one.oids.includes(oid)));
    return parcel ? { is: parcel } : wrongStatus('这些宝贝还没有一起发过货，没有可以修改的包裹');
  }
  const [only, another] = latest;
  if (another) return { refusal: invalid('sub_tid', `这笔订单分了 ${latest.length} 个包裹，请说明修改哪一个`) };
  return only ? { is: only } : wrongStatus('这笔订单没有物流信息可以修改');
}

function sameGoods(a: Parcel, b: Parcel): boolean {
  return a.oids.some((oid) => b.oids.includes(oid));
}
