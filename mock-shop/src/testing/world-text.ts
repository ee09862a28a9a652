import type { ShopState } from '../domain/state.ts';

/** All that a world is, as text: two worlds that are the same have the same bytes, in the same order. */
export function worldText(state: ShopState): string {
  const { index, script, agenda: _agenda, ...rest } = state;
  const arrays = Object.entries(index).map(([name, list]) => [name, [...list.slice(0, state.trades.length)]]);
  return JSON.stringify({ ...rest, index: arrays, waiting: script.waiting }, (_key, value) =>
    value instanceof Map ? [...value] : value,
  );
}
