import * as v from 'valibot';
import { askHint } from '../../core/assess/hints.ts';
import type { Offer } from '../../core/ports.ts';
import type { Courses } from './courses.ts';
import type { Journal } from './journal.ts';
import { ContentMessage } from './messages.ts';
import { mayBegin } from './relevance.ts';
import { inWorldOf, isElsewhere, type Session } from './session.ts';
import type { ContentLink, SeenWorld } from './shell.ts';
import { type Choice, start } from './start.ts';
import { storageTrouble, text } from './text.ts';

/** Answers one message of a content script. Never throws: what goes wrong is said to the student. */
export async function fromContent(
  session: Session,
  courses: Courses,
  link: ContentLink,
  message: unknown,
): Promise<void> {
  const parsed = v.safeParse(ContentMessage, message);
  if (!parsed.success) {
    link.post({ type: 'error', text: text.badRequest });
    return;
  }
  try {
    await answer(session, courses, link, parsed.output);
  } catch (error) {
    link.post({ type: 'error', text: storageTrouble(error) });
  }
}

async function answer(
  session: Session,
  courses: Courses,
  link: ContentLink,
  message: v.InferOutput<typeof ContentMessage>,
): Promise<void> {
  switch (message.type) {
    case 'wake':
      await session.journal();
      return;
    case 'hello':
      return hello(session, courses, link, message);
    case 'events':
      return events(session, link, message.entries);
    case 'start': {
      const reply = await start(session, courses, message, { link, replace: message.replace });
      if (!reply.ok) link.post({ type: 'error', text: reply.confirm ? text.finishFirst : reply.text });
      return;
    }
    case 'hint':
      return hint(session);
    case 'demo':
      return demo(session, link);
    case 'finish':
      return finish(session, 'submitted');
    case 'panel':
      return session.shell.openPanel(link.tab);
    case 'report': {
      const journal = await session.journal();
      if (journal) await session.shell.openTab(reportPath(journal.row.id));
      return;
    }
  }
}

/** Path of an attempt's report in the extension. */
export function reportPath(attempt: string): string {
  return `/report.html?attempt=${attempt}`;
}

/** Opens the next hint when it may be opened; shows how long to wait when not. */
export async function hint(session: Session): Promise<void> {
  const journal = await session.running();
  if (!journal) return;
  const asked = askHint(journal.attempt, session.shell.now());
  if (asked && 'body' in asked) await session.record([session.own(asked.body)]);
  else session.show(journal);
}

/** A page on which nothing of ours may be put (closed meanwhile, permission taken back) is told. */
async function demo(session: Session, link: ContentLink): Promise<void> {
  try {
    await session.shell.loadDemo(link.tab);
  } catch {
    link.post({ type: 'error', text: text.noDemo });
  }
}

export async function finish(session: Session, reason: 'submitted' | 'abandoned'): Promise<void> {
  await session.record([session.own({ kind: 'ended', data: { reason } })]);
}

async function events(session: Session, link: ContentLink, entries: readonly unknown[]): Promise<void> {
  // Nothing may be awaited before `accept` but what is the same for every message, or a later one overtakes.
  seeWorld(session, link, worldOfRecords(entries));
  // Older entries are still waiting for the disk: they go first.
  if (session.trouble !== null && !(await session.recover())) return;
  link.post({ type: 'ack', ids: await session.accept(entries, link) });
}

async function hello(
  session: Session,
  courses: Courses,
  link: ContentLink,
  { url, world: worldId, coach: wish }: { url: string; world?: string | undefined; coach?: Choice | undefined },
): Promise<void> {
  if (worldId !== undefined) link.worldId = worldId;
  const world = worldOfAddress(url) ?? link.world ?? (await session.shell.seenWorld(link.tab));
  seeWorld(session, link, world);
  const journal = await session.journal();
  const running = journal && !journal.attempt.ended ? journal : null;
  const mine = journal?.row.origin === link.origin ? journal : null;
  link.post({ type: 'view', view: mine ? inWorldOf(link, mine.attempt, session.view(mine.attempt)) : null });
  const wanted = wish && (!running || isAnother(running, link, wish, url)) ? offer(courses, wish) : null;
  const title = running?.attempt.lesson.title;
  link.post({ type: 'offer', offer: wanted && title !== undefined ? { ...wanted, running: title } : wanted });
  if (wish && !courses.find(wish.pack, wish.lesson))
    link.post({ type: 'error', text: text.noLesson(wish.pack, wish.lesson) });
  // A page whose shop is open in another world was kept from the lesson's (reloaded just then, say): nothing would count.
  if (running && running === mine && worldId !== undefined && isStray(running, worldId)) {
    const { lesson, seed } = running.attempt.material;
    session.send(link, running.row.id, courses.start(lesson, seed));
  }
  // Records made while nobody listened, or before the coach was there.
  if (running && running === mine) link.post({ type: 'replay', from: mine.attempt.lastRecord + 1 });
}

/** Whether a world is none that the attempt could begin in, and it has not begun yet. */
function isStray({ row, attempt }: Journal, worldId: string): boolean {
  return attempt.world === null && !mayBegin(attempt.material, row.startedAt, worldId);
}

/** Whether a link asks for more than to go on with what runs: another lesson or mode, or the lesson in a new world. */
function isAnother({ row, attempt }: Journal, link: ContentLink, { pack, lesson, mode }: Choice, url: string): boolean {
  const isSame = row.pack === pack && row.lesson === lesson && row.mode === mode && row.origin === link.origin;
  const startsWorld = attempt.world !== null && worldOfAddress(url) !== undefined;
  return !isSame || startsWorld || isElsewhere(link, attempt);
}

function offer(courses: Courses, { pack, lesson: id, mode }: Choice): Offer | null {
  const lesson = courses.find(pack, id)?.lesson;
  if (!lesson?.modes.includes(mode)) return null;
  return { pack, lesson: id, title: lesson.title, goal: lesson.goal, minutes: lesson.minutes, mode };
}

function seeWorld(session: Session, link: ContentLink, world: SeenWorld | undefined): void {
  if (!world || (link.world?.scenario === world.scenario && link.world.seed === world.seed)) return;
  link.world = world;
  session.showShops();
  void session.shell.sawWorld(link.tab, world);
}

/** The world that the shop's address starts, if it is one. */
function worldOfAddress(url: string): SeenWorld | undefined {
  const query = URL.parse(url)?.searchParams;
  const scenario = query?.get('scenario');
  const seed = query?.get('seed');
  return scenario && seed && /^\d{1,10}$/.test(seed) ? { scenario, seed: Number(seed) } : undefined;
}

function worldOfRecords(entries: readonly unknown[]): SeenWorld | undefined {
  const last = entries.findLast((entry) => (entry as { body?: { kind?: unknown } } | null)?.body?.kind === 'record');
  const world = (last as { body?: { data?: { world?: unknown } } } | undefined)?.body?.data?.world;
  const parts = typeof world === 'string' ? /^([a-z0-9-]{1,64}):(\d{1,10}):\d{1,16}$/.exec(world) : null;
  return parts?.[1] ? { scenario: parts[1], seed: Number(parts[2]) } : undefined;
}
