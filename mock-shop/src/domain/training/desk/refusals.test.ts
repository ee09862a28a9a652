/** Everything that the shop says no to in 网店订单管理; none of it leaves a trace. */
import type { DeskOrder } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { DeskRound } from '../../../testing/desk-round.ts';
import type { TrainingCommand } from '../command.ts';
import { rulesOf } from '../round.ts';

/** A round with one order of each kind, and one in each status that leads on. */
function round(change: object = {}): DeskRound {
  return new DeskRound({
    change: { orders: 6, batch: 6, fakes: 34, hard: 0, lost: null, funds: '50000.00', ...change },
  });
}

function refused(shop: DeskRound, command: TrainingCommand): string {
  const before = shop.state.lastSeq;
  const code = shop.refusal(command);
  expect(shop.state.lastSeq).toBe(before);
  return code;
}

const send = (order_id: string, company_code = 'SF'): TrainingCommand => ({
  type: 'desk.send',
  order_id,
  company_code,
});
const voids = (order_id: string): TrainingCommand => ({ type: 'desk.void', order_id });
const collect = (order_id: string): TrainingCommand => ({ type: 'desk.collect', order_id });

describe.each([
  ['发货', send],
  ['作废', voids],
  ['收款', collect],
] as const)('%s', (_, deed) => {
  it('names an order that there is', () => {
    const shop = round();
    expect(refused(shop, deed(''))).toBe('isv.missing-parameter:order_id');
    expect(refused(shop, deed('20261122-2-2-99'))).toBe('isv.desk-order-not-exist');
    expect(refused(shop, deed('x'.repeat(5000)))).toBe('isv.desk-order-not-exist');
  });

  it('is not done once the round is over', () => {
    const shop = round();
    const [order] = shop.orders('placed');
    shop.handIn();
    expect(refused(shop, deed(order?.order_id ?? ''))).toBe('isv.shift-over');
  });
});

it('only what waits is sent or voided, only what is on its way collected for', () => {
  const shop = round();
  const [sent, voided] = [shop.waiting(true), shop.waiting(false)];
  shop.send(sent, 'SF');
  shop.void(voided);
  const invalid = shop.waiting(false);
  shop.send(invalid, 'SF');
  expect(refused(shop, send(sent.order_id))).toBe('isv.desk-order-status');
  expect(refused(shop, voids(sent.order_id))).toBe('isv.desk-order-status');
  for (const { order_id } of [voided, invalid]) {
    for (const deed of [send, voids, collect]) expect(refused(shop, deed(order_id))).toBe('isv.desk-order-status');
  }
  expect(refused(shop, collect(shop.waiting(true).order_id))).toBe('isv.desk-order-status');
});

it('a carrier is chosen, of this round, that goes there', () => {
  const shop = round();
  const far = {
    ...shop.rules,
    carriers: shop.rules.carriers.map((one, i) => (i === 0 ? { ...one, zones: [nowhere] } : one)),
  };
  const other = round(far);
  const { order_id } = other.waiting(true);
  expect(refused(other, send(order_id, ''))).toBe('isv.missing-parameter:company_code');
  expect(refused(other, send(order_id, 'NONE'))).toBe('isv.invalid-parameter:company_code');
  expect(refused(other, send(order_id, other.rules.carriers[0]?.code))).toBe('isv.carrier-not-serving');
});
const nowhere = { states: [], fee: '' as const, days: 1 };

it('the funds have to last, for made-up orders as well, so that the refusal gives nothing away', () => {
  const shop = round({ funds: '0.00' });
  for (const real of [true, false]) {
    expect(refused(shop, send(shop.waiting(real).order_id))).toBe('isv.funds-not-enough');
  }
  const order = shop.waiting(true);
  const exact = round({ funds: feeOf(shop, order) });
  expect(exact.refusal(send(order.order_id))).toBe('');
  expect(exact.shift.funds).toBe('0.00');
});

/** What SF takes for it. */
function feeOf(shop: DeskRound, order: DeskOrder): string {
  const rich = round();
  rich.send(order, 'SF');
  expect(rich.rules.carriers).toEqual(shop.rules.carriers);
  return rich.order(order.order_id).fee ?? '';
}

it('a round of orders needs somebody who is signed in, and goes on alone', () => {
  const shop = new DeskRound({ begin: false });
  shop.run({ type: 'account.sign-out' });
  expect(refused(shop, { type: 'shift.start', kind: 'orders', day: 1440 })).toBe('isv.not-signed-in');
  shop.run({ type: 'account.sign-in', account: 'xs02', password: '123456' });
  shop.begin();
  expect(refused(shop, { type: 'shift.start', kind: 'orders', day: 1440 })).toBe('isv.shift-running');
  shop.handIn();
  expect(refused(shop, { type: 'shift.end', shift_id: shop.shiftId })).toBe('isv.shift-over');
});

it('rules by which no order could be sent in time are none', () => {
  const shop = new DeskRound({ begin: false });
  shop.run({ type: 'account.sign-in', account: 'admin', password: '123456' });
  const rules = rulesOf(shop.state);
  const slow = rules.orders.carriers.map((one) => ({ ...one, zones: [{ states: [], fee: '5.00', days: 9 }] }));
  const change = (carriers: unknown): TrainingCommand => ({
    type: 'rules.change',
    rules: { ...rules, orders: { ...rules.orders, carriers } },
  });
  expect(refused(shop, change(slow))).toBe('isv.invalid-parameter:rules');
  expect(shop.refusal(change(slow.map((one) => ({ ...one, zones: [{ states: [], fee: '5.00', days: 4 }] }))))).toBe('');
});
