/** Result files as students hand them in, for tests that need many. */
import type { AttemptEvent, Student, Ticket } from 'fixtures';
import { toBase64Url } from '../src/adapters/signing.ts';
import { limitAt, markAt, seedFor } from '../src/core/exam/ticket.ts';
import { signedText, toResult } from '../src/core/log/result.ts';
import { RemarkLog, simulate, tasksOf } from './simulated-student.ts';

/** The result file of a log, signed by a key of its own. */
export async function resultFile(events: readonly AttemptEvent[]): Promise<string> {
  const signed = signedText(events[0]?.attempt ?? '', events.at(-1)?.hash ?? '');
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const [key, value] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(signed)),
  ]);
  const text = (bytes: ArrayBuffer) => toBase64Url(new Uint8Array(bytes));
  return JSON.stringify(toResult(events, { alg: 'Ed25519', key: text(key), value: text(value) }));
}

/** How an attempt in an exam begins, `wall` ms since the epoch. */
function beginningOf(ticket: Ticket, student: Student, wall: number) {
  return { student, wall, rubric: ticket.rubric, limit: limitAt(ticket, wall), ticket: markAt(ticket, wall) };
}

/** An exam that a student made of dice has sat. */
export function examLog(ticket: Ticket, student: Student, wall: number, skill: number): AttemptEvent[] {
  return simulate(seedFor(ticket, student.account), 'exam', skill, beginningOf(ticket, student, wall));
}

/** Every remark right, then something that nobody asked for; without a ticket it is practice. Left open on request. */
export function carefulLog(ticket: Ticket | null, student: Student, wall: number, isOpen = false): AttemptEvent[] {
  const seed = ticket ? seedFor(ticket, student.account) : 1;
  const beginning = ticket ? beginningOf(ticket, student, wall) : { student, wall };
  const log = new RemarkLog(ticket ? 'exam' : 'practice', seed, beginning);
  for (const task of tasksOf(seed)) log.remark(task.tid, task.flag, task.sample);
  log.remark('8'.repeat(18), '1', '随手写的');
  if (!isOpen) log.append({ kind: 'ended', data: { reason: 'submitted' } });
  return log.events;
}
