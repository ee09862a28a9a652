import { loadTraining, type ShopRecord, type ShopRefusal, type Training } from 'fixtures';
import { ApplyError, apply } from '../domain/apply.ts';
import { advance, type Clock } from '../domain/clock.ts';
import type { Command, Decision } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { due, nextEvent } from '../domain/due.ts';
import { remote, type TopError } from '../domain/refusal.ts';
import { simText } from '../domain/sim-time.ts';
import type { ShopState } from '../domain/state.ts';
import { isTraining } from '../domain/training/command.ts';
import { hasRound } from '../domain/training/round.ts';
import { type Shelf, WorldReplaced, type WorldRow } from './shelf.ts';
import { isRecord } from './stored-record.ts';

/** What a shop tells those around it. */
export interface Listeners {
  /** Each record of the world once, in order; also those that other tabs wrote. */
  record(record: ShopRecord): void;
  refused(refusal: ShopRefusal): void;
  /** This shop wrote something that other tabs should read. */
  wrote(): void;
  /** The clock was paused, let go, or changed in pace, here or in another tab. */
  clock(): void;
  /** The stored world is no longer this one, or no longer fits: start again from the store. */
  lost(): void;
}

/** How long (ms) the tab that moves the clock may be silent before another takes over. */
const HOLD = 2500;
/** Records that happen by themselves and are kept in one transaction. */
const AT_ONCE = 200;

/**
 * The one holder of a state. Everything it does first catches up with what others wrote, decides,
 * and appends within one transaction of the shelf, so that numbers have no gaps and no doubles.
 */
export class Shop {
  readonly #state: ShopState;
  readonly #shelf: Shelf;
  readonly #listeners: Listeners;
  readonly #wall: () => number;
  #row: WorldRow;
  #unpublished: ShopRecord[] = [];

  /** @param wall real ms since the epoch */
  constructor(state: ShopState, row: WorldRow, shelf: Shelf, listeners: Listeners, wall: () => number) {
    this.#state = state;
    this.#row = row;
    this.#shelf = shelf;
    this.#listeners = listeners;
    this.#wall = wall;
  }

  get world(): string {
    return this.#state.id;
  }

