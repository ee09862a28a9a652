import type { DeskOrder } from 'fixtures';
import { simMs } from '../domain/sim-time.ts';
import type { DeskRound, DeskRules } from './desk-round.ts';

/** What a simulated student does at every turn, and how many real seconds the turns are apart. */
export interface DeskStudent {
  every: number;
  act(round: DeskRound): void;
}

/** Tells true from made up, takes the best carrier as far as the funds go, and collects when it is time. */
export const PERFECT: DeskStudent = {
  every: 1,
  act: (round) => {
    for (const order of round.orders('sent')) if (simMs(order.due ?? '') <= round.now) round.collect(order);
    for (const order of round.orders('placed')) {
      if (!round.isReal(order)) round.void(order);
      else {
        const { code, fee } = cheapest(order, round.rules);
        if (fee <= Number(round.shift.funds)) round.send(order, code);
      }
    }
  },
};

/** Does nothing, but to hand in what would never end by itself. */
export const IDLE: DeskStudent = {
  every: 20,
  act: (round) => {
    const { lost, limit } = round.rules;
    if (lost === null && limit === null && round.shift.next === undefined) round.handIn();
  },
};

/** Clicks one button of one row at random every few seconds. @param luck whole numbers below `below` */
export function clicker(luck: (below: number) => number, every: number): DeskStudent {
  return {
    every,
    act: (round) => {
      const rows = [...round.orders('placed'), ...round.orders('sent')];
      const order = rows[luck(Math.max(1, rows.length))];
      if (!order) return;
      const { carriers } = round.rules;
      const code = carriers[luck(carriers.length)]?.code ?? '';
      const { order_id } = order;
      if (order.status === 'sent') round.refusal({ type: 'desk.collect', order_id });
      else if (luck(2) === 0) round.refusal({ type: 'desk.void', order_id });
      else round.refusal({ type: 'desk.send', order_id, company_code: code });
    },
  };
}

/** Works until the round is over by itself. */
export function work(round: DeskRound, { every, act }: DeskStudent): void {
  for (let steps = 0; !round.shift.end; steps++) {
    if (steps > 20_000) throw new Error('the round does not end');
    act(round);
    if (!round.shift.end) round.seconds(every);
  }
}

/** The best carrier for an order, reckoned without the shop's help. */
export function cheapest({ region, num }: DeskOrder, { carriers, max_days }: DeskRules): { code: string; fee: number } {
  const choices = carriers.flatMap(({ code, zones }) => {
    const own = zones.find(({ states }) => states.some((state) => region.startsWith(state)));
    const { fee = '', days = 99 } = own ?? zones.find(({ states }) => states.length === 0) ?? {};
    return fee !== '' && days <= max_days ? [{ code, fee: Number(fee) * num, days }] : [];
  });
  choices.sort((a, b) => a.fee - b.fee || a.days - b.days);
  const [best] = choices;
  if (!best) throw new Error(`nobody goes to ${region} in time`);
  return best;
}
