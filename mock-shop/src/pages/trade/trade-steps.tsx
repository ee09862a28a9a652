import type { Trade } from 'fixtures';
import { Deadline } from '../../components/deal/deadline.tsx';
import { TradeDeeds } from '../../components/deal/trade-deeds.tsx';
import type { Deed } from '../../components/deal/use-deal.tsx';
import { dateTime, STATUS_LABEL } from '../../components/labels.ts';

interface Step {
  label: string;
  at: string | undefined;
}

/** The way of a trade with the times at which it got there; a closed trade ends with its closing. */
export function stepsOf(trade: Trade): Step[] {
  const paid = { label: trade.type === 'cod' ? '买家签收付款' : '买家付款', at: trade.pay_time };
  const sent = { label: '卖家发货', at: trade.consign_time };
  const middle = trade.type === 'cod' ? [sent, paid] : [paid, sent];
  const way: Step[] = [{ label: '买家拍下宝贝', at: trade.created }, ...middle];
  if (!trade.status.startsWith('TRADE_CLOSED')) {
    return [...way, { label: '买家确认收货', at: trade.status === 'TRADE_FINISHED' ? trade.end_time : undefined }];
  }
  return [...way.filter((step) => step.at), { label: '交易关闭', at: trade.end_time ?? trade.modified }];
}

/** The bar of steps, and what the trade is waiting for. */
export function TradeSteps({ trade, onDeed }: { trade: Trade; onDeed: (deed: Deed) => void }) {
  return (
    <section class="trade-state" aria-label="交易进度">
      <ol class="steps">
        {stepsOf(trade).map((step, at) => (
          <li key={step.label} class={step.at ? 'reached' : ''}>
            <span class="step-dot num" aria-hidden="true">
              {at + 1}
            </span>
            <span class="step-label">
              {step.label}
              {!step.at && <span class="hidden-name">（还没有）</span>}
            </span>
            <time class="num">{step.at && dateTime(step.at)}</time>
          </li>
        ))}
      </ol>
      <div class="state-line">
        <span>
          当前状态：<strong>{STATUS_LABEL[trade.status]}</strong>
        </span>
        {trade.close_reason && <span data-testid="close-reason-shown">关闭理由：{trade.close_reason}</span>}
        <Deadline trade={trade} />
        {trade.timeout_action_time && (
          <span class="faint num">（到 {dateTime(trade.timeout_action_time)} 自动处理）</span>
        )}
        <TradeDeeds trade={trade} onDeed={onDeed} />
      </div>
    </section>
  );
}
