import { grade } from '../../core/assess/grade.ts';
import type { CoachDb } from '../store/db.ts';
import { eventsOf } from '../store/log.ts';

/** Grades an attempt whose log has ended and puts the outcome into the index. An attempt still running is left alone. */
export async function settle(db: CoachDb, id: string): Promise<void> {
  const events = await eventsOf(db, id);
  const last = events.findLast((event) => event.kind === 'ended');
  if (last?.kind !== 'ended') return;
  const { score, max, mastery } = grade(events);
  await db.attempts.update(id, {
    endedAt: last.wall,
    outcome: { reason: last.data.reason, score, max, mastery },
  });
}

/** Settles attempts that ended when the worker was stopped before it could grade them. */
export async function settleAll(db: CoachDb): Promise<void> {
  for (const { id } of await db.attempts.where('endedAt').equals(0).toArray()) await settle(db, id);
}
