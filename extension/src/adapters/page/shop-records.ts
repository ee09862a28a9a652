import type { OutboxEntry, ShopRecord, ShopRefusal } from 'fixtures';
import { RECORD_LIMIT } from '../messages.ts';

/** Events a page may publish at once, and per second after that. What a replay brings comes at once. */
const BURST = 2000;
const PER_SECOND = 200;

export interface Publishing {
  record(record: ShopRecord): void;
  refusal(refusal: ShopRefusal): void;
  /** The shop is ready, in this world. */
  ready(world: string): void;
  /** The page publishes more than anybody can do; said once per page. */
  flood(): void;
}

/**
 * Listens to what the shop publishes. Anybody on the page can publish, so only size, rate and rough
 * shape are looked at here; the background validates, and no record alone earns a step.
 */
export function onShopRecords(on: Publishing, signal: AbortSignal, now: () => number = () => performance.now()): void {
  let tokens = BURST;
  let last = now();
  let flooded = false;
  const read = (event: Event): unknown => {
    const at = now();
    tokens = Math.min(BURST, tokens + ((at - last) * PER_SECOND) / 1000);
    last = at;
    if (tokens >= 1) {
      tokens -= 1;
      return parse((event as CustomEvent<unknown>).detail);
    }
    if (!flooded) on.flood();
    flooded = true;
    return null;
  };
  const listen = (type: string, handle: (value: unknown) => void) =>
    document.addEventListener(type, (event) => handle(read(event)), { signal });
  listen('shop:record', (value) => isRecord(value) && on.record(value));
  listen('shop:refused', (value) => isRefusal(value) && on.refusal(value));
  listen('shop:ready', (value) => isObject(value) && isWorld(value.world) && on.ready(value.world));
}

/** Asks the page to publish its records from number `from` on. */
export function askReplay(from: number): void {
  document.dispatchEvent(new CustomEvent('shop:replay', { detail: JSON.stringify({ from }) }));
}

/** A record's id in the log: the same however often and in however many tabs it is published. */
export function recordId({ world, seq }: ShopRecord): OutboxEntry['id'] {
  return `${world}#${seq}`;
}

/** JSON text of an object of reasonable size, else null. */
export function parse(detail: unknown): unknown {
  if (typeof detail !== 'string' || detail.length > RECORD_LIMIT) return null;
  try {
    return JSON.parse(detail);
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is ShopRecord {
  return (
    isObject(value) &&
    Number.isSafeInteger(value.seq) &&
    isWorld(value.world) &&
    typeof value.type === 'string' &&
    typeof value.subject === 'string' &&
    isObject(value.data)
  );
}

export function isRefusal(value: unknown): value is ShopRefusal {
  return (
    isObject(value) && typeof value.world === 'string' && typeof value.method === 'string' && isObject(value.error)
  );
}

function isWorld(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
