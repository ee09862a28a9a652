import type { Lesson, Mode, Pack, Student, Ticket } from 'fixtures';
import { limitAt, markAt, seedFor } from '../../core/exam/ticket.ts';
import { link as chain } from '../../core/log/chain.ts';
import type { Reply } from '../../core/ports.ts';
import { handedIn, masteryOf, studentOf, ticketOf } from '../store/attempts.ts';
import { signingKey } from '../store/keys.ts';
import { create } from '../store/log.ts';
import type { Courses } from './courses.ts';
import type { Session } from './session.ts';
import { type ContentLink, HOME } from './shell.ts';
import { storageTrouble, text } from './text.ts';

export interface Choice {
  pack: string;
  lesson: string;
  mode: Mode;
  /** Nonce of the student's open ticket. */
  ticket?: string | undefined;
}

/**
 * Starts an attempt and sends the shop to the lesson's world: the given tab, or the tab of a shop that
 * is open, or a new one. With an attempt still running it only asks, unless `replace` is set; the one
 * given up stays in the log.
 */
export async function start(
  session: Session,
  courses: Courses,
  choice: Choice,
  { link, replace = false }: { link?: ContentLink | undefined; replace?: boolean | undefined },
): Promise<Reply<null>> {
  const found = courses.find(choice.pack, choice.lesson);
  if (!found) return { ok: false, text: text.noLesson(choice.pack, choice.lesson) };
  if (!found.lesson.modes.includes(choice.mode)) return { ok: false, text: text.noMode };
  try {
    const student = (await studentOf(session.db)) ?? { account: '', name: '' };
    const exam = choice.ticket === undefined ? undefined : await ticketOf(session.db);
    const refusal = choice.ticket === undefined ? null : await refuse(session, choice, exam, student);
    if (refusal !== null) return { ok: false, text: refusal };
    const running = await session.running();
    if (running && !replace) return { ok: false, text: text.running(running.attempt.lesson.title), confirm: true };
    if (running) await session.record([session.own({ kind: 'ended', data: { reason: 'abandoned' } })]);

    const shop = link ?? session.shops().at(-1);
    const { scenario } = found.lesson;
    const own = shop?.world?.scenario === scenario ? shop.world.seed : session.shell.newSeed();
    const seed = exam ? seedFor(exam, student.account) : own;
    const attempt = await begin(session, courses, found, {
      mode: choice.mode,
      student,
      seed,
      origin: shop?.origin ?? HOME,
      exam,
    });

    const path = courses.start(found.lesson, seed);
    if (shop) {
      session.send(shop, attempt, path);
      if (!link) await session.shell.showTab(shop.tab);
    } else {
      await session.shell.openTab(HOME + path);
    }
    return { ok: true, value: null };
  } catch (error) {
    session.reopen();
    return {
      ok: false,
      text:
        error instanceof Error && error.name === 'TemplateError' ? text.failed(error.message) : storageTrouble(error),
    };
  }
}

/** Why a lesson may not be begun in the student's exam now; null where it may. */
async function refuse(
  session: Session,
  { pack, lesson, mode, ticket: nonce }: Choice,
  exam: Ticket | undefined,
  student: Student,
): Promise<string | null> {
  const isIn = exam?.lessons.some((one) => one.pack === pack && one.lesson === lesson);
  if (exam?.nonce !== nonce || !exam || !isIn || mode !== 'exam') return text.otherTicket;
  if (student.account === '') return text.noAccount;
  const now = session.shell.now().wall;
  if (now < exam.opens) return text.notYet(exam.title);
  if (now >= exam.closes) return text.over(exam.title);
  return (await handedIn(session.db, exam.nonce, pack, lesson)).length > 0 ? text.handedIn : null;
}

interface Beginning {
  mode: Mode;
  student: Student;
  seed: number;
  origin: string;
  exam: Ticket | undefined;
}

async function begin(
  session: Session,
  courses: Courses,
  { pack, lesson }: { pack: Pack; lesson: Lesson },
  { mode, student, seed, origin, exam }: Beginning,
): Promise<string> {
  const { db, shell } = session;
  const at = shell.now();
  const known = await masteryOf(db, pack.id);
  const prior = Object.fromEntries(pack.components.map(({ id, bkt }) => [id, known[id] ?? (bkt ?? pack.bkt).p0]));
  const material = courses.material(pack, lesson, seed, exam?.rubric);
  const id = shell.uuid();
  const event = chain(null, {
    id: shell.uuid(),
    attempt: id,
    wall: at.wall,
    run: at.run,
    mono: at.mono,
    tab: 0,
    kind: 'attempted',
    data: {
      mode,
      student,
      material,
      prior,
      ...(mode === 'exam' ? { limit: exam ? limitAt(exam, at.wall) : lesson.exam.minutes * 60_000 } : {}),
      ...(exam ? { ticket: markAt(exam, at.wall) } : {}),
      app: shell.version,
    },
  });
  // Made now, so that a result can be exported even when the disk is full by then.
  await signingKey(db);
  // What still lies in the outbox happened before this attempt.
  await shell.forget((await shell.outbox()).map(({ key }) => key));
  const row = {
    id,
    pack: pack.id,
    lesson: lesson.id,
    title: lesson.title,
    mode,
    student,
    startedAt: at.wall,
    endedAt: 0,
    origin,
    ...(exam ? { ticket: exam.nonce } : {}),
  };
  await create(db, row, event);
  session.reopen();
  const journal = await session.journal();
  // Not the shop's tabs: what they show is not the lesson's world yet. There they say hello and are shown it.
  if (journal) session.showPanels(journal);
  return id;
}
