import type { ShopRecord, ShopRefusal } from 'fixtures';

/** What a page publishes on `document`; details are JSON text, so that they cross into other script worlds. */
export function publishRecord(record: ShopRecord): void {
  publish('shop:record', record, withoutPictures);
}

export function publishRefusal(refusal: ShopRefusal): void {
  publish('shop:refused', refusal);
}

/** The clock was paused, let go, or changed in pace: what shows the time has to look again. */
export function publishClock(): void {
  publish('shop:clock', {});
}

/** Said once, when the backend is up: whoever asked for a replay before may ask again now. */
export function publishReady(world: string): void {
  publish('shop:ready', { world });
}

/** Calls `answer` with the number that each `shop:replay` `{"from":N}` names. Anything malformed is ignored. */
export function onReplay(answer: (from: number) => void): void {
  document.addEventListener('shop:replay', (event) => {
    const from = readFrom(event instanceof CustomEvent ? event.detail : undefined);
    if (from !== undefined) answer(from);
  });
}

function readFrom(detail: unknown): number | undefined {
  if (typeof detail !== 'string' || detail.length > 200) return undefined;
  try {
    const wish: unknown = JSON.parse(detail);
    if (typeof wish !== 'object' || wish === null || !('from' in wish)) return undefined;
    return Number.isSafeInteger(wish.from) && Number(wish.from) >= 1 ? Number(wish.from) : undefined;
  } catch {
    return undefined;
  }
}

function publish(type: string, value: unknown, replacer?: (key: string, value: unknown) => unknown): void {
  document.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(value, replacer) }));
}

/** A photograph that somebody uploaded is for the page alone: listeners are told its type and size. */
export function withoutPictures(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, type] = /^(data:image\/\w+);base64,/.exec(value) ?? [];
  return type ? `${type};length=${value.length}` : value;
}
