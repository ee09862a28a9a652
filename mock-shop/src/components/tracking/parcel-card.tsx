import type { Carrier, Trade } from 'fixtures';
import { useState } from 'preact/hooks';
import type { SeenParcel } from '../../client/ship-client.ts';
import { receiverOf } from '../../domain/ship/parcel.ts';
import { placeText } from '../receiver/receiver-text.ts';
import { RevealButton, shownReceiver } from '../receiver/shown-receiver.tsx';
import { showToast } from '../toast.tsx';
import { Inquiries } from './inquiries.tsx';
import { ResendForm } from './resend-form.tsx';
import { PARCEL_LABEL, Timeline } from './timeline.tsx';

interface ParcelCardProps {
  parcel: SeenParcel;
  trade: Trade;
  carriers: readonly Carrier[];
  /** Which parcel of how many. */
  place: string;
}

/** One parcel: its number, its way with the latest on top, and what the seller can do about it. */
export function ParcelCard({ parcel, trade, carriers, place }: ParcelCardProps) {
  const [editing, setEditing] = useState(false);
  const { company_name, company_code, out_sid, oids, trace, status } = parcel;
  const to = shownReceiver(trade.tid, parcel.receiver ?? receiverOf(trade));
  const sent = trade.orders.order.filter(({ oid }) => oids.includes(oid));
  const open = trade.status === 'WAIT_BUYER_CONFIRM_GOODS' || trade.status === 'SELLER_CONSIGNED_PART';
  const booked = company_code !== '' && out_sid === '';
  return (
    <section class="parcel-card" aria-label={place} data-parcel-id={parcel.parcel_id} data-testid="parcel">
      <header class="parcel-head">
        <strong>{place}</strong>
        <span>{company_name}</span>
        {out_sid && <span class="num">{out_sid}</span>}
        {company_code && <span class={`parcel-state parcel-${status}`}>{PARCEL_LABEL[status]}</span>}
        <span class="parcel-ways">
          {out_sid && (
            <button type="button" class="link" data-testid="copy-waybill" onClick={() => void copy(out_sid)}>
              复制单号
            </button>
          )}
          {open && !booked && (
            <button type="button" class="link" data-testid="resend" onClick={() => setEditing(true)}>
              修改单号
            </button>
          )}
        </span>
      </header>
      {editing && <ResendForm parcel={parcel} carriers={carriers} onDone={() => setEditing(false)} />}
      <p class="parcel-what">
        {sent.map(({ title, num }) => `${title} ×${num}`).join('；')}
        <br />
        发往：{to.receiver_name}，{placeText(to)} <RevealButton tid={trade.tid} />
      </p>
      <Timeline trace={trace} />
      {out_sid && (
        <Inquiries
          parcel={parcel}
          receiver={to.receiver_name}
          phone={carriers.find(({ code }) => code === company_code)?.phone ?? ''}
        />
      )}
    </section>
  );
}

/** Pages that are not served over https have no clipboard: then the number stays to be marked by hand. */
async function copy(number: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(number);
    showToast({ text: `运单号 ${number} 已复制` });
  } catch {
    showToast({ text: `浏览器不让复制，请手动选中 ${number}`, bad: true });
  }
}
