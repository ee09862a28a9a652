import { useState } from 'preact/hooks';
import { actOnTrade, type Deal } from '../../client/buyer-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Choices } from '../../components/form.tsx';
import { showToast } from '../../components/toast.tsx';
import { CANCEL_REASONS } from '../../domain/trade/close.ts';

interface TradeDialogProps {
  nick: string;
  deal: Deal;
  onClosed: () => void;
}

/** 取消订单: only before payment, with a reason. */
export function CancelDialog({ nick, deal: { trade }, onClosed }: TradeDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      heading="取消订单"
      text="取消以后订单就关闭了，不能恢复。请先和卖家说一声，免得被当成「拍下不买」。"
      label="确认取消订单"
      missing={reason === '' ? '请选取消的原因' : ''}
      onClosed={onClosed}
      onYes={async () => {
        await actOnTrade(nick, trade.tid, 'close', { reason });
        showToast({ text: '订单已取消', tid: trade.tid });
      }}
    >
      <Choices
        name="cancel-reason"
        testid="cancel-reason"
        label="取消的原因"
        options={CANCEL_REASONS.map((one) => [one, one] as const)}
        value={reason}
        onChange={setReason}
      />
    </AskDialog>
  );
}

/** 延长收货: once a trade, by the days of the shop's settings. Source: textbook OP-6, AM-26. */
export function DelayDialog({ nick, deal: { trade, settings }, onClosed }: TradeDialogProps) {
  const days = settings.buyer_extend_days;
  return (
    <AskDialog
      heading="延长收货时间"
      text={`没有收到货时可以延长：自动确认收货的时间往后推 ${days} 天。每笔订单只能延长一次，还需要时间请联系卖家延长。`}
      label={`延长 ${days} 天`}
      onClosed={onClosed}
      onYes={async () => {
        await actOnTrade(nick, trade.tid, 'extend');
        showToast({ text: `收货时间已延长 ${days} 天`, tid: trade.tid });
      }}
    />
  );
}
