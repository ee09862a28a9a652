/** Rounds of 网店订单管理 by hand: every way of an order, as the chapter has it. */
import { type DeskOrder, type ShopRecord, ZIP_OF } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { DeskRound } from '../../../testing/desk-round.ts';
import { cheapest } from '../../../testing/desk-student.ts';
import { tinyWorld } from '../../../testing/tiny-world.ts';
import { apply } from '../../apply.ts';
import { simMs } from '../../sim-time.ts';
import { beginState } from '../../state.ts';
import { bestOf, type Choice, choicesOf, isBest } from './choices.ts';

const types = (records: readonly ShopRecord[]): string[] => records.map(({ type }) => type);
/** A round of few orders that come at once. */
const small = (change: object = {}): DeskRound =>
  new DeskRound({
    change: { orders: 4, batch: 4, fakes: 50, hard: 0, lost: null, limit: null, funds: '50000.00', ...change },
  });
const wait = (round: DeskRound, { due = '' }: DeskOrder): void => void round.wait(simMs(due) - round.now);

describe('系统订单', () => {
  it('come in batches, with the chapter’s numbers, and without a word of their truth', () => {
    const round = new DeskRound({ preset: 'normal' });
    expect(round.orders('placed').map(({ order_id }) => order_id)).toEqual(['20261122-2-2-1', '20261122-2-2-2']);
    expect(round.shift).toMatchObject({ funds: '5000.00', come: 1 });
    round.seconds(59);
    expect(round.orders('placed')).toHaveLength(2);
    round.seconds(1);
    expect(round.orders('placed').map(({ order_id }) => order_id.split('-')[3])).toEqual(['1', '2', '3', '4']);
    const [first, second] = round.orders('placed');
    expect(first?.created).toBe(second?.created);
    round.seconds(60 * 6);
    expect(round.shift).toMatchObject({ come: 8 });
    expect(round.shift.next).toBeUndefined();
    const placed = round.records.filter(({ type }) => type === 'desk-order.placed');
    expect(placed).toHaveLength(16);
    for (const { data } of placed) expect(JSON.stringify(data)).not.toMatch(/truth|why|reason|kind":"(?:plain|no-)/);
  });

  it('of the next round go on counting, and are others', () => {
    const round = small();
    const before = round.orders('placed');
    round.handIn();
    round.begin();
    expect(round.orders('placed').map(({ order_id }) => order_id)).toContain('20261122-2-2-5');
    expect(round.orders('placed').map(({ address }) => address)).not.toEqual(before.map(({ address }) => address));
    round.send(round.waiting(true), 'SF');
    expect(round.records.at(-1)?.data.truth).toBe('real');
  });
});

describe('订单发货', () => {
  it('of a true order takes the postage and tells whether the carrier was the best', () => {
    const round = small();
    const order = round.waiting(true);
    const { code, fee } = cheapest(order, round.rules);
    const [record] = round.send(order, code);
    expect(record).toMatchObject({
      type: 'desk-order.sent',
      subject: order.order_id,
      data: { truth: 'real', optimal: true, chosen: { code }, best: { code } },
    });
    expect(String(record?.data.reason)).toContain(order.zip);
    const sent = round.order(order.order_id);
    expect(sent).toMatchObject({ status: 'sent', carrier: code, fee: fee.toFixed(2) });
    expect(Number(round.shift.funds)).toBe(50_000 - fee);
    const days = choicesOf(order, round.rules).find((one) => one.code === code)?.days ?? 0;
    // A day is 15 real seconds, a real second is a simulated minute.
    expect(simMs(sent.due ?? '') - simMs(sent.sent ?? '')).toBe(days * 15 * 60_000);
  });

  it('with another carrier than the best goes through all the same', () => {
    const round = small();
    const order = round.waiting(true);
    const [record] = round.send(order, 'SF');
    expect(record).toMatchObject({ type: 'desk-order.sent', data: { optimal: false, chosen: { code: 'SF' } } });
    expect(round.order(order.order_id).status).toBe('sent');
  });

  it('of a made-up order makes it 无效, costs nothing and tells why', () => {
    const round = small();
    const order = round.waiting(false);
    const [record] = round.send(order, 'SF');
    expect(record).toMatchObject({ type: 'desk-order.invalid', data: { truth: 'fake', optimal: false, best: null } });
    expect(String(record?.data.reason).length).toBeGreaterThan(5);
    expect(round.order(order.order_id).status).toBe('invalid');
    expect(round.shift.funds).toBe('50000.00');
  });
});

describe('订单作废', () => {
  it.each([true, false])('of an order whose truth is %s makes it 作废', (real) => {
    const round = small();
    const order = round.waiting(real);
    expect(round.void(order)[0]).toMatchObject({ type: 'desk-order.voided', data: { truth: real ? 'real' : 'fake' } });
    expect(round.order(order.order_id).status).toBe('voided');
  });
});

