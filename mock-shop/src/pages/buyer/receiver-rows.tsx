import type { Receiver } from '../../domain/trade/command.ts';
import { Row, Text } from './fields.tsx';

/** Fields of a receiver in the order of the form: name on the screen, whether it must be there, size of the box. */
const FIELDS: readonly (readonly [keyof Receiver, string, boolean, string])[] = [
  ['receiver_name', '收货人', true, 'form-money'],
  ['receiver_mobile', '手机', true, 'form-money'],
  ['receiver_state', '省', true, 'form-money'],
  ['receiver_city', '市', false, 'form-money'],
  ['receiver_district', '区/县', false, 'form-money'],
  ['receiver_address', '详细地址', true, 'form-wide'],
  ['receiver_zip', '邮编', false, 'form-money'],
];

/** Where the goods are to go; begins with the address of the buyer's last order. */
export function ReceiverRows({ receiver, onChange }: { receiver: Receiver; onChange: (receiver: Receiver) => void }) {
  return (
    <fieldset class="receiver">
      <legend class="hidden-name">收货信息</legend>
      {FIELDS.map(([field, label, required, size]) => (
        <Row key={field} label={label} required={required}>
          <Text
            label={label}
            testid={field.replace('receiver_', 'order-')}
            class={size}
            most={120}
            value={receiver[field] ?? ''}
            onInput={(text) => onChange({ ...receiver, [field]: text })}
          />
        </Row>
      ))}
    </fieldset>
  );
}
