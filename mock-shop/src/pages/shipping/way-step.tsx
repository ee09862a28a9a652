import type { Carrier } from 'fixtures';
import { WaybillField } from '../../components/waybill-field.tsx';
import type { Way } from '../../domain/ship/command.ts';
import { CarrierPicker } from './carrier-picker.tsx';

export const WAYS: readonly (readonly [Way, string, string])[] = [
  ['online', '在线下单', '预约快递员上门取件；取走以后订单才变成已发货。'],
  ['offline', '自己联系物流', '已经把件交给快递，填上运单号，马上变成已发货。'],
  ['dummy', '无需物流', '虚拟商品或当面交货，不填物流公司，马上变成已发货。'],
];

interface WayStepProps {
  way: Way;
  wayHref: (way: Way) => string;
  carriers: readonly Carrier[];
  state: string;
  code: string;
  waybill: string;
  disabled: boolean;
  onCarrier: (code: string) => void;
  onWaybill: (text: string) => void;
}

/** 第三步 选择物流服务. */
export function WayStep({
  way,
  wayHref,
  carriers,
  state,
  code,
  waybill,
  disabled,
  onCarrier,
  onWaybill,
}: WayStepProps) {
  const carrier = carriers.find((one) => one.code === code);
  return (
    <section class="ship-step" aria-labelledby="step-3">
      <h2 id="step-3">
        <span class="step-number">第三步</span> 选择物流服务
      </h2>
      <nav class="tabs" aria-label="物流服务">
        <ul>
          {WAYS.map(([each, label]) => (
            <li key={each}>
              <a href={wayHref(each)} data-testid={`way-${each}`} aria-current={each === way ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="faint">{WAYS.find(([each]) => each === way)?.[2]}</p>
      {way !== 'dummy' && <CarrierPicker {...{ carriers, state, code, disabled, onCarrier }} />}
      {way === 'offline' && (
        <p class="ship-waybill">
          <span>运单号码</span>
          <WaybillField
            testid="waybill"
            label="运单号码"
            carrier={carrier}
            value={waybill}
            disabled={disabled}
            onWaybill={onWaybill}
          />
        </p>
      )}
    </section>
  );
}