describe('收款', () => {
  it('too early fails, counts, and can be tried again; to the moment it succeeds', () => {
    const round = small();
    const order = round.waiting(true);
    round.send(order, 'SF');
    expect(types(round.collect(order))).toEqual(['desk-order.collect-failed']);
    const sent = round.order(order.order_id);
    expect(sent).toMatchObject({ status: 'sent', early: 1 });
    round.wait(simMs(sent.due ?? '') - round.now - 1000);
    expect(types(round.collect(order))).toEqual(['desk-order.collect-failed']);
    round.wait(1000);
    expect(round.now).toBe(simMs(sent.due ?? ''));
    const funds = Number(round.shift.funds);
    expect(types(round.collect(order))).toEqual(['desk-order.collected']);
    expect(round.order(order.order_id)).toMatchObject({ status: 'finished', early: 2 });
    expect(Number(round.shift.funds)).toBeCloseTo(funds + Number(order.price) * order.num, 2);
  });
});

describe('丢失', () => {
  it('comes when nobody has handled an order in time, true or not', () => {
    const round = small({ lost: 30 });
    const [first] = round.orders('placed');
    if (!first) throw new Error('no order');
    round.void(first);
    expect(round.seconds(29)).toEqual([]);
    const records = round.seconds(1);
    expect(types(records)).toEqual([...Array(3).fill('desk-order.lost'), 'shift.ended']);
    expect(records[0]?.data).toMatchObject({ chosen: null, optimal: false });
    expect(round.orders('lost')).toHaveLength(3);
    expect(round.shift.ended).toBe('done');
  });

  it('never comes without a limit, until the round is handed in', () => {
    const round = small();
    round.seconds(100_000);
    expect(round.orders('placed')).toHaveLength(4);
    expect(types(round.handIn())).toEqual([...Array(4).fill('desk-order.lost'), 'shift.ended']);
  });
});

describe('the round', () => {
  it('is over with its last order, in the same decision', () => {
    const round = small();
    for (const order of round.orders('placed')) {
      if (round.isReal(order)) round.send(order, cheapest(order, round.rules).code);
      else round.void(order);
    }
    const [first, last] = round.orders('sent').sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
    if (!first || !last) throw new Error('two should be on their way');
    wait(round, first);
    expect(types(round.collect(first))).toEqual(['desk-order.collected']);
    wait(round, last);
    const records = round.collect(last);
    expect(types(records)).toEqual(['desk-order.collected', 'shift.ended']);
    expect(round.shift).toMatchObject({ ended: 'done', end: round.order(last.order_id).due });
    expect(round.points()).toBe(100);
    // Folded from nothing, both changes of the round hold.
    const folded = round.records.reduce(apply, beginState(tinyWorld({ seed: 7 }), 1000));
    expect(folded.shifts).toEqual(round.state.shifts);
    expect(folded.deskOrders).toEqual(round.state.deskOrders);
    expect(folded.deskOrdersOf).toEqual(round.state.deskOrdersOf);
  });

  it.each(['send', 'void'] as const)('is over when the last thing is to %s', (deed) => {
    const round = small({ orders: 1, batch: 1, fakes: 100 });
    const [order] = round.orders('placed');
    if (!order) throw new Error('no order');
    const last = deed === 'send' ? round.send(order, 'SF') : round.void(order);
    expect(types(last)).toEqual([deed === 'send' ? 'desk-order.invalid' : 'desk-order.voided', 'shift.ended']);
  });

  it('whose time is over loses what waits; what is on its way cannot be collected for', () => {
    const round = new DeskRound({
      change: { orders: 4, batch: 4, fakes: 25, lost: null, limit: 5, funds: '50000.00' },
    });
    const order = round.waiting(true);
    round.send(order, 'SF');
    expect(types(round.seconds(5))).toEqual([...Array(3).fill('desk-order.lost'), 'shift.ended']);
    expect(round.shift.ended).toBe('timeout');
    expect(round.refusal({ type: 'desk.collect', order_id: order.order_id })).toBe('isv.shift-over');
    const items = new Map(round.table().map((one) => [one.id, one]));
    expect(items.get('deals')?.fact).toContain('应完结 2 笔');
    expect(items.get('lost')?.fact).toBe('真实订单 3 笔，丢失 2 笔，误作废 0 笔');
  });

  it('handed in early has given up what had not come', () => {
    const round = new DeskRound({ preset: 'normal' });
    for (const order of round.orders('placed')) round.void(order);
    round.handIn();
    const items = new Map(round.table().map((one) => [one.id, one]));
    expect(items.get('send')?.fact).toMatch(/^真实订单 11 笔/);
    expect(items.get('void')?.fact).toMatch(/^虚拟订单 5 笔/);
    expect(round.points()).toBeLessThan(10);
  });
});

