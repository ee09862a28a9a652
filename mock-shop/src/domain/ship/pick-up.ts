import type { Parcel, ShopRecord, Trade } from 'fixtures';
import { changed } from '../change.ts';
import type { Draft } from '../record.ts';
import type { TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import type { Ruled } from '../trade/find-trade.ts';
import { carrierOf, shipFault, waybillOf } from './check.ts';
import type { ShipAct } from './command.ts';
import { bookedParcel } from './parcel.ts';
import { shipped, unsentTrade } from './send.ts';

/** 在线下单 confirmed by the seller: the courier took it, under this number. Source: seller-backend "logistics.online.send". */
export function confirmPickUp(state: ShopState, { tid, out_sid }: ShipAct<'ship.confirm'>, at: number): Ruled<Draft[]> {
  const booked = booking(state, tid);
  if ('refusal' in booked) return booked;
  const { parcel, trade } = booked.is;
  const carrier = carrierOf(state, parcel.company_code);
  if (!('zones' in carrier)) return { refusal: carrier };
  const number = waybillOf(state, carrier, out_sid, parcel.parcel_id);
  if (typeof number !== 'string') return { refusal: number.fault };
  return { is: pickedUp(state, trade, { ...parcel, out_sid: number }, 'seller', at) };
}

/** The courier need not come. What address the pick-up was booked for is forgotten. */
export function cancelPickUp(state: ShopState, { tid }: ShipAct<'ship.cancel'>, at: number): Ruled<Draft[]> {
  const booked = booking(state, tid);
  if ('refusal' in booked) return booked;
  return { is: [calledOff(state, booked.is.parcel, 'seller', at)] };
}

/** The records of goods that a courier took with him; of a booking of which nothing can be sent any more, its end. */
export function pickedUp(
  state: ShopState,
  trade: Trade,
  parcel: Parcel,
  actor: ShopRecord['actor'],
  at: number,
): Draft[] {
  const oids = parcel.oids.filter((oid) =>
    trade.orders.order.some(
      (order) => order.oid === oid && order.status === 'WAIT_SELLER_SEND_GOODS' && order.refund_status !== 'SUCCESS',
    ),
  );
  if (oids.length === 0) return [calledOff(state, parcel, actor, at)];
  return [shipped(state, trade, { ...parcel, oids }, actor, { way: 'online' }, at)];
}

function calledOff(state: ShopState, { parcel_id }: Parcel, actor: ShopRecord['actor'], at: number): Draft {
  return changed(state, at, actor, 'parcel.cancelled', { kind: 'parcel', id: parcel_id, after: null });
}

function booking(state: ShopState, tid: string): Ruled<{ trade: Trade; parcel: Parcel }> {
  const trade = unsentTrade(state, tid);
  if ('code' in trade) return { refusal: trade };
  const parcel = bookedParcel(state, tid);
  return parcel ? { is: { trade, parcel } } : { refusal: noBooking() };
}

function noBooking(): TopError {
  return shipFault('B04', '这笔订单没有预约上门取件');
}
