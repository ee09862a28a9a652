import type { ShopRecord } from 'fixtures';
import type { Shelf, WorldRow } from './shelf.ts';

/** Keeps one world in memory, for the gateway outside a browser. */
export function memoryShelf(row: WorldRow, first: readonly ShopRecord[]): Shelf {
  let kept = row;
  const records = [...first];
  return {
    read: async (_world, after) => ({ row: kept, newer: records.slice(after) }),
    write: async (_world, after, _durability, work) => {
      const change = work(kept, records.slice(after));
      kept = change.row ?? kept;
      records.push(...(change.append ?? []));
      return change.result;
    },
  };
}
