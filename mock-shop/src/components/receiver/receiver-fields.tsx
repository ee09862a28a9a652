import type { Receiver } from 'fixtures';
import { receiverFault } from '../../domain/receiver.ts';
import { RegionCascade } from '../region-cascade.tsx';
import './receiver.css';

interface ReceiverFieldsProps {
  /** The test ids are `<prefix>-name`, `-state`, `-city`, `-district`, `-address`, `-zip`, `-mobile`, `-phone`. */
  prefix: string;
  value: Receiver;
  /** What the person is called there. */
  who?: string;
  disabled?: boolean;
  onReceiver: (receiver: Receiver) => void;
}

/** Why the form cannot be sent yet, in Chinese; empty when it can. */
export function receiverProblem(receiver: Receiver): string {
  if (receiver.receiver_state !== '' && receiver.receiver_city === '' && receiver.receiver_district === '') {
    return '请选择城市和区县';
  }
  return receiverFault(receiver)?.sub_msg ?? '';
}

/** Everything that says where a parcel goes, to be filled in. */
export function ReceiverFields({ prefix, value, who = '收货人', disabled = false, onReceiver }: ReceiverFieldsProps) {
  const set = (field: keyof Receiver) => (text: string) => onReceiver({ ...value, [field]: text });
  const line = (field: keyof Receiver, name: string, label: string, size: 'short' | 'wide', numeric = false) => (
    <label class="receiver-line">
      <span>{label}</span>
      <input
        class={`field ${size}`}
        type="text"
        data-testid={`${prefix}-${name}`}
        inputMode={numeric ? 'numeric' : 'text'}
        autocomplete="off"
        readOnly={disabled}
        value={value[field]}
        onInput={(event) => set(field)(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <div class="receiver-fields">
      {line('receiver_name', 'name', who, 'short')}
      <fieldset class="receiver-line">
        <legend class="hidden-name">所在地区</legend>
        <span aria-hidden="true">所在地区</span>
        <RegionCascade
          prefix={prefix}
          value={{ state: value.receiver_state, city: value.receiver_city, district: value.receiver_district }}
          disabled={disabled}
          onRegion={({ state, city, district }) =>
            onReceiver({
              ...value,
              receiver_state: state,
              receiver_city: city,
              receiver_district: district,
              // A street office belongs to the district that it was chosen with.
              receiver_town: district === value.receiver_district ? value.receiver_town : '',
            })
          }
        />
      </fieldset>
      {line('receiver_address', 'address', '详细地址', 'wide')}
      {line('receiver_zip', 'zip', '邮政编码', 'short', true)}
      {line('receiver_mobile', 'mobile', '手机', 'short', true)}
      {line('receiver_phone', 'phone', '电话', 'short')}
    </div>
  );
}