describe('客服订单', () => {
  /** An order that a talk has won, before any round of orders. */
  function waiting(round: DeskRound): DeskOrder {
    const { planServiceOrder } = round.state.training?.ORDERS ?? {};
    const id = '20261122-1-2-1';
    round.run({ type: 'shift.start', kind: 'service', day: 1440 });
    const service = round.state.shifts.get('service-1');
    if (!planServiceOrder || !service) throw new Error('nothing loaded');
    const { truth: _, ...receiver } = planServiceOrder(round.state.seed, id, service.rules.orders);
    const order: DeskOrder = {
      ...{ order_id: id, type: 1, shift_id: '', from: 'service-1', title: '手机', num: 1, price: '1899.00' },
      ...{ created: '2026-11-22T10:05:00+08:00', status: 'placed', early: 0, ...receiver },
    };
    const { lastSeq: seq, id: world } = round.state;
    const head = { world, at: order.created, wall: 0, actor: 'buyer' as const, subject: id };
    apply(round.state, {
      ...head,
      seq: seq + 1,
      type: 'desk-order.placed',
      data: { before: null, after: { ...order } },
    });
    round.run({ type: 'shift.end', shift_id: 'service-1' });
    return order;
  }

  it('that wait are taken over by the next round, and can be lost from then on', () => {
    const round = new DeskRound({ begin: false, change: { orders: 1, batch: 1, fakes: 0, lost: 60 } });
    const { order_id } = waiting(round);
    expect(round.refusal({ type: 'desk.void', order_id })).toBe('isv.desk-order-waiting');
    round.wait(3_600_000);
    round.begin();
    const order = round.order(order_id);
    expect(order).toMatchObject({ shift_id: 'orders-1', status: 'placed' });
    expect(simMs(order.deadline ?? '')).toBe(simMs(round.shift.start) + 60 * 60_000);
    expect(round.state.deskOrdersOf.get('')).toEqual([]);
    const [record] = round.send(order, 'SF');
    expect(record).toMatchObject({ type: 'desk-order.sent', data: { truth: 'real' } });
    const own = round.orders('placed');
    expect(own).toHaveLength(1);
    for (const one of own) round.send(one, 'SF');
    expect(round.records.at(-1)?.data.truth).toBe('real');
    expect(round.table().find(({ id }) => id === 'send')?.fact).toMatch(/^真实订单 2 笔，发货 2 笔/);
  });

  it('of another account wait on', () => {
    const round = new DeskRound({ begin: false });
    const { order_id } = waiting(round);
    round.run({ type: 'account.sign-in', account: 'xs03', password: '123456' });
    round.begin();
    expect(round.order(order_id).shift_id).toBe('');
    expect(round.state.deskOrdersOf.get('')).toEqual([order_id]);
  });
});

describe('the best carrier', () => {
  const choice = (code: string, fee: string, days: number): Choice => ({ code, name: code, fee, days });
  it.each<[string, Choice[], string | undefined]>([
    ['is the cheapest', [choice('A', '8.00', 3), choice('B', '7.00', 4)], 'B'],
    ['is within the days allowed', [choice('A', '8.00', 3), choice('B', '7.00', 5)], 'A'],
    ['serves the region', [choice('A', '', 1), choice('B', '7.00', 4)], 'B'],
    ['is the quicker of equally cheap ones', [choice('A', '7.00', 4), choice('B', '7.00', 3)], 'B'],
    ['is the quickest where none is quick enough', [choice('A', '5.00', 9), choice('B', '9.00', 6)], 'B'],
    ['compares amounts, not texts', [choice('A', '10.00', 3), choice('B', '9.00', 3)], 'B'],
    ['is none where nobody goes', [choice('A', '', 3)], undefined],
  ])('%s', (_, choices, best) => {
    expect(bestOf(choices, { max_days: 4 })?.code).toBe(best);
  });

  it('may be one of several that are as good', () => {
    expect(isBest(choice('A', '7.00', 3), choice('B', '7.00', 3))).toBe(true);
    expect(isBest(choice('A', '7.00', 4), choice('B', '7.00', 3))).toBe(false);
  });

  it('costs twice as much for twice the pieces, everywhere', () => {
    const { rules } = new DeskRound();
    for (const region of Object.keys(ZIP_OF)) {
      const one = choicesOf({ region, num: 1 }, rules);
      const two = choicesOf({ region, num: 2 }, rules);
      expect(two.map(({ fee }) => Number(fee))).toEqual(one.map(({ fee }) => Number(fee) * 2));
    }
  });
});
