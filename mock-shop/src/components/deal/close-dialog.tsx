import { useState } from 'preact/hooks';
import { closeTrade } from '../../client/trade-client.ts';
import { CLOSE_REASONS } from '../../domain/trade/close.ts';
import { FormDialog } from '../form-dialog.tsx';
import { showToast } from '../toast.tsx';
import { DealHeading } from './deal-heading.tsx';
import type { DealDialogProps } from './use-deal.tsx';
import './deal.css';

/** 关闭交易: TOP's reasons, and what to think of first. Source: textbook OP-5. */
export function CloseDialog({ trade, onClosed }: DealDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      name="close"
      heading={<DealHeading text="关闭交易" trade={trade} />}
      label="确认关闭"
      trade={trade}
      missing={reason === '' ? '请选择关闭理由' : undefined}
      onClosed={onClosed}
      onYes={async () => {
        await closeTrade(trade.tid, reason);
        showToast({ text: `交易已关闭：${reason}`, tid: trade.tid });
      }}
    >
      <div class="deal-warning">
        <p>
          <strong>请先和买家商量好再关闭。</strong>
          没有商量就关掉，买家可以投诉「成交不卖」；是买家自己不想要了，也请他在旺旺里说清楚，留下凭据。
        </p>
        <p>关闭以后不能恢复，买家想买只能重新拍下。</p>
      </div>
      <p class="deal-who">
        买家：{trade.buyer_nick}，应付 <span class="num">{trade.payment}</span> 元
      </p>
      <label class="deal-field">
        <span>关闭理由</span>
        <select
          class="field"
          data-testid="close-reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        >
          <option value="">请选择关闭理由</option>
          {CLOSE_REASONS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <p class="faint deal-note">理由要和事实相符：缺货就选缺货，不要写成买家的原因。</p>
    </FormDialog>
  );
}
