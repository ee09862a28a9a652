import type { ResultDetail, ResultRow } from '../../core/school/result-row.ts';
import type { CoachDb, PaperRow } from './db.ts';

/** Ids of all attempts that were taken in, of whatever class. */
export async function knownAttempts(db: CoachDb): Promise<Set<string>> {
  return new Set(await db.results.toCollection().primaryKeys());
}

/** Stores results with what they rest on, all or none. */
export async function addResults(
  db: CoachDb,
  results: readonly { row: ResultRow; detail: ResultDetail; paper: PaperRow }[],
): Promise<void> {
  await db.transaction('rw', db.results, db.details, db.papers, async () => {
    await db.results.bulkAdd(results.map(({ row }) => row));
    await db.details.bulkAdd(results.map(({ detail }) => detail));
    await db.papers.bulkAdd(results.map(({ paper }) => paper));
  });
}

/** The results of a class under an exam (its nonce, or `PRACTICE`). */
export function resultsOf(db: CoachDb, className: string, ticket: string): Promise<ResultRow[]> {
  return db.results.where('[class+ticket]').equals([className, ticket]).toArray();
}

/** What the points of these results rest on, in their order. */
export async function detailsOf(db: CoachDb, results: readonly ResultRow[]): Promise<ResultDetail[]> {
  return (await db.details.bulkGet(results.map(({ attempt }) => attempt))).filter((one) => one !== undefined);
}
