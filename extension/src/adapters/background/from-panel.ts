import * as v from 'valibot';
import { parseTicket } from '../../core/exam/ticket.ts';
import { resultName, signedText, toResult } from '../../core/log/result.ts';
import type { CoachView, Reply } from '../../core/ports.ts';
import { saveStudent, saveTicket } from '../store/attempts.ts';
import { sign } from '../store/keys.ts';
import { eventsOf } from '../store/log.ts';
import type { Courses } from './courses.ts';
import { finish, hint } from './from-content.ts';
import { PanelMessage } from './messages.ts';
import type { Session } from './session.ts';
import { HOME } from './shell.ts';
import { start } from './start.ts';
import { storageTrouble, text } from './text.ts';

/** A result file ready to be saved. */
export interface Export {
  name: string;
  /** JSON. */
  text: string;
}

/** Answers one message of the extension's own pages. Never throws. */
export async function fromPanel(session: Session, courses: Courses, message: unknown): Promise<Reply> {
  const parsed = v.safeParse(PanelMessage, message);
  if (!parsed.success) return { ok: false, text: text.badRequest };
  try {
    return await answer(session, courses, parsed.output);
  } catch (error) {
    return { ok: false, text: storageTrouble(error) };
  }
}

async function answer(session: Session, courses: Courses, message: v.InferOutput<typeof PanelMessage>): Promise<Reply> {
  switch (message.type) {
    case 'panel:ticket': {
      const read = parseTicket(message.text);
      if ('fault' in read) return { ok: false, text: read.fault };
      const missing = read.ticket.lessons.find(({ pack, lesson }) => !courses.find(pack, lesson));
      if (missing) return { ok: false, text: text.noTicketLesson(missing.title) };
      await saveTicket(session.db, read.ticket);
      return { ok: true, value: null };
    }
    case 'panel:start': {
      const link = session.shops().find((shop) => shop.tab === message.tab);
      const reply = await start(session, courses, message, { link, replace: message.replace });
      if (reply.ok && link) await session.shell.showTab(link.tab);
      return reply;
    }
    case 'panel:hint':
      if (!(await session.running())) return { ok: false, text: text.noAttempt };
      await hint(session);
      return { ok: true, value: null };
    case 'panel:finish':
      if (!(await session.running())) return { ok: false, text: text.noAttempt };
      await finish(session, message.reason);
      return { ok: true, value: null };
    case 'panel:student':
      await saveStudent(session.db, message.student);
      return { ok: true, value: null };
    case 'panel:export':
      return exportResult(session, message.attempt);
    case 'panel:shop':
      await showShop(session);
      return { ok: true, value: null };
    case 'panel:view':
      return { ok: true, value: await currentView(session) };
  }
}

/** The view for our own pages: the running attempt, or the one that ended a moment ago. */
export async function currentView(session: Session): Promise<CoachView | null> {
  const journal = await session.journal();
  return journal ? session.view(journal.attempt) : null;
}

async function showShop(session: Session): Promise<void> {
  const origin = (await session.running())?.row.origin;
  const shop = session.shops().findLast((one) => origin === undefined || one.origin === origin);
  // Without parameters the shop goes on with its stored world, which is the attempt's.
  await (shop ? session.shell.showTab(shop.tab) : session.shell.openTab(`${origin ?? HOME}/sold`));
}

async function exportResult(session: Session, id: string): Promise<Reply<Export>> {
  const events = await eventsOf(session.db, id);
  const head = events.at(-1)?.hash;
  if (head === undefined) return { ok: false, text: text.gone };
  const [first] = events;
  const isOpenExam =
    first?.kind === 'attempted' && first.data.mode === 'exam' && !events.some(({ kind }) => kind === 'ended');
  // A log holds the answers. With a full disk nobody can hand in, so there it is better to have what is stored.
  if (isOpenExam && session.trouble === null) return { ok: false, text: text.unfinished };
  const file = toResult(events, await sign(session.db, signedText(id, head)));
  return { ok: true, value: { name: resultName(file), text: JSON.stringify(file) } };
}
