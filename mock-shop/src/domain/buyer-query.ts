import type { Trade } from 'fixtures';
import type { ShopState } from './state.ts';

/** The tabs of a buyer's list, in the order of the screen. Source: textbook figure 6-8. */
export const BUYER_TABS = ['all', 'waitPay', 'waitSend', 'waitReceive', 'needRate', 'refund'] as const;
export type BuyerTab = (typeof BUYER_TABS)[number];

/** Somebody who has bought or written, as the switcher shows him. */
export interface BuyerEntry {
  nick: string;
  trades: number;
  /** Of the last order or message, ISO. */
  last: string;
}

/** One page of a buyer's own trades, newest first, how many fit, and how many are on each tab. */
export interface BuyerTrades {
  trades: Trade[];
  total: number;
  counts: Record<BuyerTab, number>;
}

/** Whether a buyer finds the trade under the tab. */
export function onBuyerTab(trade: Trade, tab: BuyerTab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'waitPay':
      return trade.status === 'WAIT_BUYER_PAY';
    case 'waitSend':
      return trade.status === 'WAIT_SELLER_SEND_GOODS';
    case 'waitReceive':
      return ['SELLER_CONSIGNED_PART', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED'].includes(trade.status);
    case 'needRate':
      return trade.status === 'TRADE_FINISHED' && !trade.buyer_rate;
    case 'refund':
      return trade.orders.order.some((order) => order.refund_status !== 'NO_REFUND');
  }
}

/**
 * The buyer's trades on a tab. A buyer sees no others.
 * @param page from 1
 */
export function buyerTrades(state: ShopState, nick: string, tab: BuyerTab, page: number, size: number): BuyerTrades {
  const own = (state.tradesOf.get(nick) ?? []).flatMap((tid) => state.trades[state.places.get(tid) ?? -1] ?? []);
  const fitting = own.filter((trade) => onBuyerTab(trade, tab)).reverse();
  const counts = Object.fromEntries(
    BUYER_TABS.map((one) => [one, own.filter((trade) => onBuyerTab(trade, one)).length]),
  ) as Record<BuyerTab, number>;
  return { trades: fitting.slice((page - 1) * size, page * size), total: fitting.length, counts };
}

/** Buyers whose nick contains `word` (letters' case does not matter), who was active last first. */
export function buyers(state: ShopState, word: string, most: number): { total: number; buyers: BuyerEntry[] } {
  const wanted = word.toLowerCase();
  const all = [...new Set([...state.tradesOf.keys(), ...state.chats.keys()])]
    .filter((nick) => nick.toLowerCase().includes(wanted))
    .map((nick) => entry(state, nick))
    // Who will speak up later is in the world already, and not for anybody to know.
    .filter(({ last }) => last !== '');
  all.sort((a, b) => (a.last === b.last ? 0 : a.last < b.last ? 1 : -1));
  return { total: all.length, buyers: all.slice(0, most) };
}

function entry(state: ShopState, nick: string): BuyerEntry {
  const tids = state.tradesOf.get(nick) ?? [];
  const ordered = state.trades[state.places.get(tids.at(-1) ?? '') ?? -1]?.created ?? '';
  const said = state.chats.get(nick)?.messages.at(-1)?.at ?? '';
  return { nick, trades: tids.length, last: [ordered, said].sort().at(-1) ?? '' };
}
