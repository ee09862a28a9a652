import type { SeenParcel } from '../../client/ship-client.ts';

interface ProofPictureProps {
  parcel: SeenParcel;
  /** Whom the parcel was addressed to. */
  receiver: string;
  /** Name of the picture, as the carrier's answer gives it. */
  proof: string;
}

/** 签收底单, drawn: the slip that somebody signed at the door. */
export function ProofPicture({ parcel, receiver, proof }: ProofPictureProps) {
  const signed = parcel.trace.findLast(({ status }) => status === 'ACCEPTED_BY_RECEIVER');
  const by = /签收人：([^，。]+)/.exec(signed?.status_desc ?? '')?.[1] ?? '';
  const signature = proof === 'proof/receiver' ? receiver : by;
  const at = signed?.status_time.slice(0, 16).replace('T', ' ') ?? '';
  return (
    <svg
      class="proof"
      viewBox="0 0 320 190"
      role="img"
      aria-label={`签收底单：${parcel.company_name} ${parcel.out_sid}，收件人 ${receiver}，签收时间 ${at}，签名 ${signature}`}
      data-testid="proof"
    >
      <rect x="1" y="1" width="318" height="188" fill="#fffef8" stroke="#b9a98a" />
      <path d="M1 36h318M1 72h318M1 108h318M160 72v36" stroke="#d8ccb4" fill="none" />
      <text x="12" y="24" font-size="14" font-weight="600" fill="#333">
        {parcel.company_name} 签收底单
      </text>
      <text x="12" y="59" font-size="12" fill="#333">
        运单号 {parcel.out_sid}
      </text>
      <text x="12" y="95" font-size="12" fill="#333">
        收件人 {receiver}
      </text>
      <text x="170" y="95" font-size="12" fill="#333">
        {at}
      </text>
      <text x="12" y="130" font-size="12" fill="#666">
        签收人签名
      </text>
      <text
        x="110"
        y="160"
        font-size="26"
        font-family="KaiTi, STKaiti, serif"
        fill="#1c3f94"
        transform="rotate(-5 110 160)"
      >
        {signature}
      </text>
      <circle cx="278" cy="148" r="28" fill="none" stroke="#c0392b" stroke-width="2" opacity="0.65" />
      <text x="278" y="153" font-size="13" text-anchor="middle" fill="#c0392b" opacity="0.75">
        已签收
      </text>
    </svg>
  );
}
