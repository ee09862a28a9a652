import type { Evaluation } from '../../core/school/evaluation.ts';
import type { ResultDetail, ResultRow } from '../../core/school/result-row.ts';
import { type Ruling, ruledScore } from '../../core/school/ruling.ts';
import type { CoachDb } from './db.ts';
import { detailsOf } from './results.ts';

/** What a student's evaluation sheet is made of. */
export interface Sheet {
  /** As saved; undefined where nobody has marked. */
  evaluation: Evaluation | undefined;
  results: { row: ResultRow; detail: ResultDetail; rulings: Ruling[] }[];
}

/** A student's sheet under an exam. */
export async function sheetOf(db: CoachDb, className: string, ticket: string, account: string): Promise<Sheet> {
  const rows = await db.results
    .where('[class+ticket]')
    .equals([className, ticket])
    .filter((row) => row.account === account)
    .toArray();
  const details = await detailsOf(db, rows);
  const results = await Promise.all(
    details.map(async (detail, i) => ({
      row: rows[i] as ResultRow,
      detail,
      rulings: await rulingsOf(db, detail.attempt),
    })),
  );
  return { evaluation: await db.evaluations.get([className, ticket, account]), results };
}

/** The rulings about an attempt, in the order they were made. */
function rulingsOf(db: CoachDb, attempt: string): Promise<Ruling[]> {
  return db.rulings.where('attempt').equals(attempt).sortBy('at');
}

export async function saveEvaluation(db: CoachDb, evaluation: Evaluation): Promise<void> {
  await db.evaluations.put(evaluation);
}

/** Logs a ruling and scores the result anew. @throws Error where there is no such result */
export async function rule(db: CoachDb, ruling: Ruling): Promise<void> {
  await db.transaction('rw', db.results, db.details, db.rulings, async () => {
    const detail = await db.details.get(ruling.attempt);
    if (!detail) throw new Error('没有这份成绩');
    await db.rulings.add(ruling);
    await db.results.update(ruling.attempt, { ruled: ruledScore(detail, await rulingsOf(db, ruling.attempt)) });
  });
}
