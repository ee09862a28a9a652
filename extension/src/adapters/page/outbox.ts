import type { OutboxEntry } from 'fixtures';
import { OUTBOX_PREFIX } from '../messages.ts';

/** The part of `chrome.storage.StorageArea` that the outbox needs. */
export interface Shelf {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/**
 * Events on their way to the log. Each is written to disk AND sent at once, in either order of arrival;
 * it is deleted only when the background says that it is in the log, on disk. Whatever is left is sent
 * again on the next start, and the log stores an id only once.
 */
export interface Outbox {
  put(entry: OutboxEntry): void;
  /** These are in the log. */
  forget(ids: readonly string[]): void;
  /** Sends again what is left, oldest first. */
  resend(): Promise<void>;
}

export function openOutbox(shelf: Shelf, send: (entries: OutboxEntry[]) => void, failed: () => void): Outbox {
  return {
    put(entry) {
      // The write goes first: when the page closes in the next instant, it is what survives.
      shelf.set({ [OUTBOX_PREFIX + entry.id]: entry }).catch(failed);
      send([entry]);
    },
    forget(ids) {
      shelf.remove(ids.map((id) => OUTBOX_PREFIX + id)).catch(failed);
    },
    async resend() {
      const left = await waiting(shelf);
      for (let at = 0; at < left.length; at += 100) send(left.slice(at, at + 100));
    },
  };
}

async function waiting(shelf: Shelf): Promise<OutboxEntry[]> {
  const stored = await shelf.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(OUTBOX_PREFIX))
    .map(([, entry]) => entry as OutboxEntry)
    .sort((a, b) => a.wall - b.wall);
}
