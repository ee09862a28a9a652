import { useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import type { WorldInfo } from '../../client/shop-client.ts';
import { changeClock, simNow } from '../../client/world.ts';
import { showToast } from '../toast.tsx';

/** The paces that 加速 goes through: real seconds of a simulated day, and what the button says. */
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

/** What the button of a pace says; a pace of the URL's own is told in seconds. */
function paceLabel(day: number): string {
  return PACES.find(([seconds]) => seconds === day)?.[1] ?? `1 天 = ${day} 秒`;
}

/** The next faster pace; after the fastest, the slowest. */
export function nextPace(day: number): number {
  return (PACES.find(([seconds]) => seconds < day) ?? PACES[0])[0];
}

/** The simulated clock with 暂停 and 加速. */
export function ClockBox({ world }: { world: WorldInfo }) {
  const [busy, setBusy] = useState(false);
  const change = async (wish: { paused?: boolean; day?: number }): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await changeClock(wish);
    } catch (error) {
      showToast({ text: `时钟没有改成：${reasonOf(error)}`, bad: true });
    }
    setBusy(false);
  };
  const next = nextPace(world.day);
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
      <button
        type="button"
        class="topbar-button pace"
        data-testid="clock-speed"
        title={`点一下改为：${paceLabel(next)}`}
        onClick={() => change({ day: next })}
      >
        加速 <span class="pace-now">{paceLabel(world.day)}</span>
      </button>
    </fieldset>
  );
}
