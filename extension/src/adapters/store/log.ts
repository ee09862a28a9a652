import Dexie from 'dexie';
import type { AttemptEvent } from 'fixtures';
import type { AttemptRow, CoachDb } from './db.ts';

/** Somebody else has appended since: read the log again and link anew. Nothing was stored. */
export class HeadMovedError extends Error {
  override name = 'HeadMovedError';
}

/**
 * Stores events that are linked to each other and to the head on disk, all or none; resolves after the
 * transaction is on disk. Storing the same events again changes nothing.
 * @throws HeadMovedError when the log on disk does not end where these begin
 */
export async function append(db: CoachDb, events: readonly AttemptEvent[]): Promise<void> {
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) return;
  await db.transaction('rw', db.attempts, db.events, async () => {
    const row = await db.attempts.get(first.attempt);
    if (!row) throw new HeadMovedError(`attempt ${first.attempt} is not stored`);
    if (row.seq >= last.seq && (await db.events.get([last.attempt, last.seq]))?.hash === last.hash) return;
    if (row.seq !== first.seq - 1 || row.head !== first.prev) {
      throw new HeadMovedError(`the log ends at ${row.seq}, these events begin at ${first.seq}`);
    }
    await db.events.bulkAdd([...events]);
    await db.attempts.update(first.attempt, { seq: last.seq, head: last.hash });
  });
}

/** Stores a new attempt with its first event. */
export async function create(db: CoachDb, row: Omit<AttemptRow, 'seq' | 'head'>, event: AttemptEvent): Promise<void> {
  await db.transaction('rw', db.attempts, db.events, async () => {
    await db.events.add(event);
    await db.attempts.add({ ...row, seq: event.seq, head: event.hash });
  });
}

/** All events of an attempt, in order. */
export function eventsOf(db: CoachDb, attempt: string): Promise<AttemptEvent[]> {
  return db.events.where('[attempt+seq]').between([attempt, Dexie.minKey], [attempt, Dexie.maxKey]).toArray();
}
