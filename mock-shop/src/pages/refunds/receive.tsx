import { useState } from 'preact/hooks';
import { agreeRefund } from '../../client/refund-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { skuParts } from '../../components/labels.ts';
import { showToast } from '../../components/toast.tsx';
import type { DeedProps } from './deed-dialog.tsx';

/** 确认收货并退款: only after the style and the number were looked at, as it cannot be undone. Source: textbook OP-7 step 7. */
export function Receive({ refund, file: { trade, parcels }, onClosed }: DeedProps) {
  const [style, setStyle] = useState(false);
  const [count, setCount] = useState(false);
  const order = trade.orders.order.find(({ oid }) => oid === refund.oid);
  const arrived = parcels.at(-1)?.status === 'ACCEPTED_BY_RECEIVER';
  const exchange = refund.dispute_type === 'EXCHANGE';
  const effect = exchange ? '确认以后就要重新发货' : `确认以后 ${refund.refund_fee} 元立即退给买家`;
  return (
    <AskDialog
      heading={exchange ? '确认收货' : '确认收货并退款'}
      text={`收到退件、拆开核对无误再确认。${effect}，不能撤回。`}
      label={exchange ? '确认收货' : `确认收货并退款 ${refund.refund_fee} 元`}
      missing={style && count ? '' : '请先核对退回商品的款式和数量，再逐项勾选'}
      onClosed={onClosed}
      onYes={async () => {
        await agreeRefund(refund);
        showToast({ text: exchange ? '已确认收货，请重新发货' : `已退款 ${refund.refund_fee} 元`, tid: refund.tid });
      }}
    >
      {!arrived && (
        <p class="dialog-bar" data-testid="not-arrived">
          物流显示退件还没有签收。没有收到退件就退款，可能钱货两空。
        </p>
      )}
      <fieldset class="check-list">
        <legend>退件核对</legend>
        <label>
          <input
            type="checkbox"
            data-testid="check-style"
            checked={style}
            onChange={(event) => setStyle(event.currentTarget.checked)}
          />
          款式相符：{refund.title} {order && skuParts(order.sku_properties_name).join('，')}
        </label>
        <label>
          <input
            type="checkbox"
            data-testid="check-count"
            checked={count}
            onChange={(event) => setCount(event.currentTarget.checked)}
          />
          数量相符：{refund.num} 件
        </label>
      </fieldset>
    </AskDialog>
  );
}
