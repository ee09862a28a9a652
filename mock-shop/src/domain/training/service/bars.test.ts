/** Table 6-1 tells good work from luck and from none: simulated students at rounds of many seeds, through the real domain. */
import { loadTraining, type TableItem } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { ServiceRound } from '../../../testing/service-round.ts';
import { clicker, IDLE, PERFECT, type ServiceStudent, work } from '../../../testing/service-student.ts';

const { SERVICE } = await loadTraining();
const SEEDS = 50;
const PRESETS = ['easy', 'normal', 'exam'] as const;

/** A small generator of its own, so that a clicker's luck does not hang together with the plan's. */
function luck(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sheet(seed: number, preset: (typeof PRESETS)[number], student: ServiceStudent): TableItem[] {
  const round = new ServiceRound({ seed, preset });
  work(round, student);
  return SERVICE.table61(round.records, round.shiftId);
}

function total(items: readonly TableItem[]): number {
  return Math.round(items.reduce((sum, { points }) => sum + points, 0) * 10) / 10;
}

describe.each(PRESETS)('in %s rounds', (preset) => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);

  it('a perfect student has 100 points', () => {
    for (const seed of seeds) {
      const items = sheet(seed, preset, PERFECT);
      expect(items.map(({ name, points }) => [name, points])).toEqual(items.map(({ name }) => [name, 10]));
      expect(items).toHaveLength(10);
    }
  });

  it('random clicks have less than 35', () => {
    const totals = seeds.map((seed) => total(sheet(seed, preset, clicker(luck(seed))))).sort((a, b) => a - b);
    expect(totals.at(-1), totals.join(' ')).toBeLessThan(35);
    expect(totals[SEEDS / 2]).toBeLessThan(10);
  });

  it('doing nothing has less than 10', () => {
    for (const seed of seeds) expect(total(sheet(seed, preset, IDLE))).toBeLessThan(10);
  });
});
