import { useState } from 'preact/hooks';
import { delayTrade } from '../../client/trade-client.ts';
import { simNow } from '../../client/world.ts';
import { simText } from '../../domain/sim-time.ts';
import { DELAY_DAYS } from '../../domain/trade/delay.ts';
import { extended } from '../../domain/trade/timeout.ts';
import { timeLeft } from '../countdown.ts';
import { FormDialog } from '../form-dialog.tsx';
import { dateTime } from '../labels.ts';
import { showToast } from '../toast.tsx';
import { deadlineOf } from './deadline.tsx';
import { DealHeading } from './deal-heading.tsx';
import type { DealDialogProps } from './use-deal.tsx';
import './deal.css';

/** 延长收货时间: 3, 5, 7 or 10 days on top of what is left, with the deadline before and after. Source: textbook OP-6. */
export function DelayDialog({ trade, onClosed }: DealDialogProps) {
  const [days, setDays] = useState<number | undefined>(undefined);
  const now = simNow.value;
  const before = deadlineOf(trade);
  const longer =
    days === undefined || before === undefined ? undefined : extended({ ...trade, timeout_action_time: before }, days);
  const after = longer?.timeout_action_time;
  return (
    <FormDialog
      name="delay"
      heading={<DealHeading text="延长收货时间" trade={trade} />}
      label="确定延长"
      trade={trade}
      missing={days === undefined ? '请选择延长几天' : undefined}
      onClosed={onClosed}
      onYes={async () => {
        await delayTrade(trade.tid, days ?? 0);
        showToast({ text: `收货时间已延长 ${days} 天`, tid: trade.tid });
      }}
    >
      <fieldset class="delay-days">
        <legend>延长</legend>
        {DELAY_DAYS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="delay-days"
              value={one}
              data-testid={`delay-${one}`}
              checked={days === one}
              onChange={() => setDays(one)}
            />
            {one} 天
          </label>
        ))}
      </fieldset>
      {before === undefined ? (
        <p>这笔订单有正在处理的退款，自动确认收货的计时停着。延长的天数会加在剩下的时间上。</p>
      ) : (
        <dl class="delay-times">
          <div>
            <dt>现在自动确认收货</dt>
            <dd class="num" data-testid="delay-before">
              {dateTime(before)}（还剩 {timeLeft(before, now)}）
            </dd>
          </div>
          <div>
            <dt>延长以后</dt>
            <dd class="num" data-testid="delay-after" aria-live="polite">
              {after ? `${dateTime(after)}（还剩 ${timeLeft(after, now)}）` : '请先选择天数'}
            </dd>
          </div>
        </dl>
      )}
      <p class="faint deal-note">
        现在是 <span class="num">{dateTime(simText(now))}</span>
        。物流慢或者正在换货，要在到期以前延长；可以延长多次，每次都从原来的截止时间往后加。
      </p>
    </FormDialog>
  );
}
