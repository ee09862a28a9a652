/** Table 6-2 tells good work from luck and from none: simulated students at rounds of many seeds, through the real domain. */
import { describe, expect, it } from 'vitest';
import { DeskRound } from '../../../testing/desk-round.ts';
import { clicker, type DeskStudent, IDLE, PERFECT, work } from '../../../testing/desk-student.ts';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);

/** A small generator of its own, so that a clicker's luck does not hang together with the plan's. */
function luck(seed: number): (below: number) => number {
  let state = (Math.imul(seed, 2_654_435_761) + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.each(['easy', 'normal', 'exam'] as const)('in %s rounds', (preset) => {
  const played = (seed: number, student: DeskStudent): DeskRound => {
    const round = new DeskRound({ seed, preset });
    work(round, student);
    return round;
  };

  it('a perfect student has 100 points', () => {
    for (const seed of SEEDS) {
      const round = played(seed, PERFECT);
      expect(
        round.table().map(({ id, points }) => [id, points]),
        `${seed}`,
      ).toEqual(['send', 'collect', 'void', 'deals', 'lost'].map((id) => [id, 20]));
      expect(round.shift.ended).toBe('done');
    }
  });

  it.each([2, 7, 15])('random clicks every %i seconds have less than 35', (every) => {
    const totals = SEEDS.map((seed) => played(seed, clicker(luck(seed * 3 + every), every)).points());
    expect(Math.max(...totals), totals.join(' ')).toBeLessThan(35);
  });

  it('doing nothing has less than 10', () => {
    const totals = SEEDS.map((seed) => played(seed, IDLE).points());
    expect(Math.max(...totals), totals.join(' ')).toBeLessThan(10);
  });
});
