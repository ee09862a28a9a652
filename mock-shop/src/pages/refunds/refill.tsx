import type { Carrier } from 'fixtures';
import { useState } from 'preact/hooks';
import { refillReturn } from '../../client/refund-client.ts';
import { resend } from '../../client/ship-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Select } from '../../components/form.tsx';
import { showToast } from '../../components/toast.tsx';
import { WaybillField } from '../../components/waybill-field.tsx';
import type { DeedProps } from './deed-dialog.tsx';

/** 回填退货物流: the buyer has sent the goods and told the number elsewhere. */
export function Refill({ refund, file: { carriers }, onClosed }: DeedProps) {
  return (
    <WaybillDialog
      name="refill"
      heading="回填退货物流"
      text="买家已经寄出、在旺旺里告诉了您单号时，可以替他填上。填好就进入等待收货，不能改回。"
      label="保存"
      carriers={carriers}
      onClosed={onClosed}
      onWaybill={async (code, waybill) => {
        await refillReturn(refund.refund_id, code, waybill);
        showToast({ text: '退货物流已填上', tid: refund.tid });
      }}
    />
  );
}

/** 重新发货: the other goods of an exchange, once the old ones are back. */
export function SendAnew({ refund: { tid, oid, title, num }, file: { carriers }, onClosed }: DeedProps) {
  return (
    <WaybillDialog
      name="anew"
      heading="换货重新发货"
      text={`把换的商品寄给买家：${title} ×${num}。发出后请把快递公司和单号告诉买家，并备注换了什么；快到期的订单记得延长收货时间。`}
      label="确认发货"
      carriers={carriers.filter(({ enabled }) => enabled)}
      onClosed={onClosed}
      onWaybill={async (code, waybill) => {
        await resend({ tid, oids: [oid] }, code, waybill);
        showToast({ text: '换货的商品已发出', tid });
      }}
    />
  );
}

interface WaybillDialogProps {
  /** Begins the test ids. */
  name: string;
  heading: string;
  text: string;
  label: string;
  carriers: readonly Carrier[];
  onClosed: () => void;
  /** @throws what went wrong, which the dialog then says */
  onWaybill: (code: string, waybill: string) => Promise<void>;
}

function WaybillDialog({ name, carriers, onWaybill, ...rest }: WaybillDialogProps) {
  const [code, setCode] = useState('');
  const [waybill, setWaybill] = useState('');
  const missing = code === '' ? '请选择物流公司' : waybill.trim() === '' ? '请填写运单号' : '';
  return (
    <AskDialog {...rest} missing={missing} onYes={() => onWaybill(code, waybill)}>
      <div class="deed-row">
        <span class="deed-name" aria-hidden="true">
          物流公司
        </span>
        <Select
          label="物流公司"
          testid={`${name}-carrier`}
          options={carriers.map((one) => [one.code, one.name])}
          value={code}
          onChange={setCode}
        />
      </div>
      <div class="deed-row">
        <span class="deed-name" aria-hidden="true">
          运单号
        </span>
        <WaybillField
          testid={`${name}-waybill`}
          label="运单号"
          carrier={carriers.find((one) => one.code === code)}
          value={waybill}
          onWaybill={setWaybill}
        />
      </div>
    </AskDialog>
  );
}
