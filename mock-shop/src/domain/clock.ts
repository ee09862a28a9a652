import { invalid, type TopError } from './refusal.ts';

/** Real seconds per simulated day: from one second to thirty real days. */
export const DAY_SECONDS = { min: 1, max: 86_400 * 30, usual: 1440 } as const;

/** The simulated clock of a shop. */
export interface Clock {
  /** Simulated ms since the epoch. */
  sim: number;
  /** Real seconds per simulated day. */
  day: number;
  paused: boolean;
}

/** Whether a value can be a pace: whole seconds within `DAY_SECONDS`. */
export function isDay(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= DAY_SECONDS.min && Number(value) <= DAY_SECONDS.max;
}

/**
 * The clock after `elapsed` real ms. A gap of more than 5 s means that the machine slept or the tab
 * was frozen: the shop was not open then, so it counts as one second. Backward steps count as none.
 */
export function advance<C extends Clock>(clock: C, elapsed: number): C {
  if (clock.paused || !(elapsed > 0)) return clock;
  const open = elapsed > 5000 ? 1000 : elapsed;
  return { ...clock, sim: clock.sim + Math.round((open * 86_400) / clock.day) };
}

/** The wish to change the clock, checked. */
export function clockChange(wish: {
  paused?: unknown;
  day?: unknown;
}): { change: Partial<Clock> } | { refusal: TopError } {
  const { paused, day } = wish;
  if (paused === undefined && day === undefined) return { refusal: invalid('paused', '要改 paused 或者 day') };
  if (paused !== undefined && typeof paused !== 'boolean') {
    return { refusal: invalid('paused', 'paused 只能是 true 或 false') };
  }
  if (day !== undefined && !isDay(day)) {
    return { refusal: invalid('day', `day 是一个模拟日折合的真实秒数，1 到 ${DAY_SECONDS.max} 的整数`) };
  }
  return { change: { ...(paused !== undefined && { paused }), ...(day !== undefined && { day }) } };
}
