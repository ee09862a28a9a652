/**
 * Whatever buyers and sellers ask of any scenario's world, in whatever order, with the clock moving: refused or done,
 * nothing in between. Trades, shipping, refunds, ratings, talk and tools at once.
 */
import fc from 'fast-check';
import * as fixtures from 'fixtures';
import { buildWorld, type ShopRecord, scenarioIds } from 'fixtures';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { mangling } from '../testing/mangled.ts';
import type { RandomAct } from '../testing/random-act.ts';
import { deskAct } from '../testing/random-desk-act.ts';
import { refundAct } from '../testing/random-refund-act.ts';
import { shipAct } from '../testing/random-ship-act.ts';
import { orderAct, tradeAct } from '../testing/random-trade-act.ts';
import { worldFaults } from '../testing/world-faults.ts';
import { worldText } from '../testing/world-text.ts';
import { apply } from './apply.ts';
import type { Command, Now } from './command.ts';
import { decide } from './decide.ts';
import { due, nextEvent } from './due.ts';
import { type EntityKind, find } from './entities.ts';
import { worldStarted } from './record.ts';
import { CHANGES } from './record-types.ts';
import { beginState, type ShopState } from './state.ts';
import { isOver } from './trade/trade-after.ts';

/** The giant shop takes a second to build and knows nothing that the busy day does not; that one takes a while, too. */
const SCENARIOS = [...scenarioIds().filter((id) => id !== 'giant-shop'), 'bulk-40'];
const scenario = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...SCENARIOS.filter((id) => id !== 'busy-day')) },
  { weight: 1, arbitrary: fc.constant('busy-day') },
);

const SCHEMA = {
  trade: fixtures.Trade,
  refund: fixtures.Refund,
  rate: fixtures.TradeRate,
  parcel: fixtures.Parcel,
  address: fixtures.SellerAddress,
  carrier: fixtures.Carrier,
  freight: fixtures.FreightTemplate,
} as const satisfies Partial<Record<EntityKind, v.GenericSchema>>;

/** Records of the training platform, which is no part of the back office and has properties of its own. */
const TRAINING = /^(?:roster|account|rules|shift|visitor|desk-order|quiz)\./;

