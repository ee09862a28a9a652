import { useState } from 'preact/hooks';
import { refillReturn } from '../../client/refund-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Select } from '../../components/form.tsx';
import { showToast } from '../../components/toast.tsx';
import { WaybillField } from '../../components/waybill-field.tsx';
import type { DeedProps } from './deed-dialog.tsx';

/** 回填退货物流: the buyer has sent the goods and told the number elsewhere. */
export function Refill({ refund, file: { carriers }, onClosed }: DeedProps) {
  const [code, setCode] = useState('');
  const [waybill, setWaybill] = useState('');
  const missing = code === '' ? '请选择物流公司' : waybill.trim() === '' ? '请填写运单号' : '';
  return (
    <AskDialog
      heading="回填退货物流"
      text="买家已经寄出、在旺旺里告诉了您单号时，可以替他填上。填好就进入等待收货，不能改回。"
      label="保存"
      missing={missing}
      onClosed={onClosed}
      onYes={async () => {
        await refillReturn(refund.refund_id, code, waybill);
        showToast({ text: '退货物流已填上', tid: refund.tid });
      }}
    >
      <div class="deed-row">
        <span class="deed-name" aria-hidden="true">
          物流公司
        </span>
        <Select
          label="物流公司"
          testid="refill-carrier"
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
          testid="refill-waybill"
          label="运单号"
          carrier={carriers.find((one) => one.code === code)}
          value={waybill}
          onWaybill={setWaybill}
        />
      </div>
    </AskDialog>
  );
}
