import { signal } from '@preact/signals';
import { type LiveRecord, onRecords, recordsDuring } from './live.ts';
import { getWorld, jumpClock, setClock, type WorldInfo } from './shop-client.ts';

/** The world on show; null until the first answer. */
export const world = signal<WorldInfo | null>(null);
/** Simulated time, ms since the epoch; moves on by itself between two answers of the backend. */
export const simNow = signal(0);

/** Real ms between two looks at the backend's clock. */
const RESYNC = 10_000;
/** Real ms between two moves of the clock on screen. */
const TICK = 1000;
const DAY = 86_400_000;

let seenAt = 0;

async function resync(): Promise<void> {
  try {
    world.value = await getWorld();
    seenAt = performance.now();
    tick();
  } catch {
    // The clock on screen runs on; the next look will tell.
  }
}

function tick(): void {
  const known = world.peek();
  if (!known) return;
  const passed = known.paused ? 0 : performance.now() - seenAt;
  // Whole minutes only: the page shows no seconds, and a signal that keeps its value redraws nothing.
  simNow.value = Math.floor((Date.parse(known.now) + (passed * DAY) / (known.day * 1000)) / 60_000) * 60_000;
}

/** Pauses or speeds up the clock and shows the result. @throws {ShopError} */
export async function changeClock(change: { paused?: boolean; day?: number }): Promise<void> {
  await setClock(change);
  await resync();
}

/** Lets the next thing happen now; what happened, in order. @throws {ShopError} */
export async function jump(): Promise<LiveRecord[]> {
  const records = await recordsDuring(jumpClock);
  await resync();
  return records;
}

/** Keeps `world` and `simNow` true while the shop is open. @returns stops it */
export function followWorld(): () => void {
  void resync();
  const ticking = setInterval(tick, TICK);
  const syncing = setInterval(resync, RESYNC);
  const stop = onRecords(
    (record) => record.type.startsWith('clock.') || record.type === 'world.started',
    () => void resync(),
  );
  const look = () => void resync();
  document.addEventListener('shop:clock', look);
  return () => {
    document.removeEventListener('shop:clock', look);
    clearInterval(ticking);
    clearInterval(syncing);
    stop();
  };
}
