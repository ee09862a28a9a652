import type { ShopRecord } from 'fixtures';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type Shelf, WorldReplaced, type WorldRow } from './shelf.ts';

const KEY = 'current';

/** Values are unknown: what lies in a browser's store may be damaged. */
interface Tables extends DBSchema {
  /** One row: the world in use. */
  world: { key: string; value: unknown };
  /** Its records by number. */
  records: { key: number; value: unknown };
}

/** The shop's own IndexedDB. What comes out of it before a world was opened is not to be trusted. */
export class Store implements Shelf {
  readonly #name: string;
  #connection: Promise<IDBPDatabase<Tables>> | undefined;

  constructor(name = 'mock-shop') {
    this.#name = name;
  }

  /** Everything as it lies there, for checking and for export. */
  async load(): Promise<{ row: unknown; records: unknown[] }> {
    const tx = (await this.#open()).transaction(['world', 'records'], 'readonly');
    const [row, records] = await Promise.all([
      tx.objectStore('world').get(KEY),
      tx.objectStore('records').getAll(),
      tx.done,
    ]);
    return { row, records };
  }

  /** Puts a new world in the place of whatever was there. */
  async replace(row: WorldRow, first: readonly ShopRecord[]): Promise<void> {
    const tx = (await this.#open()).transaction(['world', 'records'], 'readwrite', { durability: 'strict' });
    const records = tx.objectStore('records');
    await Promise.all([
      records.clear(),
      ...first.map((record) => records.add(record)),
      tx.objectStore('world').put(row, KEY),
      tx.done,
    ]);
  }

  async read(world: string, after: number): Promise<{ row: WorldRow; newer: ShopRecord[] }> {
    const tx = (await this.#open()).transaction(['world', 'records'], 'readonly');
    return found(tx, world, after);
  }

  write<T>(...[world, after, durability, work]: Parameters<Shelf['write']>): Promise<T>;
  async write(...[world, after, durability, work]: Parameters<Shelf['write']>): Promise<unknown> {
    const tx = (await this.#open()).transaction(['world', 'records'], 'readwrite', { durability });
    // An abort is told by what caused it, below.
    tx.done.catch(() => undefined);
    try {
      const { row, newer } = await found(tx, world, after);
      const change = work(row, newer);
      const records = tx.objectStore('records');
      // `add` refuses a number that is taken: two writers can never both own it.
      const writes: Promise<unknown>[] = (change.append ?? []).map((record) => records.add(record));
      if (change.row) writes.push(tx.objectStore('world').put(change.row, KEY));
      await Promise.all(writes);
      await tx.done;
      return change.result;
    } catch (error) {
      abort(tx);
      throw error;
    }
  }

  /** Lets go of the database, e.g. so that it can be deleted. */
  async close(): Promise<void> {
    (await this.#connection)?.close();
    this.#connection = undefined;
  }

  #open(): Promise<IDBPDatabase<Tables>> {
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  async #connect(): Promise<IDBPDatabase<Tables>> {
    const forget = (): void => {
      this.#connection = undefined;
    };
    try {
      return await openDB<Tables>(this.#name, 1, {
        upgrade: (db) => {
          db.createObjectStore('world');
          db.createObjectStore('records', { keyPath: 'seq' });
        },
        // Somebody deletes the site's data or opens a newer version: do not stand in the way.
        blocking: () => void this.close(),
        terminated: forget,
      });
    } catch (error) {
      forget();
      throw error;
    }
  }
}

type Transaction = IDBPTransaction<Tables, ('world' | 'records')[], 'readonly' | 'readwrite'>;

/** Rows of this world were checked when it was opened, and every later one was written by `Shop`. */
async function found(tx: Transaction, world: string, after: number): Promise<{ row: WorldRow; newer: ShopRecord[] }> {
  const [row, newer] = await Promise.all([
    tx.objectStore('world').get(KEY) as Promise<WorldRow | undefined>,
    tx.objectStore('records').getAll(IDBKeyRange.lowerBound(after, true)) as Promise<ShopRecord[]>,
  ]);
  if (row?.world !== world) throw new WorldReplaced('这个世界已经被另一个世界代替');
  return { row, newer };
}

function abort(tx: Transaction): void {
  try {
    tx.abort();
  } catch {
    // It was over already.
  }
}
