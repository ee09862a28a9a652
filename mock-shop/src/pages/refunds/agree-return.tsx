import { useState } from 'preact/hooks';
import { agreeReturn } from '../../client/refund-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Choices } from '../../components/form.tsx';
import { showToast } from '../../components/toast.tsx';
import { gbkBytes } from '../../domain/gbk.ts';
import { MESSAGE_BYTES } from '../../domain/refund/check.ts';
import { freightBearer } from '../../domain/refund/reasons.ts';
import type { DeedProps } from './deed-dialog.tsx';
import { wish } from './refund-labels.ts';

/** 同意退货: where the goods are to go, who bears the freight, and a word to the buyer. Source: textbook OP-7 step 5. */
export function AgreeReturn({ refund, file: { addresses }, onClosed }: DeedProps) {
  const usual = addresses.find(({ cancel_def }) => cancel_def) ?? addresses[0];
  const [address, setAddress] = useState(usual?.contact_id ?? '');
  const [bearer, setBearer] = useState(String(freightBearer(refund.reason)));
  const [remark, setRemark] = useState('');
  const bytes = gbkBytes(remark.trim());
  const word = wish(refund.dispute_type);
  return (
    <AskDialog
      heading={`同意${word}`}
      text={`选好退货地址并保存，系统会通知买家寄回；不能撤回。原因：${refund.reason}。`}
      label="保存并通知买家"
      missing={address === '' ? '请先选择退货地址' : ''}
      onClosed={onClosed}
      onYes={async () => {
        const post_fee_bear_role = bearer === '0' ? 0 : 1;
        await agreeReturn(refund, { seller_address_id: address, remark, post_fee_bear_role });
        showToast({ text: `已同意${word}，退货地址已通知买家`, tid: refund.tid });
      }}
    >
      <fieldset class="address-picker" data-testid="return-address-picker">
        <legend>退货地址</legend>
        {addresses.length === 0 && <p class="faint">地址库是空的，请先在地址库里添加一个退货地址。</p>}
        {addresses.map((one) => (
          <label key={one.contact_id} class={one.contact_id === address ? 'address-choice chosen' : 'address-choice'}>
            <input
              type="radio"
              name="return-address"
              value={one.contact_id}
              checked={one.contact_id === address}
              onChange={() => setAddress(one.contact_id)}
            />
            <span>
              {[one.province, one.city, one.country, one.addr].filter(Boolean).join(' ')}，{one.zip_code}
              <span class="address-who">
                {one.contact_name} <span class="num">{one.mobile_phone || one.phone}</span>
                {one.memo && <span>{one.memo}</span>}
                {one.cancel_def && <span class="tag">默认退货地址</span>}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="deed-row">
        <span class="deed-name" aria-hidden="true">
          退货运费
        </span>
        <Choices
          name="post-fee-bearer"
          testid="return-bearer"
          label="退货运费由谁承担"
          options={[
            ['1', '买家承担'],
            ['0', '卖家承担'],
          ]}
          value={bearer}
          onChange={setBearer}
        />
      </div>
      <label class="deed-label">
        退货说明（选填）
        <textarea
          class="field"
          data-testid="return-remark"
          rows={2}
          placeholder="例如：请附退换货卡，不收到付件和平邮"
          value={remark}
          onInput={(event) => setRemark(event.currentTarget.value)}
        />
      </label>
      <p class={bytes > MESSAGE_BYTES ? 'form-hint over' : 'form-hint'}>
        {bytes}/{MESSAGE_BYTES} 字节
      </p>
    </AskDialog>
  );
}
