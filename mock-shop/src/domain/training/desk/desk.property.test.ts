/** Whatever is clicked, in whatever order: the records tell all, and money and orders stay whole. */
import fc from 'fast-check';
import type { DeskOrder } from 'fixtures';
import { expect, it } from 'vitest';
import { DeskRound } from '../../../testing/desk-round.ts';
import { tinyWorld } from '../../../testing/tiny-world.ts';
import { apply } from '../../apply.ts';
import { fen } from '../../money.ts';
import { simMs } from '../../sim-time.ts';
import { beginState } from '../../state.ts';

type Act = (round: DeskRound) => void;

const code = fc.constantFrom('SF', 'ZTO', 'JTSD', 'EMS', 'NONE', '');
const which = fc.nat(30);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(which, code).map(
      ([n, company_code]): Act =>
        (round) => {
          round.refusal({ type: 'desk.send', order_id: at(round, n), company_code });
        },
    ),
  },
  {
    weight: 2,
    arbitrary: which.map(
      (n): Act =>
        (round) =>
          void round.refusal({ type: 'desk.void', order_id: at(round, n) }),
    ),
  },
  {
    weight: 4,
    arbitrary: which.map(
      (n): Act =>
        (round) =>
          void round.refusal({ type: 'desk.collect', order_id: at(round, n) }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.nat(40).map(
      (seconds): Act =>
        (round) =>
          void round.seconds(seconds),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Act>((round) => void round.refusal({ type: 'shift.end', shift_id: round.shiftId })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Act>((round) => {
      if (round.shift.end) round.begin();
    }),
  },
);

function at(round: DeskRound, n: number): string {
  const ids = [...round.state.deskOrders.keys()];
  return ids[n % Math.max(1, ids.length)] ?? 'none';
}

it('fold equals live, funds add up, and every order goes one way only', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.array(act, { minLength: 10, maxLength: 90 }), (seed, acts) => {
      const round = new DeskRound({
        seed,
        change: { orders: 9, batch: 2, every: 20, lost: 70, limit: 400, funds: '300.00' },
      });
      for (const one of acts) one(round);
      const folded = round.records.reduce(apply, beginState(tinyWorld({ seed }), 1000));
      expect(folded.deskOrders).toEqual(round.state.deskOrders);
      expect(folded.deskOrdersOf).toEqual(round.state.deskOrdersOf);
      expect(folded.shifts).toEqual(round.state.shifts);
      for (const shift of round.state.shifts.values()) {
        const orders = [...round.state.deskOrders.values()].filter(({ shift_id }) => shift_id === shift.shift_id);
        expect(fen(shift.funds ?? '')).toBe(fen('300.00') + orders.reduce((sum, one) => sum + gain(one), 0));
        expect(fen(shift.funds ?? '')).toBeGreaterThanOrEqual(0);
        if (shift.end) expect(orders.filter(({ status }) => status === 'placed')).toEqual([]);
        if (shift.ended === 'done') expect(orders.filter(({ status }) => status === 'sent')).toEqual([]);
        else if (!shift.end && !shift.next) expect(orders.some(isOpen)).toBe(true);
        for (const { order_id, status } of orders) {
          const deeds = round.records.filter(
            ({ subject, type }) => subject === order_id && type !== 'desk-order.collect-failed',
          );
          expect(WAYS[status]).toContain(deeds.map(({ type }) => type.slice(11)).join(' '));
        }
        for (const { due, sent } of orders) if (due && sent) expect(simMs(due)).toBeGreaterThan(simMs(sent));
      }
    }),
    { numRuns: 80 },
  );
});

const WAYS: Readonly<Record<DeskOrder['status'], string>> = {
  placed: 'placed',
  sent: 'placed sent',
  finished: 'placed sent collected',
  voided: 'placed voided',
  invalid: 'placed invalid',
  lost: 'placed lost',
};

const isOpen = ({ status }: DeskOrder): boolean => status === 'placed' || status === 'sent';

/** What an order has brought into the funds so far, in fen. */
function gain({ status, fee, price, num }: DeskOrder): number {
  return (status === 'finished' ? fen(price) * num : 0) - (fee ? fen(fee) : 0);
}

it('a round of a thousand orders stays quick: each deed looks at each order once at most', () => {
  const round = new DeskRound({
    change: { orders: 1000, batch: 50, every: 1, lost: null, limit: null, funds: '900000000.00' },
  });
  round.seconds(20);
  expect(round.orders('placed')).toHaveLength(1000);
  let looked = 0;
  const { get } = round.state.deskOrders;
  round.state.deskOrders.get = (id) => {
    looked += 1;
    return get.call(round.state.deskOrders, id);
  };
  const orders = round.orders('placed').slice(0, 100);
  for (const { order_id } of orders) round.refusal({ type: 'desk.send', order_id, company_code: 'SF' });
  expect(round.orders('placed')).toHaveLength(900);
  expect(looked / orders.length).toBeLessThan(1100);
});
