import type { Refund } from 'fixtures';
import type { RefundFile } from '../../client/refund-client.ts';
import { simNow } from '../../client/world.ts';
import { dateTime } from '../../components/labels.ts';
import type { Deed } from './deed-dialog.tsx';
import { remaining, stateLabel, wish } from './refund-labels.ts';
import { stepsOf } from './refund-steps.ts';

/** The bar of steps, whose turn it is and for how long, and what the seller can do. */
export function RefundState({ file, onDeed }: { file: RefundFile; onDeed: (deed: Deed) => void }) {
  const { refund, anew } = file;
  const { status, cs_status } = refund;
  return (
    <section class="trade-state" aria-label="退款进度" data-testid="refund-progress" data-status={status}>
      <ol class="steps">
        {stepsOf(refund).map(({ label, reached, at }, i) => (
          <li key={label} class={reached ? 'reached' : ''}>
            <span class="step-dot num" aria-hidden="true">
              {i + 1}
            </span>
            <span class="step-label">
              {label}
              {!reached && <span class="hidden-name">（还没有）</span>}
            </span>
            <time class="num">{at && dateTime(at)}</time>
          </li>
        ))}
      </ol>
      <div class="state-line refund-now">
        <p class="refund-headline">
          <strong class={`refund-${status}`}>{stateLabel(refund)}</strong>
          {cs_status !== 1 && <span class="tag">已申请淘宝介入</span>}
          {refund.timeout_action_time && (
            <span class="refund-clock num" data-testid="refund-countdown">
              {remaining(refund.timeout_action_time, simNow.value)}
            </span>
          )}
        </p>
        <p>{hint(refund, anew !== null)}</p>
        <p class="refund-deeds">
          {deedsOf(refund, anew !== null).map(([deed, label], i) => (
            <button
              key={deed}
              type="button"
              class={i === 0 && deed !== 'platform' ? 'button primary' : 'button'}
              data-testid={`refund-${deed}`}
              aria-haspopup="dialog"
              onClick={() => onDeed(deed)}
            >
              {label}
            </button>
          ))}
        </p>
      </div>
    </section>
  );
}

/** What can be done now, the usual first. */
function deedsOf(
  { status, dispute_type, cs_status, sid, return_address }: Refund,
  sentAnew: boolean,
): (readonly [Deed, string])[] {
  const platform: (readonly [Deed, string])[] = cs_status === 1 ? [['platform', '要求淘宝介入']] : [];
  const agree: readonly [Deed, string] = ['agree', `同意${wish(dispute_type)}`];
  const receive: readonly [Deed, string] = ['receive', dispute_type === 'EXCHANGE' ? '确认收货' : '确认收货并退款'];
  switch (status) {
    case 'WAIT_SELLER_AGREE':
      return [agree, ['refuse', '拒绝'], ...platform];
    case 'SELLER_REFUSE_BUYER':
      return [sid === undefined ? agree : receive, ...platform];
    case 'WAIT_BUYER_RETURN_GOODS':
      return [return_address ? ['refill', '回填退货物流'] : ['agree', '补录退货地址'], ...platform];
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return [receive, ['reject', '拒收'], ...platform];
    case 'SUCCESS':
      return dispute_type === 'EXCHANGE' && !sentAnew ? [['anew', '重新发货']] : [];
    default:
      return [];
  }
}

/** What happens next, and what happens if nobody does anything. */
function hint({ status, dispute_type, refund_fee, return_address, cs_status }: Refund, sentAnew: boolean): string {
  const exchange = dispute_type === 'EXCHANGE';
  switch (status) {
    case 'WAIT_SELLER_AGREE':
      return dispute_type === 'REFUND'
        ? '请先和买家沟通，核对原因和金额再处理。逾期未处理，系统会自动退款给买家。'
        : '请先和买家沟通，核对原因再处理。逾期未处理，退货协议自动生效，买家可以直接寄回。';
    case 'WAIT_BUYER_RETURN_GOODS':
      if (!return_address) return '退货协议已自动生效，但店铺没有默认退货地址。请补录，否则买家无法寄回。';
      return '等待买家把商品寄回并填写运单号。逾期未寄，退款会自动关闭。';
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return exchange
        ? '收到退件后请核对款式和数量，再确认收货，然后重新发货。逾期未处理，视为已收到退件。'
        : '收到退件后请核对款式和数量，再确认收货并退款。逾期未处理，系统会自动退款给买家。';
    case 'SELLER_REFUSE_BUYER':
      return cs_status === 1
        ? '等待买家修改申请或要求淘宝介入。买家逾期不处理，退款会自动关闭。'
        : '等待淘宝客服处理。您仍可以和买家协商，改为同意。';
    case 'CLOSED':
      return exchange ? '换货已经关闭。' : '退款已经关闭，没有退钱；交易继续进行，自动确认收货的计时已顺延。';
    case 'SUCCESS':
      if (!exchange) return `已退给买家 ${refund_fee} 元。`;
      return sentAnew ? '换的商品已经重新发出。' : '退件已收到，请把换的商品重新发给买家，并备注说明。';
  }
}
