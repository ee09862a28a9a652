import { useState } from 'preact/hooks';
import { refuseRefund } from '../../client/refund-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Select } from '../../components/form.tsx';
import { PicturesField } from '../../components/pictures/pictures-field.tsx';
import { showToast } from '../../components/toast.tsx';
import { REFUSE_LENGTH } from '../../domain/refund/check.ts';
import { REFUSE_REASONS } from '../../domain/refund/reasons.ts';
import type { DeedProps } from './deed-dialog.tsx';

/** 拒绝 the application, or 拒收 the goods that came back: a reason, a text, a proof. */
export function Refuse({ refund, of, onClosed }: DeedProps & { of: 'application' | 'goods' }) {
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [proof, setProof] = useState<readonly string[]>([]);
  const { length } = [...text.trim()];
  const { min, max } = REFUSE_LENGTH;
  const goods = of === 'goods';
  const missing = (): string => {
    if (reason === '') return '请选择拒绝原因';
    return length < min ? `请写明理由，${min} 到 ${max} 个字` : '';
  };
  return (
    <AskDialog
      heading={goods ? '拒收退回的商品' : '拒绝申请'}
      text={
        goods
          ? '没有收到或者退回的商品不对，才可以拒收。请先和买家沟通，并留下照片。'
          : '请先和买家沟通。买家看得到原因、说明和凭证，可以修改申请，也可以要求淘宝介入。'
      }
      label={goods ? '确认拒收' : '确认拒绝'}
      missing={missing()}
      onClosed={onClosed}
      onYes={async () => {
        await refuseRefund(refund, of, { reason: Number(reason), message: text, proof: proof[0] });
        showToast({ text: goods ? '已拒收，买家可以修改申请' : '已拒绝，买家可以修改申请', tid: refund.tid });
      }}
    >
      <div class="deed-row">
        <span class="deed-name" aria-hidden="true">
          拒绝原因
        </span>
        <Select
          label="拒绝原因"
          testid="refuse-reason"
          options={REFUSE_REASONS.filter((one) => one.of === of).map(({ id, text: words }) => [String(id), words])}
          value={reason}
          onChange={setReason}
        />
      </div>
      <label class="deed-label">
        拒绝说明
        <textarea
          class="field"
          data-testid="refuse-text"
          rows={3}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class={length > max ? 'form-hint over' : 'form-hint'}>
        {length}/{max}
      </p>
      <p class="deed-label" aria-hidden="true">
        拒绝凭证（选填）
      </p>
      <PicturesField label="拒绝凭证" pictures={proof} onChange={setProof} testid="refuse-proof" most={1} />
    </AskDialog>
  );
}
