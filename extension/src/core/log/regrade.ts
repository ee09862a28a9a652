import type { ResultFile, Ticket } from 'fixtures';
import { fold } from '../assess/attempt.ts';
import { checksumOf, type Grade, gradeAttempt } from '../assess/grade.ts';
import { checkTicket } from '../exam/ticket.ts';
import { checkMaterial } from '../lesson/material.ts';
import type { Fault } from './chain.ts';
import { checkResult, parseResult, signedText } from './result.ts';

/** Verifies an Ed25519 signature (base64url) over UTF-8 text with a raw public key (base64url). */
export type Verify = (key: string, signature: string, text: string) => Promise<boolean>;

/** A result file looked at anew: what its log is worth, and what is wrong with it. */
export interface Regrade {
  /** Unchanged since export and judged by the course pack's own lesson. */
  verified: boolean;
  faults: Fault[];
  /** Missing where the file could not be read or graded at all. */
  grade?: Grade;
  file?: ResultFile;
  /** See `checksumOf`. */
  checksum?: string;
}

/** The exam of a nonce, or undefined where it is not known here. */
export type FindTicket = (nonce: string) => Ticket | undefined;

/**
 * Grades a result file from its log alone; any score it may claim is not looked at. One that was made in an exam is
 * judged by the rubric of that exam's ticket, if it is known. Never throws on what a file holds.
 */
export async function regrade(
  text: string,
  verify: Verify,
  findTicket: FindTicket = () => undefined,
): Promise<Regrade> {
  const parsed = parseResult(text);
  if ('faults' in parsed) return { verified: false, faults: parsed.faults };
  const { file } = parsed;
  // WebCrypto works beside us while the chain is checked.
  const signed = verify(file.signature.key, file.signature.value, signedText(file.attempt, file.head));
  const faults = checkResult(file);
  if (!(await signed)) {
    faults.push({ code: 'signature-invalid', text: '签名不符，文件在导出后被改动过' });
  }
  const [first, ...rest] = file.events;
  let events = file.events;
  if (first?.kind === 'attempted') {
    const ticket = first.data.ticket && findTicket(first.data.ticket.nonce);
    if (ticket) faults.push(...checkTicket(ticket, first));
    const checked = checkMaterial(first.data.material, ticket?.rubric);
    faults.push(...checked.faults);
    events = [{ ...first, data: { ...first.data, material: checked.material } }, ...rest];
  }
  try {
    const grade = gradeAttempt(fold(events));
    return { verified: faults.length === 0, faults, grade, file, checksum: checksumOf(grade) };
  } catch (error) {
    faults.push({
      code: 'not-gradable',
      text: `无法由日志计算成绩：${error instanceof Error ? error.message : String(error)}`,
    });
    return { verified: false, faults, file };
  }
}
