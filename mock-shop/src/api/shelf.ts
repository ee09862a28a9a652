import type { ShopRecord } from 'fixtures';
import type { Clock } from '../domain/clock.ts';

/** What is kept of a world beside its records. */
export interface WorldRow extends Clock {
  /** `scenario:seed:startedAt` */
  world: string;
  scenario: string;
  seed: number;
  /** Real ms since the epoch. */
  startedAt: number;
  /** The tab that moves the clock (empty: none yet), and the real ms at which it last did. */
  holder: string;
  ticked: number;
}

/** What a writer found and wants kept: all of it or nothing. */
export interface Change<T> {
  result: T;
  row?: WorldRow;
  append?: readonly ShopRecord[];
}

/** Somebody started another world over the one in use. */
export class WorldReplaced extends Error {
  override name = 'WorldReplaced';
}

/** Where one world and its records are kept. */
export interface Shelf {
  /** The world's row and its records after number `after`. @throws WorldReplaced */
  read(world: string, after: number): Promise<{ row: WorldRow; newer: ShopRecord[] }>;
  /**
   * Runs `work` while nobody else can write, with what others have written since `after`, and keeps
   * its change. When the promise resolves, a `strict` change is on disk. `work` must not wait.
   * @throws WorldReplaced
   */
  write<T>(
    world: string,
    after: number,
    durability: 'strict' | 'relaxed',
    work: (row: WorldRow, newer: ShopRecord[]) => Change<T>,
  ): Promise<T>;
}
