import { buildWorld, type ShopRecord, scenarioIds } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { apply } from '../domain/apply.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { due } from '../domain/due.ts';
import { worldStarted } from '../domain/record.ts';
import { beginState, type ShopState } from '../domain/state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEEDS = [1, 2, 3];

/** A scenario played without pages: the clock goes on, buyers and the platform do what they will. */
class Play {
  readonly state: ShopState;
  readonly records: ShopRecord[] = [];
  readonly start: number;

  constructor(id: string, seed: number) {
    this.state = beginState(buildWorld(id, seed), 1000);
    this.start = this.state.lastAt;
    this.#keep(worldStarted(this.state, 1440, 1000));
  }

  until(sim: number): void {
    const now = { sim, wall: 0 };
    for (let records = due(this.state, now); records.length > 0; records = due(this.state, now)) this.#keep(records);
  }

  /** The seller does it, unless the shop refuses. */
  does(command: Command, sim: number): void {
    this.until(sim);
    const decision = decide(this.state, command, { sim, wall: 0 });
    if ('records' in decision) this.#keep(decision.records);
  }

  of(type: string): ShopRecord[] {
    return this.records.filter((record) => record.type === type);
  }

  #keep(records: readonly ShopRecord[]): void {
    for (const record of records) apply(this.state, record);
    this.records.push(...records);
  }
}

/** What a seller with good manners brings up in every conversation. */
const ALL_AT_ONCE =
  '亲，实在抱歉，这款缺货，请问什么原因不要了？订单要不要关闭？也可以退款，或者给您换新的。请问家人签收了吗？我今天回复您，请留意查收，单号 SF1234567890123';

/** Talks to everybody, marks everything as 暂不发货, closes what is unpaid, gives more time, says yes to every refund, for two weeks of mornings. */
function willing(play: Play): void {
  for (let day = 0; day < 14; day++) {
    const at = play.start + day * DAY + 0.5 * HOUR;
    play.until(at);
    const { state } = play;
    if (day === 0) {
      for (const nick of state.chats.keys()) play.does({ type: 'chat.send', buyer_nick: nick, text: ALL_AT_ONCE }, at);
    }
    for (const { tid, status, created } of [...state.trades]) {
      if (created < state.start && status === 'WAIT_BUYER_PAY') {
        play.does({ type: 'trade.close', actor: 'seller', tid, reason: '买家不想买了' }, at);
      }
      if (day === 0) play.does({ type: 'memo.update', tid, flag: 2 }, at);
      if (day === 0) play.does({ type: 'trade.delay', actor: 'seller', tid, days: 10 }, at);
    }
    for (const { refund_id, status } of [...state.refunds.values()]) {
      if (status === 'WAIT_SELLER_AGREE') {
        const seller_address_id = [...state.addresses.values()].find((one) => one.cancel_def)?.contact_id ?? '';
        play.does({ type: 'refund.agree', actor: 'seller', refund_id, seller_address_id }, at);
      }
      if (status === 'WAIT_SELLER_CONFIRM_GOODS') play.does({ type: 'refund.receive', actor: 'seller', refund_id }, at);
    }
  }
  play.until(play.start + 20 * DAY);
}

describe.each(scenarioIds())('twenty days of %s', (id) => {
  test.each(SEEDS)('go by without a seller: no money lost, nothing scripted that cannot be (seed %i)', (seed) => {
    const play = new Play(id, seed);
    play.until(play.start + 20 * DAY);
    expect(play.of('clock.day-started')).toHaveLength(20);
    expect(play.of('script.skipped').map(({ data }) => data)).toEqual([]);
    expect(sumOf(play.state)).toBe(0);
  });

  test('see buyers act by themselves', () => {
    const [alone, helped] = [new Play(id, 4), new Play(id, 4)];
    alone.until(alone.start + 20 * DAY);
    willing(helped);
    const acted = [...alone.records, ...helped.records].filter(({ data }) => 'script' in data);
    expect(acted.length).toBeGreaterThan(0);
  });

  test('go by the same way twice', () => {
    const [a, b] = [new Play(id, 5), new Play(id, 5)];
    for (const play of [a, b]) play.until(play.start + 20 * DAY);
    expect(JSON.stringify(a.records)).toBe(JSON.stringify(b.records));
  });

  test.each(SEEDS)('go by with a willing seller: buyers react, and can do what they want to (seed %i)', (seed) => {
    const play = new Play(id, seed);
    willing(play);
    expect(play.of('script.skipped').map(({ data }) => data)).toEqual([]);
    expect(sumOf(play.state)).toBe(0);
  });
});

function sumOf({ ledger: { buyers, escrow, seller } }: ShopState): number {
  return buyers + escrow + seller;
}
