import { scenarioIds } from 'fixtures';
import { describe, expect, test } from 'vitest';
import type { ShopState } from '../domain/state.ts';
import { absent, blunt, Play, willing } from './play.ts';

/** Too large to be played often. */
const HUGE = 'giant-shop';
const MANNERS = { absent, willing, blunt };

describe.each(scenarioIds().filter((id) => id !== HUGE))('twenty days of %s', (id) => {
  test.each([1, 2, 3])(
    'go by, whoever is at the counter: no money lost, nothing scripted in vain (seed %i)',
    (seed) => {
      const plays = Object.values(MANNERS).map((manner) => {
        const play = new Play(id, seed);
        manner(play, 20);
        expect(play.of('clock.day-started')).toHaveLength(20);
        expect(play.of('script.skipped').map(({ data }) => data)).toEqual([]);
        expect(sumOf(play.state)).toBe(0);
        return play;
      });
      const came = new Set(plays.flatMap((play) => play.acted()));
      const [first] = plays;
      expect([...(first?.state.script.waiting.keys() ?? [])].filter((entry) => !came.has(entry))).toEqual([]);
    },
  );

  test('go by the same way twice', () => {
    const [a, b] = [new Play(id, 5), new Play(id, 5)];
    for (const play of [a, b]) willing(play, 20);
    expect(JSON.stringify(a.records)).toBe(JSON.stringify(b.records));
  });
});

test(`a day of ${HUGE} goes by`, () => {
  const play = new Play(HUGE, 1);
  absent(play, 1);
  expect(play.state.trades.length).toBeGreaterThan(100_000);
  expect(play.of('script.skipped').map(({ data }) => data)).toEqual([]);
  expect(play.acted().length).toBeGreaterThan(100);
  expect(sumOf(play.state)).toBe(0);
});

function sumOf({ ledger: { buyers, escrow, seller } }: ShopState): number {
  return buyers + escrow + seller;
}
