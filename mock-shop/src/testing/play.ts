import { buildWorld, type ShopRecord } from 'fixtures';
import { apply } from '../domain/apply.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { due } from '../domain/due.ts';
import { worldStarted } from '../domain/record.ts';
import { beginState, type ShopState } from '../domain/state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A scenario played without pages: the clock goes on, buyers and the platform do what they will. */
export class Play {
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

  /** Ids of the script entries that came about. */
  acted(): string[] {
    return this.records.flatMap(({ type, data: { script } }) =>
      typeof script === 'string' && type !== 'script.skipped' ? [script] : [],
    );
  }

  #keep(records: readonly ShopRecord[]): void {
    for (const record of records) apply(this.state, record);
    this.records.push(...records);
  }
}

/** How a seller is, for so many days. */
export type Manner = (play: Play, days: number) => void;

/** Nobody is at the counter. */
export const absent: Manner = (play, days) => play.until(play.start + days * DAY);

/** What somebody with good manners brings up in every conversation. */
const ALL_AT_ONCE =
  '亲，实在抱歉，这款缺货，请问什么原因不要了？订单要不要关闭？也可以退款，或者给您换新的。请问家人签收了吗？我今天回复您，请留意查收，单号 SF1234567890123';

/**
 * Talks to everybody, marks, closes what is unpaid, asks after every parcel, gives more time, explains ratings, ships
 * the next morning and says yes to every refund.
 */
export const willing: Manner = (play, days) => {
  for (let day = 0; day < days; day++) {
    const at = play.start + day * DAY + HOUR / 2;
    play.until(at);
    const { state } = play;
    if (day === 0) {
      for (const nick of state.chats.keys()) play.does({ type: 'chat.send', buyer_nick: nick, text: ALL_AT_ONCE }, at);
      for (const parcel_id of state.parcels.keys()) play.does({ type: 'ship.inquire', parcel_id, kind: 'proof' }, at);
      for (const { oid } of state.rates.values()) {
        play.does({ type: 'rate.explain', actor: 'seller', oid, reply: '抱歉，谢谢您告诉我们' }, at);
      }
      for (const { tid } of [...state.trades]) {
        play.does({ type: 'memo.update', tid, flag: 2 }, at);
        play.does({ type: 'trade.delay', actor: 'seller', tid, days: 10 }, at);
      }
      closeUnpaid(play, '买家不想买了', at);
    }
    for (const { refund_id, status } of [...state.refunds.values()]) {
      if (status === 'WAIT_SELLER_AGREE') {
        const seller_address_id = [...state.addresses.values()].find((one) => one.cancel_def)?.contact_id ?? '';
        play.does({ type: 'refund.agree', actor: 'seller', refund_id, seller_address_id }, at);
      }
      if (status === 'WAIT_SELLER_CONFIRM_GOODS') play.does({ type: 'refund.receive', actor: 'seller', refund_id }, at);
    }
    if (day > 0) ship(play, at);
  }
  absent(play, days);
};

/** Closes and ships without a word, says no to every refund. */
export const blunt: Manner = (play, days) => {
  for (let day = 0; day < days; day++) {
    const at = play.start + day * DAY + HOUR / 2;
    play.until(at);
    if (day === 0) closeUnpaid(play, '缺货', at);
    ship(play, at);
    for (const { refund_id, status } of [...play.state.refunds.values()]) {
      if (status !== 'WAIT_SELLER_AGREE') continue;
      play.does(
        { type: 'refund.refuse', actor: 'seller', refund_id, of: 'application', message: '不同意', reason_id: 13 },
        at,
      );
    }
  }
  absent(play, days);
};

function closeUnpaid(play: Play, reason: string, at: number): void {
  for (const { tid, status } of [...play.state.trades]) {
    if (status === 'WAIT_BUYER_PAY') play.does({ type: 'trade.close', actor: 'seller', tid, reason }, at);
  }
}

function ship(play: Play, at: number): void {
  for (const { tid, status } of [...play.state.trades]) {
    if (status === 'WAIT_SELLER_SEND_GOODS') play.does({ type: 'ship.send', tid, way: 'dummy' }, at);
  }
}
