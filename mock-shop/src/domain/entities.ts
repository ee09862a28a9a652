import type {
  Account,
  Carrier,
  DeskOrder,
  FreightTemplate,
  Parcel,
  Quiz,
  QuizAnswer,
  QuizBank,
  Refund,
  SellerAddress,
  Shift,
  Trade,
  TradeRate,
  TrainingRules,
  Visitor,
} from 'fixtures';
import { simMs } from './sim-time.ts';
import type { ShopState } from './state.ts';
import { indexTrade } from './trade-index.ts';
import { patienceOf } from './training/patience.ts';

/** What a world is made of beside its conversations: things with an id, changed by patches alone. */
export interface Entities {
  trade: Trade;
  refund: Refund;
  rate: TradeRate;
  parcel: Parcel;
  address: SellerAddress;
  carrier: Carrier;
  freight: FreightTemplate;
  /** The one ledger; its id is `shop`. */
  ledger: Ledger;
  /** The teacher's list of accounts; its id is `shop`. Absent: the one that comes with the platform. */
  roster: Roster;
  /** Who is signed in; its id is `shop`. */
  session: Session;
  /** 规则设置 for the rounds to come; their id is `shop`. Absent: the usual ones. */
  rules: TrainingRules;
  shift: Shift;
  visitor: Visitor;
  'desk-order': DeskOrder;
  quiz: Quiz;
  answer: QuizAnswer;
  bank: QuizBank;
}
export type EntityKind = keyof Entities;

export interface Roster {
  accounts: Account[];
}

export interface Session {
  /** Empty: nobody. */
  account: string;
}

/** Where the money of the shop's trades is, in fen. The sum is always 0: what the others have, buyers have paid. */
export interface Ledger {
  /** Paid and not given back, so never above 0. */
  buyers: number;
  /** Held by the platform until the buyer confirms. */
  escrow: number;
  seller: number;
}

/** How each kind is kept. */
const KEPT: { readonly [K in EntityKind]: Kept<Entities[K]> } = {
  trade: {
    get: (state, id) => state.trades[state.places.get(id) ?? -1],
    put: putTrade,
    // A trade stays in the list for ever.
    remove: (_state, id) => {
      throw new Error(`订单 ${id} 不能删除`);
    },
  },
  refund: {
    ...inMap('refunds', ({ refund_id }) => refund_id),
    put: (state, refund) => {
      state.refunds.set(refund.refund_id, refund);
      addTo(state.refundsOf, refund.tid, refund.refund_id);
      if (refund.timeout_action_time) remind(state, 'refund', refund.refund_id, refund.timeout_action_time);
    },
  },
  rate: inMap('rates', ({ rate_id }) => rate_id),
  parcel: {
    ...inMap('parcels', ({ parcel_id }) => parcel_id),
    put: (state, parcel) => {
      state.parcels.set(parcel.parcel_id, parcel);
      addTo(state.parcelsOf, parcel.tid, parcel.parcel_id);
      const next = nextOfParcel(parcel);
      if (next !== undefined) remind(state, 'parcel', parcel.parcel_id, next);
    },
    remove: (state, id) => {
      const parcel = state.parcels.get(id);
      if (!parcel) return;
      state.parcels.delete(id);
      state.parcelsOf.set(parcel.tid, state.parcelsOf.get(parcel.tid)?.filter((one) => one !== id) ?? []);
    },
  },
  address: inMap('addresses', ({ contact_id }) => contact_id),
  carrier: inMap('carriers', ({ code }) => code),
  freight: inMap('freight', ({ template_id }) => template_id),
  ledger: {
    get: (state) => state.ledger,
    put: (state, ledger) => {
      state.ledger = ledger;
    },
    remove: () => {
      throw new Error('账本不能删除');
    },
  },
  roster: only('roster'),
  session: only('session'),
  rules: only('rules'),
  shift: {
    ...inMap('shifts', ({ shift_id }) => shift_id),
    put: (state, shift) => {
      state.shifts.set(shift.shift_id, shift);
      if (shift.end) return;
      for (const at of [shift.next, shift.deadline]) if (at) remind(state, 'shift', shift.shift_id, at);
    },
  },
  visitor: {
    ...inMap('visitors', ({ visitor_id }) => visitor_id),
    put: (state, visitor) => {
      state.visitors.set(visitor.visitor_id, visitor);
      addTo(state.visitorsOf, visitor.shift_id, visitor.visitor_id);
      const at = patienceOf(state, visitor);
      if (at !== undefined) state.agenda.add({ at, kind: 'visitor', id: visitor.visitor_id });
    },
  },
  'desk-order': {
    ...inMap('deskOrders', ({ order_id }) => order_id),
    put: (state, order) => {
      const before = state.deskOrders.get(order.order_id);
      state.deskOrders.set(order.order_id, order);
      if (before?.shift_id !== order.shift_id) moveDeskOrder(state, order, before?.shift_id);
      if (order.status === 'placed' && order.deadline) remind(state, 'desk-order', order.order_id, order.deadline);
    },
  },
  quiz: inMap('quizzes', ({ quiz_id }) => quiz_id),
  answer: {
    ...inMap('answers', ({ answer_id }) => answer_id),
    put: (state, answer) => {
      state.answers.set(answer.answer_id, answer);
      addTo(state.answersOf, answer.quiz_id, answer.answer_id);
    },
  },
  bank: inMap('banks', ({ bank_id }) => bank_id),
};

