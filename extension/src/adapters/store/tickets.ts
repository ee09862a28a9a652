import type { Ticket } from 'fixtures';
import type { CoachDb, TicketRow } from './db.ts';

/** The exams of a class, the newest first. */
export async function ticketsOf(db: CoachDb, className: string): Promise<TicketRow[]> {
  const rows = await db.tickets.where('class').equals(className).toArray();
  return rows.sort((a, b) => b.createdAt - a.createdAt);
}

export async function addTicket(db: CoachDb, className: string, ticket: Ticket, now: number): Promise<void> {
  await db.tickets.add({ nonce: ticket.nonce, class: className, createdAt: now, ticket });
}
