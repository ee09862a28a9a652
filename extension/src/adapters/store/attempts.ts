import type { Student, Ticket } from 'fixtures';
import type { AttemptRow, CoachDb } from './db.ts';

/** The attempt that has not ended, if there is one; of several (never made by us) the newest. */
export async function runningAttempt(db: CoachDb): Promise<AttemptRow | undefined> {
  return (await db.attempts.where('endedAt').equals(0).sortBy('startedAt')).at(-1);
}

/** The attempt that ended last. */
export function lastEnded(db: CoachDb): Promise<AttemptRow | undefined> {
  return db.attempts.where('endedAt').above(0).last();
}

/** All attempts, the newest first. */
export function allAttempts(db: CoachDb): Promise<AttemptRow[]> {
  return db.attempts.orderBy('startedAt').reverse().toArray();
}

/**
 * Mastery per knowledge component of a pack as its last graded attempt left it. Each attempt starts
 * from what the one before reached, so the newest value stands for the whole history.
 */
export async function masteryOf(db: CoachDb, pack: string): Promise<Record<string, number>> {
  const graded = (await db.attempts.orderBy('endedAt').toArray()).filter((row) => row.pack === pack && row.outcome);
  return Object.assign({}, ...graded.map((row) => row.outcome?.mastery));
}

export async function studentOf(db: CoachDb): Promise<Student | undefined> {
  const row = await db.settings.get('student');
  return row?.id === 'student' ? row.value : undefined;
}

export async function saveStudent(db: CoachDb, student: Student): Promise<void> {
  await db.settings.put({ id: 'student', value: student });
}

/** The exam that the student has opened. */
export async function ticketOf(db: CoachDb): Promise<Ticket | undefined> {
  const row = await db.settings.get('ticket');
  return row?.id === 'ticket' ? row.value : undefined;
}

export async function saveTicket(db: CoachDb, ticket: Ticket): Promise<void> {
  await db.settings.put({ id: 'ticket', value: ticket });
}

/** Attempts at a lesson within an exam that were handed in. */
export async function handedIn(db: CoachDb, nonce: string, pack: string, lesson: string): Promise<AttemptRow[]> {
  const rows = await db.attempts.where('[pack+lesson]').equals([pack, lesson]).toArray();
  return rows.filter(({ ticket, outcome }) => ticket === nonce && outcome && outcome.reason !== 'abandoned');
}
