import type { Parcel } from 'fixtures';
import { changed } from '../change.ts';
import { find, nextOfParcel } from '../entities.ts';
import type { Draft } from '../record.ts';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { signing } from '../trade/confirm.ts';
import { answered } from './inquire.ts';
import { isBooked, outParcels } from './parcel.ts';
import { pickedUp } from './pick-up.ts';
import { makeWaybill } from './waybill.ts';

/** The news of a parcel whose time has come: its next step, else the carrier's answer. Null when the time is another by now. */
export function fireParcel(state: ShopState, id: string, at: number): Draft[] | null {
  const parcel = find(state, 'parcel', id);
  const next = parcel && nextOfParcel(parcel);
  if (!parcel || next === undefined || simMs(next) !== at) return null;
  if (parcel.ahead[0]?.status_time === next) return moved(state, parcel, at);
  const asked = parcel.inquiries.findIndex((one) => one.answer === undefined && one.answer_due === next);
  return [answered(state, parcel, asked, at)];
}

function moved(state: ShopState, parcel: Parcel, at: number): Draft[] {
  const [step, ...ahead] = parcel.ahead;
  if (!step) return [];
  const after: Parcel = { ...parcel, status: step.status, trace: [...parcel.trace, step], ahead };
  const trade = find(state, 'trade', parcel.tid);
  if (trade && isBooked(parcel) && step.status === 'PICK_UP') {
    return pickedUp(state, trade, { ...after, out_sid: broughtAlong(state, parcel) }, 'platform', at);
  }
  const tell = { tid: parcel.tid, direction: parcel.direction, step };
  const drafts = [
    changed(state, at, 'platform', 'parcel.moved', { kind: 'parcel', id: parcel.parcel_id, after }, { tell }),
  ];
  // Paid at the door: signed for once the last parcel is there.
  if (trade?.type === 'cod' && trade.status === 'WAIT_BUYER_CONFIRM_GOODS' && arrivedAll(state, after)) {
    drafts.push(signing(state, trade, at));
  }
  return drafts;
}

function arrivedAll(state: ShopState, latest: Parcel): boolean {
  if (latest.direction !== 'out' || latest.status !== 'ACCEPTED_BY_RECEIVER') return false;
  return outParcels(state, latest.tid).every(
    ({ parcel_id, status, company_code }) =>
      parcel_id === latest.parcel_id || status === 'ACCEPTED_BY_RECEIVER' || status === 'LOST' || company_code === '',
  );
}

/** The number that the courier brings, one that the shop has not had. */
function broughtAlong(state: ShopState, { company_code, parcel_id }: Parcel): string {
  const used = new Set([...state.parcels.values()].map(({ out_sid }) => out_sid));
  for (let attempt = 0; ; attempt++) {
    const number = makeWaybill(company_code, `${parcel_id}/waybill/${attempt}`);
    if (!used.has(number)) return number;
  }
}
