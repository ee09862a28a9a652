import type { Deduction } from '../assess/score.ts';
import type { ResultDetail } from './result-row.ts';

/** A teacher's word on one deduction: the points are given back, or that is taken back. None is ever deleted. */
export interface Ruling {
  attempt: string;
  /** See `deductionKey`. */
  deduction: string;
  isReturned: boolean;
  reason: string;
  /** Who ruled. */
  evaluator: string;
  /** Ms since the epoch. */
  at: number;
}

/** What tells one deduction of an attempt from the others. */
export function deductionKey({ clause, text, event }: Deduction): string {
  return JSON.stringify([clause, text, event]);
}

/** Deductions whose points are given back: of several rulings the last one counts. */
export function returnedBy(rulings: readonly Ruling[]): Set<string> {
  const last = new Map(rulings.map(({ deduction, isReturned }) => [deduction, isReturned]));
  return new Set([...last].filter(([, isReturned]) => isReturned).map(([key]) => key));
}

/** The score after rulings, in the order they were made: 100 less what is still deducted, never under 0. */
export function ruledScore({ deductions }: ResultDetail, rulings: readonly Ruling[]): number {
  const returned = returnedBy(rulings);
  const lost = deductions
    .filter((one) => !returned.has(deductionKey(one)))
    .reduce((sum, { points }) => sum + Math.round(points * 100), 0);
  return Math.max(0, 10_000 - lost) / 100;
}
