/** Whatever is clicked in whatever order, with the clock moving: the records fold to the same state, and talks stay sound. */
import fc from 'fast-check';
import { loadTraining, Visitor } from 'fixtures';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ServiceRound } from '../../../testing/service-round.ts';
import { tinyWorld } from '../../../testing/tiny-world.ts';
import { apply } from '../../apply.ts';
import { beginState } from '../../state.ts';
import { isOver } from './desk.ts';

const { SERVICE } = await loadTraining();

const step = fc.record({
  who: fc.nat(20),
  turn: fc.oneof({ weight: 9, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(5) }),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant('open' as const) },
    { weight: 6, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  ),
  wait: fc.oneof({ weight: 12, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(120) }),
});

it('keeps every promise of the talks, and folds', () => {
  let deeds = 0;
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(fc.nat(500), fc.array(step, { minLength: 20, maxLength: 90, size: 'max' }), (seed, steps) => {
      const round = new ServiceRound({ seed, change: { visitors: 10, every: 10, together: 3 } });
      for (const { who, turn, what, wait } of steps) {
        if (round.shift.end) break;
        const present = round.present();
        // Mostly those who are there; sometimes those who have gone.
        const among = who % 4 > 0 && present.length > 0 ? present : [...round.state.visitors.values()];
        const visitor = among[who % Math.max(1, among.length)];
        if (visitor) {
          const { visitor_id } = visitor;
          const answer = { type: 'visitor.answer', visitor_id, turn: turn < 0 ? visitor.turn : turn } as const;
          const refusal =
            what === 'open'
              ? round.refusal({ type: 'visitor.open', visitor_id })
              : round.refusal(typeof what === 'number' ? { ...answer, choice: what } : { ...answer, text: what });
          if (refusal === '') deeds += 1;
        }
        if (!round.shift.end) round.seconds(wait);
      }
      const visitors = [...round.state.visitors.values()];
      for (const one of visitors) {
        expect(v.is(Visitor, one)).toBe(true);
        ends.set(one.status, (ends.get(one.status) ?? 0) + 1);
        const said = one.messages.filter(({ from }) => from === 'student');
        const turns = round.script(one.visitor_id).turns.length;
        expect(said.length).toBeLessThanOrEqual(turns);
        // Every answer leads to the next question, or to the end.
        expect(one.turn).toBe(said.length - (one.status === 'content' || one.status === 'discontent' ? 1 : 0));
        if (one.order_id) expect(one.status).toBe('content');
      }
      if (round.shift.end) expect(visitors.every(isOver)).toBe(true);
      expect(new Set(visitors.map(({ order_id }) => order_id).filter(Boolean)).size).toBe(round.state.deskOrders.size);
      const items = SERVICE.table61(round.records, round.shiftId);
      expect(items.every(({ points, max }) => points >= 0 && points <= max)).toBe(true);
      const known = new Set(round.records.map(({ seq }) => seq));
      expect(items.flatMap(({ evidence }) => evidence).every((seq) => known.has(seq))).toBe(true);

      const { addresses, carriers, settings } = round.state;
      const folded = beginState(
        tinyWorld({ seed, settings, addresses: [...addresses.values()], carriers: [...carriers.values()] }),
        1000,
      );
      for (const record of round.records) apply(folded, JSON.parse(JSON.stringify(record)));
      expect(folded.visitors).toEqual(round.state.visitors);
      expect(folded.shifts).toEqual(round.state.shifts);
      expect(folded.deskOrders).toEqual(round.state.deskOrders);
    }),
    { numRuns: 60, seed: 41 },
  );
  // The clicks did something, and every end was met.
  expect(deeds).toBeGreaterThan(500);
  expect([...ends.keys()].sort()).toEqual(['content', 'discontent', 'left', 'open', 'waiting']);
});
