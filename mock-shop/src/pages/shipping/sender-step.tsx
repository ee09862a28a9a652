import type { SellerAddress } from 'fixtures';

interface SenderStepProps {
  addresses: readonly SellerAddress[];
  sender: string;
  cancel: string;
  disabled: boolean;
  onSender: (id: string) => void;
  onCancel: (id: string) => void;
}

/** 第二步 确认发货/退货信息: two entries of the address library. */
export function SenderStep({ addresses, sender, cancel, disabled, onSender, onCancel }: SenderStepProps) {
  return (
    <section class="ship-step" aria-labelledby="step-2">
      <h2 id="step-2">
        <span class="step-number">第二步</span> 确认发货/退货信息
      </h2>
      {addresses.length === 0 && <p class="faint">地址库还是空的，这次发货不附发货和退货地址。</p>}
      {addresses.length > 0 && (
        <div class="ship-senders">
          <Choice label="我的发货信息" testid="sender" value={sender} {...{ addresses, disabled }} onPick={onSender} />
          <Choice
            label="我的退货信息"
            testid="cancel-address"
            value={cancel}
            {...{ addresses, disabled }}
            onPick={onCancel}
          />
        </div>
      )}
    </section>
  );
}

interface ChoiceProps {
  label: string;
  testid: string;
  addresses: readonly SellerAddress[];
  value: string;
  disabled: boolean;
  onPick: (id: string) => void;
}

function Choice({ label, testid, addresses, value, disabled, onPick }: ChoiceProps) {
  return (
    <label class="ship-sender">
      <span>{label}</span>
      <select
        class="field"
        data-testid={testid}
        value={value}
        disabled={disabled}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {addresses.map((one) => (
          <option key={one.contact_id} value={one.contact_id}>
            {addressLine(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function addressLine({
  contact_name,
  province,
  city,
  country,
  addr,
  mobile_phone,
  phone,
  memo,
}: SellerAddress): string {
  return `${memo ? `［${memo.split('，')[0]}］` : ''}${province}${city}${country} ${addr}，${contact_name}，${mobile_phone || phone}`;
}
