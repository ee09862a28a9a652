import fc from 'fast-check';
import { find } from '../domain/entities.ts';
import { bookedParcel, outParcels } from '../domain/ship/parcel.ts';
import { makeWaybill } from '../domain/ship/waybill.ts';
import type { ShopState } from '../domain/state.ts';
import type { RandomAct } from './random-act.ts';

const carrier = fc.constantFrom('ZTO', 'YTO', 'SF', 'JTSD', 'HTKY');
/** Few enough numbers for some to be used twice. */
const number = fc.nat(30).map(String);

/** Something that a seller may try in order to get a trade's goods to the buyer; some of it cannot be. */
export const shipAct: fc.Arbitrary<RandomAct> = fc.oneof(
  fc.tuple(fc.constantFrom('offline', 'online', 'dummy'), carrier, number, fc.nat(3), fc.boolean()).map(
    ([way, company_code, words, parts, moved]): RandomAct =>
      ({ tid, orders }) => ({
        type: 'ship.send',
        tid,
        way,
        company_code,
        out_sid: way === 'online' ? '' : makeWaybill(company_code, words),
        ...(parts > 0 && { sub_tids: orders.order.slice(0, parts).map(({ oid }) => oid) }),
        ...(moved && { receiver: { receiver_name: `收件人${words}` } }),
      }),
  ),
  number.map(
    (words): RandomAct =>
      ({ tid }) => ({ type: 'ship.address', tid, receiver: { receiver_name: `收件人${words}` } }),
  ),
  fc.tuple(carrier, number).map(
    ([code, words]): RandomAct =>
      ({ tid }, state) => {
        const booked = bookedParcel(state, tid)?.company_code ?? code;
        return { type: 'ship.confirm', tid, out_sid: makeWaybill(booked, words) };
      },
  ),
  fc.constant<RandomAct>(({ tid }) => ({ type: 'ship.cancel', tid })),
  fc.tuple(carrier, number).map(
    ([company_code, words]): RandomAct =>
      ({ tid }) => ({
        type: 'ship.resend',
        tid,
        company_code,
        out_sid: makeWaybill(company_code, words),
      }),
  ),
  fc.constantFrom('trace', 'proof').map(
    (kind): RandomAct =>
      ({ tid }, state) => ({
        type: 'ship.inquire',
        parcel_id: outParcels(state, tid).at(-1)?.parcel_id ?? '',
        kind,
      }),
  ),
);

/** What has to hold of all parcels at all times. @returns what does not, in words */
export function parcelFaults(state: ShopState): string[] {
  const faults: string[] = [];
  const numbers = new Set<string>();
  for (const {
    parcel_id,
    tid,
    oids,
    company_code,
    out_sid,
    status,
    trace,
    ahead,
    direction,
  } of state.parcels.values()) {
    const all = [...trace, ...ahead].map(({ status_time }) => status_time);
    if (all.some((time, i) => i > 0 && time < (all[i - 1] ?? ''))) faults.push(`${parcel_id}: 时间倒流`);
    if (trace.at(-1)?.status !== status) faults.push(`${parcel_id}: 状态与动态不符`);
    if (out_sid !== '' && numbers.has(`${company_code} ${out_sid}`)) faults.push(`${parcel_id}: 运单号用了两次`);
    numbers.add(`${company_code} ${out_sid}`);
    const trade = find(state, 'trade', tid);
    if (oids.some((oid) => !trade?.orders.order.some((order) => order.oid === oid)))
      faults.push(`${parcel_id}: 别的订单`);
    const booked = direction === 'out' && company_code !== '' && out_sid === '';
    const sent = trade?.orders.order.filter(({ oid }) => oids.includes(oid)) ?? [];
    if (!booked && sent.some((order) => order.status === 'WAIT_SELLER_SEND_GOODS'))
      faults.push(`${parcel_id}: 没有发货`);
  }
  return faults;
}
