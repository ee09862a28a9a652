import { useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import type { WorldInfo } from '../../client/shop-client.ts';
import { changeClock, jump, simNow } from '../../client/world.ts';
import { happenings } from '../record-labels.ts';
import { showToast } from '../toast.tsx';

/** Real seconds of a simulated day, and how one says it. */
const PACES = [
  [86_400, '实时'],
  [1440, '1 天 = 24 分钟'],
  [360, '1 天 = 6 分钟'],
  [60, '1 天 = 1 分钟'],
] as const;

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
/** The shop keeps Beijing time wherever the browser is. */
const BEIJING = 8 * 3_600_000;

/** `2026-11-22 周日 10:05` for ms since the epoch, in Beijing time. */
export function clockText(ms: number): string {
  const there = new Date(ms + BEIJING);
  const text = there.toISOString();
  return `${text.slice(0, 10)} ${WEEKDAYS[there.getUTCDay()]} ${text.slice(11, 16)}`;
}

/** The paces to choose from, slowest first; a pace of the URL's own is told in seconds. */
export function paces(day: number): [seconds: number, label: string][] {
  const known: [number, string][] = PACES.map(([seconds, label]) => [seconds, label]);
  if (!known.some(([seconds]) => seconds === day)) known.push([day, `1 天 = ${day} 秒`]);
  return known.sort(([a], [b]) => b - a);
}

/** The simulated clock: how fast it goes, 暂停, and 跳到下一件事. */
export function ClockBox({ world }: { world: WorldInfo }) {
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>, failed: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showToast({ text: `${failed}${reasonOf(error)}`, bad: true });
    }
    setBusy(false);
  };
  const change = (wish: { paused?: boolean; day?: number }): Promise<void> =>
    run(() => changeClock(wish), '时钟没有改成：');
  const leap = (): Promise<void> =>
    run(async () => {
      const happened = happenings(await jump());
      showToast({ text: `到了 ${clockText(simNow.peek())}：${happened || '新的一天'}` });
    }, '');
  return (
    <fieldset class="clock-box">
      <legend class="hidden-name">模拟时钟</legend>
      <time class="num" data-testid="clock" dateTime={new Date(simNow.value).toISOString()}>
        {clockText(simNow.value)}
      </time>
      <button
        type="button"
        class="topbar-button"
        data-testid="clock-pause"
        onClick={() => change({ paused: !world.paused })}
      >
        {world.paused ? '继续' : '暂停'}
      </button>
      <select
        class="topbar-button pace"
        data-testid="clock-speed"
        aria-label="时钟快慢"
        value={world.day}
        onChange={(event) => change({ day: Number(event.currentTarget.value) })}
      >
        {paces(world.day).map(([seconds, label]) => (
          <option key={seconds} value={seconds}>
            {label}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="topbar-button"
        data-testid="clock-jump"
        title="把时钟拨到下一件会自己发生的事：到期的订单、买家的消息、包裹的动态"
        aria-disabled={busy}
        onClick={leap}
      >
        跳到下一件事
      </button>
    </fieldset>
  );
}
