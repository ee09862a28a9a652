import { parseResult } from '../../core/log/result.ts';
import { datashopHead, datashopLines } from '../../core/school/datashop.ts';
import type { CoachDb } from '../store/db.ts';
import { resultsOf } from '../store/results.ts';
import { unfold } from './paper.ts';

/** How often it is told how far the export is, in results. */
const OFTEN = 20;

/** The transactions of a class's results under an exam, as a file for DataShop. */
export async function datashopOf(
  db: CoachDb,
  { class: className, ticket }: { class: string; ticket: string },
  onProgress: (done: number, total: number) => void,
): Promise<Blob> {
  const results = await resultsOf(db, className, ticket);
  const parts: string[] = [datashopHead()];
  for (const [index, { attempt }] of results.entries()) {
    const paper = await db.papers.get(attempt);
    const parsed = paper ? parseResult(await unfold(paper.gzip)) : null;
    if (parsed && 'file' in parsed) parts.push(...datashopLines(parsed.file.events, className));
    if (index % OFTEN === 0) onProgress(index, results.length);
  }
  return new Blob(parts, { type: 'text/tab-separated-values' });
}
