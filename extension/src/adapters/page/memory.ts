import type { Shelf } from './outbox.ts';
import type { Dock } from './place.ts';

/** What the card remembers from page to page. */
export interface Memory {
  dock: Dock;
  collapsed: boolean;
  /** Attempt whose ended card was put away. */
  closed?: string;
}

const KEY = 'card';

/** Reads what is remembered; anything odd counts as nothing. The page's own storage is not ours to use. */
export async function remember(shelf: Shelf): Promise<Memory> {
  const { [KEY]: stored } = await shelf.get(KEY);
  const { dock, collapsed, closed } = (stored ?? {}) as Partial<Record<keyof Memory, unknown>>;
  return {
    dock: isDock(dock) ? dock : null,
    collapsed: collapsed === true,
    ...(typeof closed === 'string' ? { closed } : {}),
  };
}

export function keep(shelf: Shelf, memory: Memory): Promise<void> {
  return shelf.set({ [KEY]: memory });
}

function isDock(value: unknown): value is NonNullable<Dock> {
  const { fx, fy } = (value ?? {}) as { fx?: unknown; fy?: unknown };
  return [fx, fy].every((share) => typeof share === 'number' && share >= 0 && share <= 1);
}
