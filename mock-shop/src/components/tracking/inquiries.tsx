import { inquire, type SeenParcel } from '../../client/ship-client.ts';
import { dateTime } from '../labels.ts';
import { useSend } from '../use-send.ts';
import { ProofPicture } from './proof-picture.tsx';

const KINDS = { trace: '问询件在哪里', proof: '索要签收底单' } as const;

/** 联系快递 about one parcel: two questions to ask, what was asked, and what came back. Source: textbook OP-8. */
export function Inquiries({ parcel, receiver, phone }: { parcel: SeenParcel; receiver: string; phone: string }) {
  const { busy, fault, send } = useSend();
  const open = (kind: 'trace' | 'proof'): boolean =>
    parcel.inquiries.some((one) => one.kind === kind && one.answer === undefined);
  return (
    <section class="inquiries" aria-label={`联系快递：${parcel.out_sid}`}>
      <p class="inquiry-ask">
        <span>
          联系快递
          {phone && (
            <span class="faint">
              （{parcel.company_name}客服 {phone}）
            </span>
          )}
        </span>
        {(['trace', 'proof'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            data-testid={`inquire-${kind}`}
            disabled={busy || open(kind)}
            onClick={() => send('', async () => void (await inquire(parcel.parcel_id, kind)))}
          >
            {open(kind) ? '等待快递回复…' : KINDS[kind]}
          </button>
        ))}
      </p>
      {fault && (
        <p class="dialog-bar bad" role="alert">
          {fault}
        </p>
      )}
      {parcel.inquiries.length > 0 && (
        <ol class="inquiry-list" aria-live="polite">
          {parcel.inquiries.map((one) => (
            <li key={one.asked + one.kind} data-testid="inquiry">
              <p>
                <time class="num">{dateTime(one.asked)}</time> 我：{KINDS[one.kind]}
              </p>
              <p>
                {one.answer === undefined ? (
                  <span class="faint">快递公司一般几小时内回复。</span>
                ) : (
                  <>
                    <time class="num">{dateTime(one.answer_due)}</time> {parcel.company_name}：{one.answer}
                  </>
                )}
              </p>
              {one.proof && <ProofPicture parcel={parcel} receiver={receiver} proof={one.proof} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
