import { type AttemptEvent, MOST_SEED, Ticket, type TicketMark } from 'fixtures';
import * as v from 'valibot';
import { digest, type Fault, headCode } from '../log/chain.ts';
import { fileSafe } from '../log/result.ts';

/** Largest ticket file that is read, in UTF-16 code units; a ticket has some thousand. */
export const LARGEST_TICKET = 200_000;

/** Reads a ticket file without trusting it; the reason why not is for a person. */
export function parseTicket(text: string): { ticket: Ticket } | { fault: string } {
  if (text.length > LARGEST_TICKET) return { fault: '文件太大，不是考卷' };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: '文件不是完整的考卷，可能没有下载完或被改动过' };
  }
  const parsed = v.safeParse(Ticket, json, { abortEarly: true });
  if (parsed.success) return { ticket: parsed.output };
  const path = parsed.issues[0].path?.map((item) => String(item.key)).join('/') ?? '';
  return { fault: `不是考卷，或内容残缺：${path === '' ? parsed.issues[0].message : `/${path}`}` };
}

/** The code that teacher and student compare by eye, e.g. `K7Q4-2MXD`: another ticket has another. */
export function ticketCode(ticket: Ticket): string {
  return headCode(digest(ticket));
}

/** Name a ticket file is saved under: title and code. */
export function ticketName(ticket: Ticket): string {
  return `${fileSafe(ticket.title)}-${ticketCode(ticket)}.coach-ticket.json`;
}

/** Seed of an account's world: the ticket's, or the account's own, which the teacher can compute again. */
export function seedFor(ticket: Ticket, account: string): number {
  if (ticket.seed !== null) return ticket.seed;
  return 1 + (Number.parseInt(digest([ticket.nonce, account]).slice(0, 12), 16) % MOST_SEED);
}

/** Time limit of an attempt begun at `now` (ms since the epoch), ms: what was allowed, cut off where the exam closes. */
export function limitAt({ minutes, closes }: Ticket, now: number): number {
  return Math.max(0, Math.min(minutes * 60_000, closes - now));
}

export function markAt(ticket: Ticket, now: number): TicketMark {
  return { nonce: ticket.nonce, digest: digest(ticket), late: Math.max(0, Math.round(now - ticket.opens)) };
}

type Started = Extract<AttemptEvent, { kind: 'attempted' }>;

/** Whether an attempt was begun as its ticket says: ticket, mode, lesson, world, time. The rubric is the material's matter. */
export function checkTicket(ticket: Ticket, { data, wall }: Started): Fault[] {
  const faults: Fault[] = [];
  const fault = (code: string, text: string) => faults.push({ code, text });
  const { mark, mode, material, limit = 0 } = { ...data, mark: data.ticket };
  if (mark?.nonce !== ticket.nonce) {
    fault('ticket-other', mark ? '属于另一张考卷' : '不是用考卷做的');
    return faults;
  }
  if (mark.digest !== digest(ticket)) fault('ticket-edited', '学生打开的考卷与发出的不一样，被改动过');
  if (mode !== 'exam') fault('ticket-mode', '不是考核模式');
  const { pack, lesson, seed } = material;
  if (!ticket.lessons.some((one) => one.pack === pack.id && one.lesson === lesson.id))
    fault('ticket-lesson', `考卷里没有「${lesson.title}」`);
  if (seed !== seedFor(ticket, data.student.account)) fault('ticket-seed', '题目不是考卷给这个账号的那一份');
  if (limit <= 0 || limit > limitAt(ticket, wall)) fault('ticket-limit', '时限与考卷规定的不同');
  if (wall < ticket.opens || wall >= ticket.closes) fault('ticket-window', '不是在考试时间内开始的');
  return faults;
}
