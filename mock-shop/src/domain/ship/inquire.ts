import type { Parcel, ParcelInquiry, TransitStep } from 'fixtures';
import { changed } from '../change.ts';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { simMs, simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import type { Ruled } from '../trade/find-trade.ts';
import type { ShipAct } from './command.ts';
import { senderOf, wayOf } from './parcel.ts';
import { roll } from './roll.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** 联系快递: where the parcel is, or the receipt that somebody signed. The answer takes some hours. Source: textbook OP-8. */
export function inquire(state: ShopState, { parcel_id, kind }: ShipAct<'ship.inquire'>, at: number): Ruled<Draft[]> {
  if (parcel_id === '') return { refusal: missing('parcel_id') };
  const parcel = find(state, 'parcel', parcel_id);
  if (!parcel) return { refusal: remote('isv.parcel-not-exist', '没有这个包裹') };
  if (kind !== 'trace' && kind !== 'proof') {
    return { refusal: invalid('kind', '可以询问包裹在哪里，或者索要签收底单') };
  }
  if (parcel.company_code === '' || parcel.out_sid === '') {
    return { refusal: remote('isv.parcel-without-carrier', '这个包裹没有交给快递公司，没有人可以询问') };
  }
  if (parcel.inquiries.some((one) => one.kind === kind && one.answer === undefined)) {
    return { refusal: remote('isv.inquiry-already-open', '已经问过了，请等快递公司回复') };
  }
  const words = `${parcel_id}/ask/${parcel.inquiries.length}`;
  const due = at + 2 * HOUR + roll(words, 180) * MINUTE;
  const asked: ParcelInquiry = { kind, asked: simText(at), answer_due: simText(due) };
  const after = { ...parcel, inquiries: [...parcel.inquiries, asked] };
  const tell = { kind, tid: parcel.tid };
  return { is: [changed(state, at, 'seller', 'parcel.asked', { kind: 'parcel', id: parcel_id, after }, { tell })] };
}

/** The record of the carrier's answer. `i`: place of the inquiry. What stood still moves on, what is lost is found to be. */
export function answered(state: ShopState, parcel: Parcel, i: number, at: number): Draft {
  const inquiry = parcel.inquiries[i];
  const kind = inquiry?.kind ?? 'trace';
  const { answer, proof, ...rest } = kind === 'proof' ? proofOf(parcel) : traceOf(state, parcel, at);
  const inquiries = parcel.inquiries.map((one, place) =>
    place === i ? { ...one, answer, ...(proof !== undefined && { proof }) } : one,
  );
  const after: Parcel = { ...parcel, ...rest, inquiries };
  const tell = { kind, tid: parcel.tid, answer };
  return changed(state, at, 'platform', 'parcel.answered', { kind: 'parcel', id: parcel.parcel_id, after }, { tell });
}

type Answer = { answer: string; proof?: string } & Partial<Pick<Parcel, 'status' | 'trace' | 'ahead' | 'fate'>>;

function proofOf(parcel: Parcel): Answer {
  const { status, fate, trace } = parcel;
  const signed = trace.findLast((step) => step.status === 'ACCEPTED_BY_RECEIVER');
  if (status !== 'ACCEPTED_BY_RECEIVER' || !signed) return { answer: '这票快件还没有签收，没有签收底单。' };
  const when = signed.status_time.slice(5, 16).replace('T', ' ');
  return fate === 'signed-by-other'
    ? {
        answer: `签收底单已找到：${when} 由${signerOf(parcel)}签字，不是收件人本人，也没有收件人的委托。`,
        proof: 'proof/other',
      }
    : { answer: `签收底单已找到：${when} 签收，签名与收件人相符。`, proof: 'proof/receiver' };
}

function traceOf(state: ShopState, parcel: Parcel, at: number): Answer {
  const { fate, status, trace, ahead } = parcel;
  const last = trace.at(-1);
  if (status === 'ACCEPTED_BY_RECEIVER') {
    return fate === 'signed-by-other'
      ? {
          answer: `派送员回忆，收件人的电话没有人接，快件由${signerOf(parcel)}代签。可以再索要签收底单核对。`,
        }
      : { answer: '快件已经妥投，签收人与收件人相符。可以再索要签收底单。' };
  }
  if (status === 'LOST') return { answer: '这票快件已经确认遗失，请凭购买凭证向我们申请理赔。' };
  // The carrier finds out once the parcel has come to where it stays.
  if (ahead.length > 0 || fate === 'normal' || !last) {
    return { answer: `快件在途中，最新进展：${last?.status_desc ?? '等待揽收'}。` };
  }
  if (fate === 'lost') {
    const step: TransitStep = {
      status_time: simText(at),
      status: 'LOST',
      status_desc: '快件在转运途中遗失，快递公司已登记',
    };
    return {
      answer: '很抱歉，经核查快件在转运途中遗失，我们已登记，请凭购买凭证申请理赔。',
      status: 'LOST',
      trace: [...trace, step],
    };
  }
  const more = restOf(state, parcel, at);
  return { answer: '快件在转运中心滞留了，已经催促，会尽快继续发出。', fate: 'normal', ahead: more };
}

/** What is left of a way that stood still: it leaves two hours after the answer at the earliest, and takes no longer than it should have. */
function restOf(state: ShopState, parcel: Parcel, at: number): TransitStep[] {
  const trade = find(state, 'trade', parcel.tid);
  if (!trade) return [];
  const from = senderOf(state.addresses.values());
  const carrier = state.carriers.get(parcel.company_code) ?? { name: parcel.company_name, zones: [] };
  const sending = { ...parcel, trade, ...(from && { from }) };
  const rest = wayOf(sending, carrier, 'normal', simMs(parcel.created)).slice(parcel.trace.length);
  const late = rest[0] ? Math.max(0, at + 2 * HOUR - simMs(rest[0].status_time)) : 0;
  return rest.map((step) => ({ ...step, status_time: simText(simMs(step.status_time) + late) }));
}

/** Who signed, as the tracking says. */
function signerOf({ trace }: Parcel): string {
  return trace.map(({ status_desc }) => /签收人：([^，。]+)/.exec(status_desc)?.[1]).find(Boolean) ?? '他人';
}