interface Kept<T> {
  get(state: ShopState, id: string): T | undefined;
  put(state: ShopState, thing: T): void;
  remove(state: ShopState, id: string): void;
}

export function isKind(kind: unknown): kind is EntityKind {
  return typeof kind === 'string' && Object.hasOwn(KEPT, kind);
}

/** The thing of that kind and id as it is now. */
export function find<K extends EntityKind>(state: ShopState, kind: K, id: string): Entities[K] | undefined {
  return KEPT[kind].get(state, id);
}

/** Puts the thing in its place, new or changed. Only `apply` and `beginState` may call this. */
export function put<K extends EntityKind>(state: ShopState, kind: K, thing: Entities[K]): void {
  KEPT[kind].put(state, thing);
}

/** Takes the thing away. Only `apply` may call this. */
export function remove(state: ShopState, kind: EntityKind, id: string): void {
  KEPT[kind].remove(state, id);
}

/** When (ISO) the parcel next has news: the next step of its way, or the carrier's answer. */
export function nextOfParcel({ ahead, inquiries }: Parcel): string | undefined {
  const times = inquiries.filter(({ answer }) => answer === undefined).map((one) => one.answer_due);
  if (ahead[0]) times.push(ahead[0].status_time);
  return times.sort()[0];
}

function putTrade(state: ShopState, trade: Trade): void {
  let place = state.places.get(trade.tid);
  if (place === undefined) {
    place = state.trades.length;
    state.places.set(trade.tid, place);
    addTo(state.tradesOf, trade.buyer_nick, trade.tid);
  }
  state.trades[place] = trade;
  indexTrade(state.index, place, trade);
  if (trade.timeout_action_time) remind(state, 'trade', trade.tid, trade.timeout_action_time);
}

function moveDeskOrder(state: ShopState, { order_id, shift_id }: DeskOrder, from: string | undefined): void {
  const left = from === undefined ? undefined : state.deskOrdersOf.get(from);
  if (left)
    state.deskOrdersOf.set(
      from ?? '',
      left.filter((one) => one !== order_id),
    );
  const list = state.deskOrdersOf.get(shift_id);
  if (list) list.push(order_id);
  else state.deskOrdersOf.set(shift_id, [order_id]);
}

/** A thing that there is one of, or none yet. */
function only<P extends 'roster' | 'session' | 'rules'>(place: P): Kept<NonNullable<ShopState[P]>> {
  return {
    get: (state) => state[place] ?? undefined,
    put: (state, thing) => {
      state[place] = thing as ShopState[P];
    },
    remove: (state) => {
      state[place] = undefined;
    },
  };
}

type MapPlace =
  | 'refunds'
  | 'rates'
  | 'parcels'
  | 'addresses'
  | 'carriers'
  | 'freight'
  | 'shifts'
  | 'visitors'
  | 'deskOrders'
  | 'quizzes'
  | 'answers'
  | 'banks';

function inMap<P extends MapPlace>(
  place: P,
  idOf: (thing: MapValue<ShopState[P]>) => string,
): Kept<MapValue<ShopState[P]>> {
  type T = MapValue<ShopState[P]>;
  const map = (state: ShopState): Map<string, T> => state[place] as Map<string, T>;
  return {
    get: (state, id) => map(state).get(id),
    put: (state, thing) => void map(state).set(idOf(thing), thing),
    remove: (state, id) => void map(state).delete(id),
  };
}
type MapValue<M> = M extends Map<string, infer T> ? T : never;

function addTo(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [id]);
  else if (!list.includes(id)) list.push(id);
}

function remind(
  state: ShopState,
  kind: 'trade' | 'refund' | 'parcel' | 'shift' | 'desk-order',
  id: string,
  at: string,
): void {
  state.agenda.add({ at: simMs(at), kind, id });
}
