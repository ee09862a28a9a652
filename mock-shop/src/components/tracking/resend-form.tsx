import type { Carrier } from 'fixtures';
import { useState } from 'preact/hooks';
import { resend, type SeenParcel } from '../../client/ship-client.ts';
import { showToast } from '../toast.tsx';
import { useSend } from '../use-send.ts';
import { WaybillField } from '../waybill-field.tsx';

interface ResendFormProps {
  parcel: SeenParcel;
  carriers: readonly Carrier[];
  onDone: () => void;
}

/** 修改单号: another carrier or number for what was sent. */
export function ResendForm({ parcel, carriers, onDone }: ResendFormProps) {
  const [code, setCode] = useState(parcel.company_code);
  const [number, setNumber] = useState(parcel.out_sid);
  const { busy, fault, send } = useSend();
  const save = (): void =>
    send('', async () => {
      await resend(parcel, code, number);
      showToast({ text: '物流信息已修改', tid: parcel.tid });
      onDone();
    });
  return (
    <form
      class="resend"
      aria-label={`修改单号：${parcel.out_sid || parcel.company_name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        物流公司{' '}
        <select
          class="field"
          data-testid="resend-carrier"
          value={code}
          disabled={busy}
          onChange={(event) => setCode(event.currentTarget.value)}
        >
          {code === '' && <option value="">请选择</option>}
          {carriers
            .filter((one) => one.enabled || one.code === parcel.company_code)
            .map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
        </select>
      </label>
      <WaybillField
        testid="resend-waybill"
        label="新的运单号"
        carrier={carriers.find((one) => one.code === code)}
        value={number}
        disabled={busy}
        onWaybill={setNumber}
      />
      <span class="resend-ways">
        <button type="submit" class="button primary" data-testid="resend-save" disabled={busy}>
          {busy ? '正在保存…' : '保存'}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onDone}>
          取消
        </button>
      </span>
      {fault && (
        <p class="dialog-bar bad" role="alert" data-testid="resend-fault">
          {fault}
        </p>
      )}
    </form>
  );
}
