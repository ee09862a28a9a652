import type { Ticket } from 'fixtures';
import type { Fault } from '../../core/log/chain.ts';
import { regrade } from '../../core/log/regrade.ts';
import {
  type HandInStep,
  type Refused,
  type ResultDetail,
  type ResultRow,
  type Scope,
  takeIn,
} from '../../core/school/result-row.ts';
import { verifySignature } from '../signing.ts';
import { pupilsOf } from '../store/classes.ts';
import type { CoachDb, PaperRow } from '../store/db.ts';
import { addResults, knownAttempts } from '../store/results.ts';
import { handedFiles } from './handed-files.ts';
import { fold } from './paper.ts';

/** Results are stored so many at a time. */
const BATCH = 50;

/**
 * Takes result files in: each is verified and graded from its log, and stored where it belongs or told why not.
 * What is wrong with one file, or with the disk, touches no other.
 */
export async function handIn(
  db: CoachDb,
  files: readonly File[],
  { class: className, nonce }: { class: string; nonce: string | null },
  onStep: (step: HandInStep) => void,
): Promise<void> {
  const tickets = new Map((await db.tickets.toArray()).map(({ ticket }): [string, Ticket] => [ticket.nonce, ticket]));
  const scope: Scope = { class: className, ticket: nonce === null ? null : (tickets.get(nonce) ?? null) };
  const names = new Map((await pupilsOf(db, className)).map(({ account, name }) => [account, name]));
  const known = await knownAttempts(db);
  let batch: { name: string; row: ResultRow; detail: ResultDetail; paper: PaperRow }[] = [];
  let refused: Refused[] = [];

  const flush = async () => {
    let good = batch.length;
    try {
      await addResults(db, batch);
    } catch {
      const full: Fault = { code: 'not-stored', text: '没有存下来，可能是磁盘空间不够；请清理后再收一次' };
      refused.push(...batch.map(({ name }) => ({ name, faults: [full] })));
      for (const { row } of batch) known.delete(row.attempt);
      good = 0;
    }
    onStep({ good, refused });
    batch = [];
    refused = [];
  };

  for await (const file of handedFiles(files)) {
    if ('fault' in file) refused.push({ name: file.name, faults: [file.fault] });
    else {
      const taken = takeIn(await regrade(file.text, verifySignature, (one) => tickets.get(one)), scope, names, known);
      if ('faults' in taken) refused.push({ name: file.name, faults: taken.faults });
      else {
        known.add(taken.row.attempt);
        batch.push({ name: file.name, ...taken, paper: { attempt: taken.row.attempt, gzip: await fold(file.text) } });
      }
    }
    if (batch.length + refused.length >= BATCH) await flush();
  }
  await flush();
}
