import type { AttemptEvent, EventBody } from 'fixtures';
import { type Attempt, type Effect, fold, step } from '../../core/assess/attempt.ts';
import type { Instant } from '../../core/assess/clock.ts';
import { type Draft, digest, link } from '../../core/log/chain.ts';
import type { AttemptRow, CoachDb } from '../store/db.ts';
import { append, eventsOf } from '../store/log.ts';

/** An event before it is dated by the background and linked. */
export interface Incoming {
  /** Made where it happened; the same id twice is stored once. */
  id: string;
  /** Wall clock when it happened, ms since the epoch. */
  wall: number;
  /** Tab it came from, 0 for the background itself. */
  tab: number;
  body: EventBody;
}

/**
 * One attempt in memory and the queue of its events to the disk. `take` judges at once; `save` tells
 * when what was taken is stored. After a failed save the memory is ahead of the disk, so every later
 * save fails too: open a new journal and take again what was not acknowledged.
 */
export class Journal {
  readonly row: AttemptRow;
  readonly #db: CoachDb;
  readonly #ids: Set<string>;
  /** Digest of each shop record taken, by its id: a second one of the same number that says something else is kept too. */
  readonly #records = new Map<string, string>();
  #attempt: Attempt;
  #queue: AttemptEvent[] = [];
  #saving: Promise<void> = Promise.resolve();

  private constructor(db: CoachDb, row: AttemptRow, events: readonly AttemptEvent[]) {
    this.#db = db;
    this.row = row;
    this.#attempt = fold(events);
    this.#ids = new Set(events.map((event) => event.id));
    for (const { id, kind, data } of events) if (kind === 'record') this.#records.set(id, digest(data));
  }

  static async open(db: CoachDb, row: AttemptRow): Promise<Journal> {
    return new Journal(db, row, await eventsOf(db, row.id));
  }

  /** The fold of all events taken, stored or not. */
  get attempt(): Attempt {
    return this.#attempt;
  }

  /** Folds events in, in order, skipping those already known; they are stored with the next `save`. */
  take(incoming: readonly Incoming[], at: Instant): Effect[] {
    const effects: Effect[] = [];
    for (const { body, ...origin } of incoming) {
      const id = this.#idOf(origin.id, body);
      if (this.#ids.has(id)) continue;
      const draft = { ...origin, id, ...body, attempt: this.row.id, run: at.run, mono: at.mono } as Draft;
      const event = link({ seq: this.#attempt.seq, hash: this.#attempt.head }, draft);
      const next = step(this.#attempt, event);
      this.#attempt = next.attempt;
      this.#ids.add(event.id);
      this.#queue.push(event);
      effects.push(...next.effects);
    }
    return effects;
  }

  /** The id to store an event under: its own, unless it is a shop record that contradicts one of the same number. */
  #idOf(id: string, body: EventBody): string {
    if (body.kind !== 'record') return id;
    const known = this.#records.get(id);
    const found = digest(body.data);
    if (known === undefined) this.#records.set(id, found);
    return known === undefined || known === found ? id : `${id}~${found.slice(0, 8)}`;
  }

  /**
   * Resolves when everything taken so far is on disk.
   * @throws HeadMovedError, or what the database threw; then nothing more can be saved through this journal
   */
  save(): Promise<void> {
    this.#saving = this.#saving.then(() => append(this.#db, this.#queue.splice(0)));
    return this.#saving;
  }
}
