import type { Clock } from '../clock.ts';
import { remote, type TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';

/** Why the clock may not be changed so while a round of the training platform goes on; undefined: it may. */
export function clockHeld(state: ShopState, change: Partial<Clock>): TopError | undefined {
  const running = [...state.shifts.values()].filter(({ end }) => !end);
  if (running.length === 0) return undefined;
  if (change.sim !== undefined || change.day !== undefined) {
    return remote('isv.shift-running', '实训的一轮正在进行，不能跳时间，也不能改快慢');
  }
  if (change.paused && running.some(({ rules }) => !rules.pause)) {
    return remote('isv.shift-running', '这一轮的规则不许暂停');
  }
  return undefined;
}
