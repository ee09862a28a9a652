import type { Trade } from 'fixtures';
import { simNow } from '../../client/world.ts';
import { isoTime, timeLeft } from '../countdown.ts';
import { dateTime } from '../labels.ts';

/** A trade's deadline in ISO 8601, whether the trade came over the gateway or not; undefined when none is running. */
export function deadlineOf({ timeout_action_time: time }: Trade): string | undefined {
  return time && isoTime(time);
}

/** 还剩 …: how long until the platform acts by itself, and what it will do; told again as the minutes pass. */
export function Deadline({ trade }: { trade: Trade }) {
  const until = deadlineOf(trade);
  if (until) {
    const what = trade.status === 'WAIT_BUYER_PAY' ? '到时还没付款，交易自动关闭' : '到时自动确认收货，货款打给卖家';
    return (
      <span class="deadline num" data-testid="deadline" title={`${dateTime(until)} ${what}`}>
        还剩 {timeLeft(until, simNow.value)}
      </span>
    );
  }
  if (trade.timeout_left === undefined) return null;
  return (
    <span class="deadline" data-testid="deadline" title="退款结束以后接着计时">
      退款中，收货计时暂停
    </span>
  );
}
