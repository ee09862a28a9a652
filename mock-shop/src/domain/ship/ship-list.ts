import type { Trade } from 'fixtures';
import type { ShopState } from '../state.ts';
import { isBooked } from './parcel.ts';

/** 等待发货的订单, 发货中的订单 (a pick-up is booked), 已发货的订单. Source: seller-backend "Screens". */
export const SHIP_TABS = ['wait', 'sending', 'sent'] as const;
export type ShipTab = (typeof SHIP_TABS)[number];

export interface ShipQuery {
  tab: ShipTab;
  /** Part of it; letters' case does not matter. */
  tid?: string;
  nick?: string;
  /** Part of the receiver's name, mobile number or address. */
  receiver?: string;
  /** From 1. */
  page: number;
  /** 1–100. */
  size: number;
}

/** One page of 发货管理, newest first, how many fit in all, and how many trades each tab holds. */
export function shipList(
  state: ShopState,
  query: ShipQuery,
): { total: number; trades: Trade[]; counts: Record<ShipTab, number> } {
  const booked = bookedTids(state);
  const counts: Record<ShipTab, number> = { wait: 0, sending: 0, sent: 0 };
  const trades: Trade[] = [];
  const first = (query.page - 1) * query.size;
  let total = 0;
  for (let place = state.trades.length - 1; place >= 0; place--) {
    const trade = state.trades[place];
    const tab = trade && tabOf(trade, booked);
    if (!tab) continue;
    counts[tab] += 1;
    if (tab !== query.tab || !fits(trade, query)) continue;
    if (total >= first && trades.length < query.size) trades.push(trade);
    total += 1;
  }
  return { total, trades, counts };
}

function tabOf(trade: Trade, booked: ReadonlySet<string>): ShipTab | undefined {
  switch (trade.status) {
    case 'WAIT_SELLER_SEND_GOODS':
    case 'SELLER_CONSIGNED_PART':
      return booked.has(trade.tid) ? 'sending' : 'wait';
    case 'WAIT_BUYER_CONFIRM_GOODS':
    case 'TRADE_BUYER_SIGNED':
      return 'sent';
    default:
      return undefined;
  }
}

function bookedTids(state: ShopState): Set<string> {
  const tids = new Set<string>();
  for (const parcel of state.parcels.values()) if (isBooked(parcel)) tids.add(parcel.tid);
  return tids;
}

function fits(trade: Trade, { tid, nick, receiver }: ShipQuery): boolean {
  const has = (text: string, part: string | undefined): boolean =>
    !part || text.toLowerCase().includes(part.toLowerCase());
  const place = `${trade.receiver_state}${trade.receiver_city}${trade.receiver_district}${trade.receiver_address}`;
  return (
    has(trade.tid, tid) &&
    has(trade.buyer_nick, nick) &&
    has(`${trade.receiver_name}\n${trade.receiver_mobile}\n${place}`, receiver)
  );
}
