import type { ResultDetail } from './result-row.ts';

/** How many results lie in each tenth of 0 to 100; 100 belongs to the last. */
export function distribution(scores: readonly number[]): number[] {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const score of scores) {
    const bin = Math.min(9, Math.max(0, Math.floor(score / 10)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** How a class did at one step. */
export interface StepPicture {
  id: string;
  title: string;
  /** Results that have the step. */
  count: number;
  /** Of them right at the first try without a hint. */
  firstRight: number;
  /** Mean of points earned over points possible, 0 to 1. */
  share: number;
  tries: number;
  hints: number;
  /** Mean active ms of those who finished it. */
  ms: number;
  /** Attempts that did not get it right at the first try, the worst first. */
  attempts: string[];
}

/** Every step, the hardest first. Steps of different worlds count as one where their ids are the same. */
export function hardestSteps(details: readonly ResultDetail[]): StepPicture[] {
  const all = details.flatMap(({ attempt, steps }) => steps.map((step) => ({ attempt, ...step })));
  const pictures = [...Map.groupBy(all, ({ id }) => id)].map(([id, steps]): StepPicture => {
    const timed = steps.filter(({ ms }) => ms > 0);
    const sum = (of: (step: (typeof steps)[number]) => number) => steps.reduce((total, step) => total + of(step), 0);
    return {
      id,
      title: commonTitle(steps.map(({ title }) => title)),
      count: steps.length,
      firstRight: steps.filter(({ verdict }) => verdict === 'correct').length,
      share: sum(({ points, max }) => (max > 0 ? points / max : 1)) / steps.length,
      tries: sum(({ tries }) => tries),
      hints: sum(({ hints }) => hints),
      ms: timed.length > 0 ? timed.reduce((total, { ms }) => total + ms, 0) / timed.length : 0,
      attempts: steps
        .filter(({ verdict }) => verdict !== 'correct')
        .sort((a, b) => a.points / a.max - b.points / b.max)
        .map(({ attempt }) => attempt),
    };
  });
  return pictures.sort((a, b) => a.share - b.share);
}

/** One kind of mistake in a class. */
export interface SlipPicture {
  title: string;
  /** Points it cost in all, two decimals. */
  points: number;
  /** Each time it happened. */
  cases: { attempt: string; text: string; event: string | null }[];
}

/** What points were lost for, the most frequent first. */
export function slips(details: readonly ResultDetail[]): SlipPicture[] {
  const all = details.flatMap(({ attempt, deductions }) => deductions.map((one) => ({ attempt, ...one })));
  return [...Map.groupBy(all, ({ title }) => title)]
    .map(([title, cases]) => ({
      title,
      points: Math.round(cases.reduce((sum, { points }) => sum + points, 0) * 100) / 100,
      cases: cases.map(({ attempt, text, event }) => ({ attempt, text, event })),
    }))
    .sort((a, b) => b.cases.length - a.cases.length || b.points - a.points);
}

/** A step's title; where students had different orders, without the number of anybody's. */
function commonTitle(titles: readonly string[]): string {
  const [first = ''] = titles;
  return titles.every((title) => title === first) ? first : first.replace(/\s*…\d+\s*/g, '');
}
