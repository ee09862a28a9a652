import { useRef } from 'preact/hooks';
import type { OpenedOrder } from '../../client/desk-client.ts';
import { Dialog } from '../../components/dialog.tsx';

/** Figures 6-17, 6-18, 6-20, 6-22 and 6-23. */
export type Outcome = 'sent' | 'invalid' | 'voided' | 'collected' | 'early';

const HEADING: Readonly<Record<Outcome, string>> = {
  sent: '发货成功',
  invalid: '错误提示',
  voided: '订单作废完成',
  collected: '收款成功',
  early: '收款失败',
};

/** What came of a deed. Source: textbook 4.4. */
export function OutcomeDialog({
  what,
  opened,
  onClosed,
}: {
  what: Outcome;
  opened: OpenedOrder;
  onClosed: () => void;
}) {
  const ok = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      heading={HEADING[what]}
      headingId="desk-outcome-heading"
      data-testid={`desk-outcome-${what}`}
      onClosed={onClosed}
    >
      <div class="dialog-body">
        <p class={what === 'invalid' || what === 'early' ? 'desk-outcome bad' : 'desk-outcome'}>
          <span class="desk-outcome-mark" aria-hidden="true">
            {what === 'invalid' || what === 'early' ? '!' : '✓'}
          </span>
          <span>{textOf(what, opened)}</span>
        </p>
      </div>
      <div class="dialog-foot">
        <button
          ref={ok}
          type="button"
          class="button primary"
          data-testid="desk-ok"
          onClick={() => ok.current?.closest('dialog')?.close()}
        >
          确定
        </button>
      </div>
    </Dialog>
  );
}

function textOf(what: Outcome, { order, choices }: OpenedOrder): string {
  const carrier = choices.find(({ code }) => code === order.carrier);
  switch (what) {
    case 'sent':
      return `订单 ${order.order_id} 已交给${carrier?.name ?? '物流公司'}，物流费 ¥ ${order.fee}，${carrier?.days} 天送到。订单转入「已发货」。`;
    case 'invalid':
      return `判断错误：订单 ${order.order_id} 的收货信息不真实，不应当发货。订单转入「无效」，为什么不真实，这一轮结束后的讲评里有说明。`;
    case 'voided':
      return `订单 ${order.order_id} 已作废，转入「作废」。`;
    case 'collected':
      return `订单 ${order.order_id} 收款成功，货款 ¥ ${((Math.round(Number(order.price) * 100) * order.num) / 100).toFixed(2)} 已进店铺资金。订单转入「完结」。`;
    case 'early':
      return `发货还没有满物流天数，收不到货款。订单 ${order.order_id} 留在「已发货」，晚一点可以再试；过早收款这是第 ${order.early} 次。`;
  }
}
