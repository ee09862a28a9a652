import type { Carrier, Order, Parcel, Refund, Trade } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import type { Draft } from '../record.ts';
import { invalid } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import { findTrade, type Ruled, wrongStatus } from '../trade/find-trade.ts';
import { carrierOf, ordersOf, waybillOf } from './check.ts';
import type { ShipAct } from './command.ts';
import { owedExchanges } from './exchange.ts';
import { isBooked, newParcel, nextParcelId, outParcels, type Sending, senderOf } from './parcel.ts';

/** Trades whose parcels may be put right. */
const CORRECTABLE: readonly Trade['status'][] = ['WAIT_BUYER_CONFIRM_GOODS', 'SELLER_CONSIGNED_PART'];

/** Parcels that will not get to the buyer any more: what replaces them is another parcel. */
const ENDED: readonly Parcel['status'][] = ['LOST', 'REJECTED_BY_RECEIVER', 'ACCEPTED_BY_RECEIVER'];

/**
 * 修改物流信息, TOP `logistics.consign.resend`: another carrier or number for what was shipped, until the trade is over.
 * A wrong number of the same carrier is only put right; another carrier starts over; goods sent again, because the first
 * parcel is lost or was handed to somebody else, or because they came back for an exchange, are a new parcel.
 * @returns nothing when nothing changed
 */
export function resend(state: ShopState, command: ShipAct<'ship.resend'>, at: number): Ruled<Draft[]> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  const exchanges = exchangesMeant(owedExchanges(state, trade), command.sub_tids);
  // The other goods of an exchange are owed whether or not the trade has come to its end meanwhile.
  if (exchanges.length === 0 && !CORRECTABLE.includes(trade.status)) {
    return wrongStatus('已发货、买家还没有确认收货的订单才能修改物流信息');
  }
  const parcel = parcelToChange(
    state,
    trade,
    exchanges.length > 0 ? exchanges.map(({ oid }) => oid) : command.sub_tids,
  );
  // Of goods that were sent long ago there may be no parcel any more: what is owed for them is sent all the same.
  if ('refusal' in parcel && exchanges.length === 0) return parcel;
  const old = 'is' in parcel ? parcel.is : undefined;
  const carrier = carrierOf(state, command.company_code);
  if (!('zones' in carrier)) return { refusal: carrier };
  const kept = exchanges.length > 0 || (old && ENDED.includes(old.status)) ? undefined : old;
  const number = waybillOf(state, carrier, command.out_sid, kept?.parcel_id);
  if (typeof number !== 'string') return { refusal: number.fault };
  if (carrier.code === old?.company_code && number === old.out_sid) return { is: [] };
  const oids = exchanges.length > 0 ? exchanges.map(({ oid }) => oid) : (old?.oids ?? []);
  const next = kept
    ? corrected(state, trade, kept, carrier, number, at)
    : newParcel(state, sendingOf(state, trade, old, carrier, number, oids), at, 'normal');
  const orders = trade.orders.order.map(
    (order): Order =>
      oids.includes(order.oid) ? { ...order, logistics_company: carrier.name, invoice_no: number } : order,
  );
  const also: Changed[] = [{ kind: 'parcel', id: next.parcel_id, after: next }];
  const tell = {
    parcel_id: next.parcel_id,
    company_name: carrier.name,
    out_sid: number,
    ...(!kept && old && { replaces: old.parcel_id }),
    ...(exchanges.length > 0 && { exchanges: exchanges.map(({ refund_id }) => refund_id) }),
  };
  const after = { ...trade, orders: { order: orders } };
  return {
    is: [changed(state, at, 'seller', 'trade.reshipped', { kind: 'trade', id: trade.tid, after }, { also, tell })],
  };
}

/** The exchanges that goods are sent for: those of the named orders, if all of these are owed; without names all that are. */
function exchangesMeant(owed: readonly Refund[], oids?: readonly string[]): Refund[] {
  if (!oids) return [...owed];
  const meant = owed.filter(({ oid }) => oids.includes(oid));
  return oids.every((oid) => meant.some((one) => one.oid === oid)) ? meant : [];
}

function sendingOf(
  state: ShopState,
  trade: Trade,
  old: Parcel | undefined,
  carrier: Carrier,
  out_sid: string,
  oids: readonly string[],
): Sending {
  const from = senderOf(state.addresses.values());
  return {
    parcel_id: nextParcelId(state),
    trade,
    oids,
    carrier,
    out_sid,
    ...(from && { from }),
    ...(old?.receiver && { receiver: old.receiver }),
  };
}

/** The same parcel under its right number; with another carrier it starts over. */
function corrected(state: ShopState, trade: Trade, old: Parcel, carrier: Carrier, out_sid: string, at: number): Parcel {
  if (carrier.code === old.company_code) return { ...old, out_sid };
  const sending = { ...sendingOf(state, trade, old, carrier, out_sid, old.oids), parcel_id: old.parcel_id };
  return { ...newParcel(state, sending, at, old.fate), created: old.created, inquiries: old.inquiries };
}

/** The latest parcel of these orders; without a choice the trade's only one. */
function parcelToChange(state: ShopState, trade: Trade, oids?: readonly string[]): Ruled<Parcel> {
  const sent = outParcels(state, trade.tid).filter((parcel) => !isBooked(parcel));
  const latest = sent.filter(
    (parcel, i) => !parcel.oids.every((oid) => sent.slice(i + 1).some((later) => later.oids.includes(oid))),
  );
  if (oids) {
    const wanted = ordersOf(trade, oids);
    if ('fault' in wanted) return { refusal: wanted.fault };
    const parcel = latest.findLast((one) => wanted.every((oid) => one.oids.includes(oid)));
    return parcel ? { is: parcel } : wrongStatus('这些宝贝还没有一起发过货，没有可以修改的包裹');
  }
  const [only, another] = latest;
  if (another) return { refusal: invalid('sub_tid', `这笔订单分了 ${latest.length} 个包裹，请说明修改哪一个`) };
  return only ? { is: only } : wrongStatus('这笔订单没有物流信息可以修改');
}
