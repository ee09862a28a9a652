import type { ShopRecord, World } from 'fixtures';
import { apply } from '../domain/apply.ts';
import { isDay } from '../domain/clock.ts';
import { worldStarted } from '../domain/record.ts';
import { beginState, type ShopState, worldId } from '../domain/state.ts';
import type { WorldRow } from './shelf.ts';
import { isRecord } from './stored-record.ts';
import type { Wish } from './wish.ts';

/** Builds a world; throws with a Chinese message when there is no such scenario. */
export type Build = (scenario: string, seed: number) => World;

/** What lies in the store is no world, or not what its records say. The message says where. */
export class CorruptWorld extends Error {
  override name = 'CorruptWorld';
}

/** A new world and its first record. `wall`: real ms since the epoch. */
export function newWorld(
  wish: Wish,
  build: Build,
  wall: number,
): { row: WorldRow; first: ShopRecord[]; state: ShopState } {
  const state = beginState(build(wish.scenario, wish.seed), wall);
  const first = worldStarted(state, wish.day, wall);
  for (const record of first) apply(state, record);
  const { scenario, seed } = wish;
  const clock = { sim: state.lastAt, day: wish.day, paused: false };
  return {
    state,
    first,
    row: { ...clock, world: state.id, scenario, seed, startedAt: wall, holder: '', ticked: wall },
  };
}

/**
 * The stored world, folded from its records.
 * @throws CorruptWorld
 */
export function storedWorld(
  row: unknown,
  records: readonly unknown[],
  build: Build,
): { row: WorldRow; state: ShopState } {
  if (!isRow(row)) throw new CorruptWorld('世界的基本信息缺失或残缺');
  if (records.length === 0) throw new CorruptWorld('世界没有开头的记录');
  try {
    const state = beginState(build(row.scenario, row.seed), row.startedAt);
    for (const [i, record] of records.entries()) {
      if (!isRecord(record)) throw new CorruptWorld(`第 ${i + 1} 条记录残缺`);
      apply(state, record);
    }
    // The clock never stands before what has already happened.
    return { state, row: { ...row, sim: Math.max(row.sim, state.lastAt) } };
  } catch (error) {
    if (error instanceof CorruptWorld) throw error;
    throw new CorruptWorld(error instanceof Error ? error.message : String(error));
  }
}

function isRow(row: unknown): row is WorldRow {
  if (typeof row !== 'object' || row === null) return false;
  const { world, scenario, seed, startedAt, sim, day, paused, holder, ticked } = row as Record<string, unknown>;
  return (
    typeof scenario === 'string' &&
    typeof seed === 'number' &&
    typeof startedAt === 'number' &&
    world === worldId(scenario, seed, startedAt) &&
    Number.isSafeInteger(sim) &&
    isDay(day) &&
    typeof paused === 'boolean' &&
    typeof holder === 'string' &&
    typeof ticked === 'number'
  );
}
