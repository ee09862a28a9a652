import type { Carrier } from 'fixtures';
import { fitsPattern, tidyWaybill } from '../domain/ship/waybill.ts';
import './waybill-field.css';

interface WaybillFieldProps {
  testid: string;
  /** Accessible name. */
  label: string;
  /** Undefined: no carrier is chosen. */
  carrier: Pick<Carrier, 'name' | 'reg_mail_no'> | undefined;
  value: string;
  disabled?: boolean;
  onWaybill: (text: string) => void;
}

/** A waybill number, checked against its carrier's pattern while it is typed. Whether it was used before, only the shop knows. */
export function WaybillField({ testid, label, carrier, value, disabled = false, onWaybill }: WaybillFieldProps) {
  const number = tidyWaybill(value);
  const fits = carrier !== undefined && number !== '' && fitsPattern(carrier, number);
  const say = (): string => {
    if (number === '' || !carrier) return '';
    return fits ? `✓ 符合${carrier.name}的编号规则` : `还不是${carrier.name}的运单号`;
  };
  return (
    <span class="waybill">
      <input
        class="field num"
        type="text"
        data-testid={testid}
        aria-label={label}
        aria-describedby={`${testid}-says`}
        autocomplete="off"
        spellcheck={false}
        maxLength={40}
        readOnly={disabled}
        value={value}
        onInput={(event) => onWaybill(event.currentTarget.value)}
      />
      <span id={`${testid}-says`} class={fits ? 'waybill-fits' : 'waybill-unfit'}>
        {say()}
      </span>
    </span>
  );
}
