import type {
  BuyerIntent,
  Carrier,
  Chat,
  DeskOrder,
  FreightTemplate,
  Intent,
  LetterChannel,
  Parcel,
  Quiz,
  QuizAnswer,
  QuizBank,
  Refund,
  SellerAddress,
  Shift,
  ShopSettings,
  Trade,
  TradeRate,
  Training,
  TrainingRules,
  Visitor,
  World,
} from 'fixtures';
import { Agenda } from './agenda.ts';
import { type Ledger, put, type Roster, type Session } from './entities.ts';
import { openingLedger } from './ledger.ts';
import { beginScript, type Script } from './script/script.ts';
import { nextMidnight, simMs } from './sim-time.ts';
import { emptyIndex, type TradeIndex } from './trade-index.ts';

/** A buyer's answer on its way. */
export interface PendingReply {
  /** Simulated ms at which it arrives. */
  due: number;
  /** Number of the seller's message that it answers. */
  to: number;
  /** What the seller came to since the buyer last spoke: what the answer is chosen by. */
  heard: readonly Intent[];
  text: string;
  intent?: BuyerIntent;
  channel?: LetterChannel;
}

export interface ChatState extends Chat {
  pending?: PendingReply;
  /** What the seller has come to since the world began. */
  said?: readonly Intent[];
}

/**
 * A world as its records have made it. Mutable for the sake of 100,000 trades: exactly one holder
 * owns it and only `apply` changes it; the things in it are replaced, never changed.
 */
export interface ShopState {
  /** `scenario:seed:startedAt` */
  readonly id: string;
  readonly scenario: string;
  readonly seed: number;
  readonly title: string;
  readonly start: string;
  readonly shop: World['shop'];
  readonly settings: ShopSettings;
  /** How the parcels of some trades end, by tid; all others arrive. */
  readonly fates: World['fates'];
  /** Oldest first: a new trade comes last. */
  readonly trades: Trade[];
  /** Where each tid stands in `trades`. */
  readonly places: Map<string, number>;
  readonly index: TradeIndex;
  readonly refunds: Map<string, Refund>;
  readonly rates: Map<string, TradeRate>;
  readonly parcels: Map<string, Parcel>;
  readonly addresses: Map<string, SellerAddress>;
  readonly carriers: Map<string, Carrier>;
  readonly freight: Map<string, FreightTemplate>;
  /** Ids by tid, and tids by buyer's nick, in the order of their coming. */
  readonly refundsOf: Map<string, string[]>;
  readonly parcelsOf: Map<string, string[]>;
  readonly tradesOf: Map<string, string[]>;
  readonly chats: Map<string, ChatState>;
  readonly script: Script;
  /** What has to be looked at when; see `due`. */
  readonly agenda: Agenda;
  ledger: Ledger;
  roster: Roster | undefined;
  session: Session | undefined;
  rules: TrainingRules | undefined;
  readonly shifts: Map<string, Shift>;
  readonly visitors: Map<string, Visitor>;
  /** Visitors' ids by their round, in the order of their coming. */
  readonly visitorsOf: Map<string, string[]>;
  readonly deskOrders: Map<string, DeskOrder>;
  /** Desk orders' ids by their round, in the order of their coming; under the empty name those that wait for one. */
  readonly deskOrdersOf: Map<string, string[]>;
  /** Papers of 巩固与提高, the answers, their ids by paper, and the banks that somebody brought. */
  readonly quizzes: Map<string, Quiz>;
  readonly answers: Map<string, QuizAnswer>;
  readonly answersOf: Map<string, string[]>;
  readonly banks: Map<string, QuizBank>;
  /** The training platform's texts and plans, once loaded. No part of what is folded: whoever holds the state sees to it. */
  training: Training | undefined;
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
  const date = world.start.slice(0, 10);
  const state: ShopState = {
    id: worldId(world.scenario, world.seed, startedAt),
    scenario: world.scenario,
    seed: world.seed,
    title: world.title,
    start: world.start,
    shop: world.shop,
    settings: world.settings,
    fates: world.fates,
    trades: [],
    places: new Map(),
    index: emptyIndex(world.trades.length),
    refunds: new Map(),
    rates: new Map(),
    parcels: new Map(),
    addresses: new Map(),
    carriers: new Map(),
    freight: new Map(),
    refundsOf: new Map(),
    parcelsOf: new Map(),
    tradesOf: new Map(),
    chats: new Map(world.chats.map((chat) => [chat.buyer_nick, { ...chat, messages: [...chat.messages] }])),
    script: beginScript(world.script),
    agenda: new Agenda(),
    ledger: openingLedger(world.trades),
    roster: undefined,
    session: undefined,
    rules: undefined,
    shifts: new Map(),
    visitors: new Map(),
    visitorsOf: new Map(),
    deskOrders: new Map(),
    deskOrdersOf: new Map(),
    quizzes: new Map(),
    answers: new Map(),
    answersOf: new Map(),
    banks: new Map(),
    training: undefined,
    lastSeq: 0,
    lastAt: simMs(world.start),
    date,
  };
  for (const trade of oldestFirst(world.trades)) put(state, 'trade', trade);
  for (const refund of world.refunds) put(state, 'refund', refund);
  for (const rate of world.rates) put(state, 'rate', rate);
  for (const parcel of world.parcels) put(state, 'parcel', parcel);
  for (const address of world.addresses) put(state, 'address', address);
  for (const carrier of world.carriers) put(state, 'carrier', carrier);
  for (const template of world.freight) put(state, 'freight', template);
  for (const one of state.script.waiting.values()) {
    if (!('at' in one.entry.when)) continue;
    one.due = simMs(one.entry.when.at);
    state.agenda.add({ at: one.due, kind: 'script', id: one.entry.id });
  }
  state.agenda.add({ at: nextMidnight(date), kind: 'midnight', id: '' });
  return state;
}

/** The list's date range is found by bisection, so the order must hold whatever a scenario gives. */
function oldestFirst(trades: readonly Trade[]): Trade[] {
  const reversed = trades.toReversed();
  const sorted = reversed.every((trade, i) => i === 0 || (reversed[i - 1]?.created ?? '') <= trade.created);
  return sorted ? reversed : reversed.sort((a, b) => simMs(a.created) - simMs(b.created));
}
