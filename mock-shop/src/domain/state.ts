import type { Chat, ScriptEntry, Trade, World } from 'fixtures';
import { simMs } from './sim-time.ts';
import { indexTrades, type TradeIndex } from './trade-index.ts';

/** A buyer's answer on its way. */
export interface PendingReply {
  /** Simulated ms at which it arrives. */
  due: number;
  /** Number of the seller's message that it answers. */
  to: number;
  /** All that the seller wrote since the buyer last spoke: what the answer is chosen by. */
  heard: string;
  text: string;
}

export interface ChatState extends Chat {
  pending?: PendingReply;
}

/**
 * A world as its records have made it. Mutable for the sake of 100,000 trades: exactly one holder
 * owns it and only `apply` changes it; trades themselves are replaced, never changed.
 */
export interface ShopState {
  /** `scenario:seed:startedAt` */
  readonly id: string;
  readonly scenario: string;
  readonly seed: number;
  readonly title: string;
  readonly start: string;
  readonly shop: World['shop'];
  /** Newest first. */
  readonly trades: Trade[];
  /** Where each tid stands in `trades`. */
  readonly places: Map<string, number>;
  readonly index: TradeIndex;
  readonly chats: Map<string, ChatState>;
  /** Script entries that have not happened, with the simulated ms at which they will, once known. */
  readonly script: Map<string, { entry: ScriptEntry; due: number | undefined }>;
  lastSeq: number;
  /** Simulated ms of the last record, or the start. */
  lastAt: number;
  /** The simulated day (`YYYY-MM-DD`) that has begun. */
  date: string;
}

/** `scenario:seed:startedAt`, startedAt in real ms since the epoch. */
export function worldId(scenario: string, seed: number, startedAt: number): string {
  return `${scenario}:${seed}:${startedAt}`;
}

/** The state before the first record. `world` is taken over: the caller must not use it again. */
export function beginState(world: World, startedAt: number): ShopState {
  const trades = newestFirst(world.trades);
  return {
    id: worldId(world.scenario, world.seed, startedAt),
    scenario: world.scenario,
    seed: world.seed,
    title: world.title,
    start: world.start,
    shop: world.shop,
    trades,
    places: placesOf(trades),
    index: indexTrades(trades),
    chats: new Map(world.chats.map((chat) => [chat.buyer_nick, { ...chat, messages: [...chat.messages] }])),
    script: new Map(
      world.script.map((entry) => [entry.id, { entry, due: 'at' in entry.when ? simMs(entry.when.at) : undefined }]),
    ),
    lastSeq: 0,
    lastAt: simMs(world.start),
    date: world.start.slice(0, 10),
  };
}

function placesOf(trades: readonly Trade[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, trade] of trades.entries()) places.set(trade.tid, place);
  return places;
}

/** The list's date range is found by bisection, so the order must hold whatever a scenario gives. */
function newestFirst(trades: Trade[]): Trade[] {
  const sorted = trades.every((trade, i) => i === 0 || (trades[i - 1]?.created ?? '') >= trade.created);
  return sorted ? trades : [...trades].sort((a, b) => simMs(b.created) - simMs(a.created));
}
