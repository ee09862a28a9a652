import type { ShopState } from '../state.ts';

/** An id that nothing in this world has or ever had: the number of the record that brings it. */
export function freshId(state: ShopState): string {
  return `9${String(state.lastSeq + 1).padStart(8, '0')}`;
}
