import { DAY_SECONDS, isDay } from '../domain/clock.ts';

/** The world that an address asks for. */
export interface Wish {
  scenario: string;
  seed: number;
  day: number;
}

/** What is started when nothing is stored and nothing is asked for. */
export const FIRST_WORLD: Wish = { scenario: 'flag-remarks', seed: 1, day: DAY_SECONDS.usual };

/**
 * Reads `?scenario=ID&seed=N&day=S`. Absent parts are those of `FIRST_WORLD`; without scenario and
 * seed nothing is asked for. Whether there is such a scenario shows when it is built. A fault is one Chinese sentence saying what is possible.
 */
export function readWish(query: URLSearchParams): { wish?: Wish; day?: number } | { fault: string } {
  const day = query.get('day');
  if (day !== null && !(/^\d{1,9}$/.test(day) && isDay(Number(day)))) {
    return {
      fault: `day 写成了「${day}」。它是一个模拟日折合的真实秒数：1 到 ${DAY_SECONDS.max} 的整数，例如 ${DAY_SECONDS.usual}。`,
    };
  }
  const pace = day === null ? {} : { day: Number(day) };
  const scenario = query.get('scenario');
  const seed = query.get('seed');
  if (scenario === null && seed === null) return pace;
  if (seed !== null && !isSeed(seed)) {
    return { fault: `seed 写成了「${seed}」。它是 0 到 4294967295 的十进制整数，例如 1。` };
  }
  const { scenario: usual, seed: one, day: usualDay } = FIRST_WORLD;
  return { wish: { scenario: scenario ?? usual, seed: seed === null ? one : Number(seed), day: pace.day ?? usualDay } };
}

/** Decimal digits of an unsigned 32-bit number. */
export function isSeed(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= 4294967295;
}

/** The address after a start: `/sold` for the front door, the three words gone, the rest (also the hash) kept. */
export function addressAfter(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of ['scenario', 'seed', 'day']) query.delete(name);
  const search = query.size > 0 ? `?${query}` : '';
  return `${url.pathname === '/' ? '/sold' : url.pathname}${search}${url.hash}`;
}