  /** The state and the clock as stored now. Read only. */
  async view(): Promise<{ state: ShopState; clock: Clock }> {
    await this.catchUp();
    return { state: this.#state, clock: this.#row };
  }

  /** Takes in what other tabs wrote. */
  async catchUp(): Promise<void> {
    await this.#guarded(async () => {
      const { row, newer } = await this.#shelf.read(this.world, this.#state.lastSeq);
      this.#absorb(newer);
      this.#know(row);
    });
  }

  /** All records from number `from` on, as stored. */
  async records(from: number): Promise<ShopRecord[]> {
    await this.catchUp();
    return (await this.#shelf.read(this.world, Math.max(0, from - 1))).newer;
  }

  /** The training platform's texts and plans, which are loaded when they are first wanted. */
  async training(): Promise<Training> {
    this.#state.training ??= await loadTraining();
    return this.#state.training;
  }

  /** Decides and keeps; a refusal is published under the API's `method`. */
  async run(method: string, command: Command): Promise<TopError | undefined> {
    if (isTraining(command.type)) await this.training();
    const decision = await this.#write<Decision>('strict', (row) => {
      const now = { sim: row.sim, wall: this.#wall() };
      // What was due before the command comes before it.
      const happened = this.#happen(now, Number.POSITIVE_INFINITY);
      const result = decide(this.#state, command, now);
      return { result, append: 'records' in result ? [...happened, ...result.records] : happened };
    });
    if (!('refusal' in decision)) return undefined;
    this.refuse(method, decision.subject, decision.refusal);
    return decision.refusal;
  }

  /** Makes a refusal known. It never changes the world. */
  refuse(method: string, subject: string, error: TopError): void {
    const at = simText(this.#row.sim);
    this.#listeners.refused({ world: this.world, at, wall: this.#wall(), method, subject, error });
  }

  async setClock(change: Partial<Clock>): Promise<void> {
    await this.#write('strict', (row) => ({ result: undefined, row: { ...row, ...change } }));
    this.#listeners.wrote();
  }

  /**
   * One beat of a tab's clock, `elapsed` real ms after its last. Only one tab moves the time: the one
   * that did last, until it falls silent. (A lease in the database rather than a Web Lock: it works
   * over plain http too, and a throttled background tab loses it to the one in front.)
   */
  async tick(holder: string, elapsed: number): Promise<void> {
    if (hasRound(this.#state)) await this.training();
    const wall = this.#wall();
    await this.#write('relaxed', (row) => {
      const silence = wall - row.ticked;
      const held = row.holder !== '' && row.holder !== holder && silence >= 0 && silence < HOLD;
      if (held || row.paused) return { result: undefined };
      return { result: undefined, row: { ...advance(row, elapsed), holder, ticked: wall } };
    });
    await this.#settle();
  }

  /**
   * Moves the clock to the next thing that happens by itself, paused or not, and lets it happen.
   * @returns false when nothing will
   */
  async jump(): Promise<boolean> {
    const jumped = await this.#write('strict', (row) => {
      const at = nextEvent(this.#state);
      return at === undefined ? { result: false } : { result: true, row: { ...row, sim: Math.max(row.sim, at) } };
    });
    if (!jumped) return false;
    await this.#settle();
    this.#listeners.clock();
    this.#listeners.wrote();
    return true;
  }

  /** Keeps all that has become due, some at a time, so that a long leap of the clock holds nobody up for long. */
  async #settle(): Promise<void> {
    while (due(this.#state, { sim: this.#row.sim, wall: 0 }).length > 0) {
      await this.#write('strict', (row) => ({
        result: undefined,
        append: this.#happen({ sim: row.sim, wall: this.#wall() }, AT_ONCE),
      }));
    }
  }

  /**
   * What has become due, at most `most` records, already applied: what one event sets off may be due as well. Should
   * the transaction fail after all, `#write` has the state built anew from the store.
   */
  #happen(now: { sim: number; wall: number }, most: number): ShopRecord[] {
    const happened: ShopRecord[] = [];
    while (happened.length < most) {
      const records = due(this.#state, now);
      if (records.length === 0) break;
      for (const record of records) apply(this.#state, record);
      happened.push(...records);
    }
    return happened;
  }

  async #write<T>(
    durability: 'strict' | 'relaxed',
    work: (row: WorldRow) => { result: T; row?: WorldRow; append?: readonly ShopRecord[] },
  ): Promise<T> {
    let kept: { row: WorldRow; append: readonly ShopRecord[] } | undefined;
    let ahead: readonly ShopRecord[] = [];
    const result = await this.#guarded(() =>
      this.#shelf.write(this.world, this.#state.lastSeq, durability, (row, newer) => {
        this.#absorb(newer);
        const change = work(row);
        kept = { row: change.row ?? row, append: change.append ?? [] };
        ahead = kept.append.filter(({ seq }) => seq <= this.#state.lastSeq);
        return change;
      }),
    ).catch((error: unknown) => {
      // The state knows what the store does not: only the store is right.
      if (ahead.length > 0) this.#listeners.lost();
      throw error;
    });
    if (kept) {
      this.#know(kept.row);
      // Only now is it on disk.
      this.#unpublished.push(...ahead);
      this.#absorb(kept.append);
      this.#publish();
      if (kept.append.length > 0) this.#listeners.wrote();
    }
    return result;
  }

  /** Takes over the clock as it is stored now. */
  #know(row: WorldRow): void {
    const { paused, day } = this.#row;
    this.#row = row;
    if (paused !== row.paused || day !== row.day) this.#listeners.clock();
  }

  /** Applies what is new; another call of this tab may have met a record first. */
  #absorb(records: readonly ShopRecord[]): void {
    for (const record of records) {
      if (!isRecord(record)) throw new ApplyError('库里有一条残缺的记录');
      if (record.seq <= this.#state.lastSeq) continue;
      apply(this.#state, record);
      this.#unpublished.push(record);
    }
  }

  #publish(): void {
    const records = this.#unpublished;
    this.#unpublished = [];
    for (const record of records) this.#listeners.record(record);
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WorldReplaced || error instanceof ApplyError) this.#listeners.lost();
      throw error;
    } finally {
      this.#publish();
    }
  }
}

/** What a person is told when the store itself failed; nothing was changed then. */
export function storeFault(error: unknown): TopError {
  if (error instanceof Error && error.name === 'QuotaExceededError') {
    return remote('isp.storage-full', '浏览器给本站的存储空间已满，这一步没有保存。请清理磁盘后重试');
  }
  if (error instanceof WorldReplaced) return remote('isp.world-replaced', '另一个标签页换了世界，本页正在重新载入');
  if (error instanceof DOMException) {
    return remote('isp.storage-failed', '没能写入浏览器的存储，这一步没有保存，请重试');
  }
  return remote('isp.internal-error', '店铺出了意外的问题，这一步没有办成，请重试');
}