/** Where a status may lead. Source: seller-backend "Enums", textbook OP-7, docs/back-office. */
const TRADE_WAYS: Readonly<Record<string, readonly string[]>> = {
  '': ['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS'],
  WAIT_BUYER_PAY: ['WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED_BY_TAOBAO'],
  WAIT_SELLER_SEND_GOODS: ['SELLER_CONSIGNED_PART', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_CLOSED'],
  // What was sent has been refunded, the rest waits as it did.
  SELLER_CONSIGNED_PART: ['WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED'],
  WAIT_BUYER_CONFIRM_GOODS: ['TRADE_BUYER_SIGNED', 'TRADE_FINISHED', 'TRADE_CLOSED'],
  TRADE_BUYER_SIGNED: ['TRADE_FINISHED'],
};
const REFUND_WAYS: Readonly<Record<string, readonly string[]>> = {
  '': ['WAIT_SELLER_AGREE'],
  WAIT_SELLER_AGREE: ['WAIT_BUYER_RETURN_GOODS', 'SELLER_REFUSE_BUYER', 'SUCCESS', 'CLOSED'],
  SELLER_REFUSE_BUYER: ['WAIT_SELLER_AGREE', 'WAIT_BUYER_RETURN_GOODS', 'SUCCESS', 'CLOSED'],
  WAIT_BUYER_RETURN_GOODS: ['WAIT_SELLER_CONFIRM_GOODS', 'CLOSED'],
  WAIT_SELLER_CONFIRM_GOODS: ['SUCCESS', 'SELLER_REFUSE_BUYER', 'CLOSED'],
};

const DAY = 86_400_000;
/** Mostly moments, sometimes days, now and then longer than any deadline. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.nat(600_000) },
  { weight: 3, arbitrary: fc.nat(2 * DAY) },
  { weight: 1, arbitrary: fc.nat(16 * DAY) },
);
const act: fc.Arbitrary<RandomAct> = fc.oneof(
  tradeAct,
  orderAct,
  { weight: 2, arbitrary: shipAct },
  { weight: 4, arbitrary: refundAct },
  deskAct,
);
const mangled = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: mangling });
const step = fc.noBias(fc.tuple(fc.nat(), act, mangled, pause));

/** How often each thing happened over all runs. */
class Tally {
  readonly counts = new Map<string, number>();
  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}

/** The kinds and ids of what a record changes. */
function touched({ type, subject, data }: ShopRecord): [EntityKind, string][] {
  const kind = CHANGES.get(type);
  const also = (data.also ?? []) as { kind: EntityKind; id: string }[];
  return [
    ...(kind ? [[kind, subject] as [EntityKind, string]] : []),
    ...also.map((one): [EntityKind, string] => [one.kind, one.id]),
  ];
}

/** One world, watched while things happen to it. */
class Watched {
  readonly id: string;
  readonly state: ShopState;
  readonly records: ShopRecord[] = [];
  readonly asked: { command: Command; now: Now }[] = [];
  now: Now;
  readonly #seed: number;
  readonly #tally: Tally;

  constructor(id: string, seed: number, tally: Tally) {
    this.id = id;
    this.#seed = seed;
    this.#tally = tally;
    this.state = this.fresh();
    this.now = { sim: this.state.lastAt, wall: 5 };
    this.keep(worldStarted(this.state, 1440, 5));
  }

  fresh(): ShopState {
    return beginState(buildWorld(this.id, this.#seed), 1000);
  }

  ask(command: Command): void {
    const before = this.state.lastSeq;
    const decision = decide(this.state, command, this.now);
    if ('refusal' in decision) {
      expect(decision.refusal.sub_code).toMatch(/./);
      expect(decision.refusal.sub_msg).toMatch(/[一-鿿]/);
      this.#tally.add(`refused ${command.type}`);
      return;
    }
    this.#tally.add(`done ${command.type}`);
    this.asked.push({ command, now: this.now });
    this.keep(decision.records);
    const first = decision.records[0];
    if (first && 'actor' in command) expect(first.actor).toBe(command.actor);
    expect(this.state.lastSeq).toBe(before + decision.records.length);
  }

  /** Time passes, and what is due happens. */
  wait(ms: number): void {
    this.now = { sim: this.now.sim + ms, wall: this.now.wall };
    for (;;) {
      const records = due(this.state, this.now);
      if (records.length === 0) break;
      this.keep(records);
    }
    expect(nextEvent(this.state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(this.now.sim);
  }

  keep(records: readonly ShopRecord[]): void {
    for (const record of records) {
      const things = touched(record);
      const was = things.map(([kind, id]) => statusOf(this.state, kind, id));
      apply(this.state, record);
      this.records.push(record);
      v.assert(fixtures.ShopRecord, record);
      this.#tally.add(record.type);
      for (const [i, [kind, id]] of things.entries()) {
        const thing = find(this.state, kind, id);
        if (thing && kind in SCHEMA) v.assert(SCHEMA[kind as keyof typeof SCHEMA], thing);
        const is = statusOf(this.state, kind, id);
        const ways = kind === 'trade' ? TRADE_WAYS : REFUND_WAYS;
        if (is !== was[i]) expect(ways[was[i] ?? ''] ?? [], `${kind} ${was[i]} became ${is}`).toContain(is);
      }
    }
  }
}

/** What the world records when the same is asked of it at the same times. */
function answered(state: ShopState, asked: readonly { command: Command; now: Now }[], end: Now): ShopRecord[] {
  const records: ShopRecord[] = [];
  const keep = (more: readonly ShopRecord[]): boolean => {
    for (const record of more) apply(state, record);
    records.push(...more);
    return more.length > 0;
  };
  const until = (now: Now): void => {
    while (keep(due(state, now))) {}
  };
  keep(worldStarted(state, 1440, 5));
  for (const { command, now } of asked) {
    until(now);
    const decision = decide(state, command, now);
    if ('records' in decision) keep(decision.records);
  }
  until(end);
  return records;
}

function statusOf(state: ShopState, kind: EntityKind, id: string): string {
  if (kind !== 'trade' && kind !== 'refund') return '';
  return find(state, kind, id)?.status ?? '';
}

/** The place of a trade that is not over. */
function goingOn({ trades }: ShopState, n: number): number | undefined {
  const statuses = [...new Set(trades.map(({ status }) => status))].filter((status) => !isOver(status));
  const places = trades.flatMap(({ status }, i) => (status === statuses[n % statuses.length] ? [i] : []));
  return places[Math.floor(n / 10) % places.length];
}

it.each(SCENARIOS)('%s begins without a fault', (id) => {
  for (const seed of [1, 2, 3]) expect(worldFaults(beginState(buildWorld(id, seed), 1000))).toEqual([]);
});

it('whatever is asked of a world is done or refused; money, states and lists agree; records alone make the world', () => {
  const tally = new Tally();
  const run = (
    id: string,
    seed: number,
    steps: [number, RandomAct, ((command: Command) => Command) | null, number][],
  ) => {
    const world = new Watched(id, seed, tally);
    const { state } = world;
    let last = 0;
    for (const [n, make, mangle, ms] of steps) {
      // Now and then another trade, mostly one that goes on, each status alike; else the same, so that things get to their end.
      if (n % 10 === 0) last = n % state.trades.length;
      else if (n % 5 === 1) last = goingOn(state, n) ?? last;
      const trade = state.trades[last];
      if (!trade) throw new Error('a world without trades');
      const command = make(trade, state);
      world.ask(mangle ? mangle(command) : command);
      if (world.records.at(-1)?.type === 'trade.created') last = state.trades.length - 1;
      world.wait(ms);
      expect(worldFaults(state)).toEqual([]);
    }
    expect(world.records.map(({ seq }) => seq)).toEqual(world.records.map((_, i) => i + 1));

    const kept = JSON.stringify(world.records);
    const folded = world.fresh();
    for (const record of JSON.parse(kept) as ShopRecord[]) apply(folded, record);
    // Also shows that deciding, and above all refusing, has changed nothing: nobody has asked this world.
    if (worldText(folded) !== worldText(state)) expect(folded).toEqual(state);
    // The same things are going to happen in both.
    const future = { sim: world.now.sim + 20 * 86_400_000, wall: 0 };
    for (;;) {
      const [a, b] = [due(state, future), due(folded, future)];
      expect(JSON.stringify(b)).toBe(JSON.stringify(a));
      if (a.length === 0) break;
      for (const record of a) apply(state, record);
      for (const record of b) apply(folded, record);
    }
    expect(worldFaults(state)).toEqual([]);

    expect(JSON.stringify(answered(world.fresh(), world.asked, world.now))).toBe(kept);
  };
  fc.assert(fc.property(scenario, fc.nat(99), fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), run), {
    numRuns: 120,
    seed: 20_261_125,
  });
  // Runs in which everything is refused, or nothing, would prove nothing.
  const named = (what: string) => [...tally.counts.keys()].filter((name) => name.startsWith(what)).length;
  expect(named('done ')).toBeGreaterThan(28);
  expect(named('refused ')).toBeGreaterThan(30);
  const untouched = [...CHANGES.keys()].filter((type) => tally.of(type) === 0 && !TRAINING.test(type));
  expect(untouched.length).toBeLessThan(5);
});
