import type { Order, Trade } from 'fixtures';

const TRADE_TIMES = ['created', 'modified', 'pay_time', 'consign_time', 'end_time', 'timeout_action_time'] as const;

/**
 * A trade as TOP sends it: times as `yyyy-MM-dd HH:mm:ss`, and only the wanted fields: `tid,orders`
 * (all of the orders) or `tid,orders.title`. Undefined: everything.
 */
export function shownTrade(trade: Trade, fields: string | undefined): Record<string, unknown> {
  const { orders, ...rest } = trade;
  const plain: Record<string, unknown> = { ...rest };
  for (const name of TRADE_TIMES) if (trade[name] !== undefined) plain[name] = topTime(trade[name]);
  const lines = orders.order.map(shownOrder);
  if (fields === undefined) return { ...plain, orders: { order: lines } };
  const wanted = fields.split(',').map((field) => field.trim());
  const shown = picked(plain, wanted);
  const inner = wanted.flatMap((field) => /^orders\.(?:order\.)?(\w+)$/.exec(field)?.[1] ?? []);
  if (wanted.includes('orders')) shown.orders = { order: lines };
  else if (inner.length > 0) shown.orders = { order: lines.map((line) => picked(line, inner)) };
  return shown;
}

function shownOrder(order: Order): Record<string, unknown> {
  return { ...order, ...(order.consign_time !== undefined && { consign_time: topTime(order.consign_time) }) };
}

/** The fields of those names that there are. */
export function picked(from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(from, name)).map((name) => [name, from[name]]));
}

/** `2026-11-22T10:00:00+08:00` as TOP writes it: `2026-11-22 10:00:00`. */
export function topTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
