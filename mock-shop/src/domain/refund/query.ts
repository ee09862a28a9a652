import type { Refund } from 'fixtures';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { OPEN_REFUNDS } from '../trade-index.ts';

/** The tiles of 退款管理, in the order of the screen. */
export const TILES = [
  'all',
  'waitAgree',
  'waitReturn',
  'waitReceive',
  'soon',
  'refused',
  'intervened',
  'success',
  'closed',
] as const;
export type Tile = (typeof TILES)[number];

/** A refund that the seller has to see to within this many ms is 即将超时. */
const SOON = 2 * 86_400_000;

/** A question to the list of refunds; each part narrows it, absent parts do not. */
export interface RefundQuery {
  tile?: Tile;
  /** Part of the number, the trade's number or the nick; letters' case does not matter. */
  refund_id?: string;
  tid?: string;
  nick?: string;
  status?: Refund['status'];
  type?: Refund['dispute_type'];
  reason?: string;
  /** Application from and to, and last change, all inclusive, ISO with `+08:00`. */
  from?: string;
  to?: string;
  modifiedFrom?: string;
  modifiedTo?: string;
  /** From 1. */
  page: number;
  /** 1–100. */
  size: number;
}

/** Whether the refund belongs on the tile. `now`: simulated ms. */
export function onTile(refund: Refund, tile: Tile, now: number): boolean {
  switch (tile) {
    case 'all':
      return true;
    case 'waitAgree':
      return refund.status === 'WAIT_SELLER_AGREE';
    case 'waitReturn':
      return refund.status === 'WAIT_BUYER_RETURN_GOODS';
    case 'waitReceive':
      return refund.status === 'WAIT_SELLER_CONFIRM_GOODS';
    case 'soon': {
      if (refund.status !== 'WAIT_SELLER_AGREE' && refund.status !== 'WAIT_SELLER_CONFIRM_GOODS') return false;
      return refund.timeout_action_time !== undefined && simMs(refund.timeout_action_time) <= now + SOON;
    }
    case 'refused':
      return refund.status === 'SELLER_REFUSE_BUYER';
    case 'intervened':
      return refund.cs_status !== 1 && OPEN_REFUNDS.includes(refund.status);
    case 'success':
      return refund.status === 'SUCCESS';
    case 'closed':
      return refund.status === 'CLOSED';
  }
}

/** One page of refunds, the newest application first, and how many fit in all. `now`: simulated ms. */
export function refundList(state: ShopState, query: RefundQuery, now: number): { total: number; refunds: Refund[] } {
  const fitting = [...state.refunds.values()].filter((refund) => fits(refund, query, now));
  fitting.sort((a, b) => (a.created === b.created ? compare(a.refund_id, b.refund_id) : compare(a.created, b.created)));
  const first = (query.page - 1) * query.size;
  return { total: fitting.length, refunds: fitting.slice(first, first + query.size) };
}

/** How many refunds are on each tile. `now`: simulated ms. */
export function refundCounts(state: ShopState, now: number): Record<Tile, number> {
  const counts = Object.fromEntries(TILES.map((tile) => [tile, 0])) as Record<Tile, number>;
  for (const refund of state.refunds.values()) {
    for (const tile of TILES) if (onTile(refund, tile, now)) counts[tile] += 1;
  }
  return counts;
}

function fits(refund: Refund, query: RefundQuery, now: number): boolean {
  const { tile, status, type, reason, from, to, modifiedFrom, modifiedTo } = query;
  return (
    (tile === undefined || onTile(refund, tile, now)) &&
    (status === undefined || refund.status === status) &&
    (type === undefined || refund.dispute_type === type) &&
    (reason === undefined || refund.reason === reason) &&
    contains(refund.refund_id, query.refund_id) &&
    contains(refund.tid, query.tid) &&
    contains(refund.buyer_nick, query.nick) &&
    (from === undefined || refund.created >= from) &&
    (to === undefined || refund.created <= to) &&
    (modifiedFrom === undefined || refund.modified >= modifiedFrom) &&
    (modifiedTo === undefined || refund.modified <= modifiedTo)
  );
}

function contains(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}

/** The later, or larger, first. */
function compare(a: string, b: string): number {
  return a < b ? 1 : -1;
}
