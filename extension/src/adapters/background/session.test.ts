import 'fake-indexeddb/auto';
import type { OutboxEntry, ShopRecord } from 'fixtures';
import { beforeEach, expect, test } from 'vitest';
import { verifyChain } from '../../core/log/chain.ts';
import { allAttempts } from '../store/attempts.ts';
import { CoachDb } from '../store/db.ts';
import { eventsOf } from '../store/log.ts';
import { courses, lesson, selection } from '../testing/course.ts';
import { FakeLink, FakePanel, FakeShell } from '../testing/shell.ts';
import { fromContent } from './from-content.ts';
import { fromPanel } from './from-panel.ts';
import { Session } from './session.ts';
import { text } from './text.ts';

const CHOICE = { pack: 'testing', lesson: 'two-clicks', mode: 'practice' } as const;
let shell: FakeShell;
let db: CoachDb;
let session: Session;
let tab: FakeLink;
/** While true every write of events finds the disk full. */
let isFull: boolean;

beforeEach(async () => {
  shell = new FakeShell();
  db = new CoachDb(`session-${crypto.randomUUID()}`);
  isFull = false;
  db.events.hook('creating', () => {
    if (isFull) throw new DOMException('no space left', 'QuotaExceededError');
  });
  session = new Session(db, shell);
  tab = open(1);
});

function open(number: number, origin?: string): FakeLink {
  const link = new FakeLink(number, origin);
  session.links.add(link);
  return link;
}

const say = (message: unknown, link = tab) => fromContent(session, courses, link, message);
const ask = (message: unknown) => fromPanel(session, courses, message);
const send = (entries: unknown[], link = tab) => say({ type: 'events', entries }, link);
const hello = (url = 'http://127.0.0.1:5188/?scenario=flag-remarks&seed=42&day=1440') => say({ type: 'hello', url });

async function started(mode: 'demo' | 'guided' | 'practice' | 'exam' = 'practice'): Promise<string> {
  await hello();
  await say({ type: 'start', ...CHOICE, mode });
  const [row] = await allAttempts(db);
  await send([record(1, 'world.started', { scenario: 'flag-remarks', seed: 42 })]);
  return row?.id ?? '';
}

function click(testid: string, id: string = crypto.randomUUID()): OutboxEntry {
  return { id, wall: shell.wall, body: { kind: 'action', data: { action: 'click', selection: selection(testid) } } };
}

function record(seq: number, type: string, data: Record<string, unknown> = {}, begun = shell.wall): OutboxEntry {
  const world = `flag-remarks:42:${begun}`;
  const shopRecord: ShopRecord = {
    seq,
    world,
    at: '2026-11-22T10:00:00+08:00',
    wall: shell.wall,
    actor: seq === 1 ? 'platform' : 'seller',
    type,
    subject: '1',
    data,
  };
  return { id: `${world}#${seq}`, wall: shell.wall, body: { kind: 'record', data: shopRecord } };
}

const kinds = async (attempt: string) => (await eventsOf(db, attempt)).map(({ kind }) => kind);

test('a start freezes the material with the seed of the open shop and sends the shop to its world', async () => {
  await hello();
  await say({ type: 'start', ...CHOICE });
  const [row] = await allAttempts(db);
  const [first] = await eventsOf(db, row?.id ?? '');
  expect(first?.kind === 'attempted' && first.data).toMatchObject({
    mode: 'practice',
    prior: { clicking: 0.25 },
    material: { seed: 42, lesson: { id: 'two-clicks' } },
  });
  expect(tab.all('navigate')).toEqual([{ type: 'navigate', path: '/?scenario=flag-remarks&seed=42&day=1440' }]);
  // The page it leaves is not the lesson's: what is done there meanwhile would be judged in the wrong world.
  expect(tab.view).toBeNull();
  await hello();
  expect(tab.view).toMatchObject({ mode: 'practice', title: lesson.title });
});

test('without an open shop the panel opens one, with a new seed', async () => {
  session.links.clear();
  expect(await ask({ type: 'panel:start', ...CHOICE })).toEqual({ ok: true, value: null });
  expect(shell.opened).toEqual(['http://127.0.0.1:5188/?scenario=flag-remarks&seed=7&day=1440']);
});

test('what is acknowledged is stored, judged for every tab, and chained', async () => {
  const id = await started();
  const second = open(2);
  const entry = click('flag');
  await send([entry]);
  expect(tab.acked).toContain(entry.id);
  expect(second.view?.verdict).toMatchObject({ kind: 'correct', event: entry.id });
  const events = await eventsOf(db, id);
  expect(events.map(({ kind }) => kind)).toEqual(['attempted', 'record', 'action']);
  expect(verifyChain(events)).toEqual([]);
});

test('the verdict does not wait for the disk, the acknowledgement does', async () => {
  await started();
  const entry = click('flag');
  const sending = send([entry]);
  while (!tab.view?.verdict) await Promise.resolve();
  expect(tab.acked).not.toContain(entry.id);
  await sending;
  expect(tab.acked).toContain(entry.id);
});

test('the same entry twice is acknowledged twice and stored once', async () => {
  const id = await started();
  const entry = click('flag');
  await send([entry]);
  await Promise.all([send([entry]), send([entry], open(2))]);
  expect(tab.acked.filter((acked) => acked === entry.id)).toHaveLength(2);
  expect(await kinds(id)).toEqual(['attempted', 'record', 'action']);
});

test('four tabs at once leave a log without gaps in which every id stands once', async () => {
  const id = await started();
  const tabs = [tab, open(2), open(3), open(4)];
  const sent = tabs.flatMap((link) => Array.from({ length: 50 }, () => ({ link, entry: click('elsewhere') })));
  await Promise.all(sent.map(({ link, entry }) => send([entry], link)));
  const events = await eventsOf(db, id);
  expect(events).toHaveLength(202);
  expect(new Set(events.map((event) => event.id)).size).toBe(202);
  expect(verifyChain(events)).toEqual([]);
  for (const link of tabs) expect(link.acked.length).toBeGreaterThanOrEqual(50);
});

test('a second worker that appended in between only makes the first link anew', async () => {
  const id = await started();
  const other = new Session(db, shell);
  const link = new FakeLink(9);
  other.links.add(link);
  await fromContent(other, courses, link, { type: 'events', entries: [click('flag')] });
  const late = click('memo-save');
  await send([late]);
  expect(tab.acked).toContain(late.id);
  const events = await eventsOf(db, id);
  expect(events.at(-1)?.id).toBe(late.id);
  expect(verifyChain(events)).toEqual([]);
});

test('a full disk is said at once, nothing is acknowledged, and later it is stored in order', async () => {
  const id = await started();
  isFull = true;
  const lost = [click('flag'), click('memo-save')];
  for (const entry of lost) {
    shell.stored.set(`outbox:${entry.id}`, entry);
    await send([entry]);
    shell.pass(10);
  }
  expect(tab.acked).not.toContain(lost[0]?.id);
  expect(tab.all('error').at(-1)?.text).toBe(text.diskFull);
  expect(tab.view?.notice).toBe(text.diskFull);
  expect(await kinds(id)).toEqual(['attempted', 'record']);
  isFull = false;
  await session.tick();
  expect((await eventsOf(db, id)).slice(2).map((event) => event.id)).toEqual(lost.map((entry) => entry.id));
  expect(tab.acked).toEqual(expect.arrayContaining(lost.map((entry) => entry.id)));
  expect(tab.view?.notice).toBeUndefined();
  expect(shell.stored.size).toBe(0);
});

test('what happens after the disk was freed is stored after what waited', async () => {
  const id = await started();
  const [early, late] = [click('flag'), click('memo-save')];
  isFull = true;
  shell.stored.set(`outbox:${early.id}`, early);
  await send([early]);
  isFull = false;
  await send([late]);
  expect((await eventsOf(db, id)).slice(2).map((event) => event.id)).toEqual([early.id, late.id]);
});

test('a running exam is not exported, for its log holds the answers, unless the disk is full', async () => {
  const id = await started('exam');
  expect(await ask({ type: 'panel:export', attempt: id })).toEqual({ ok: false, text: text.unfinished });
  isFull = true;
  await send([click('flag')]);
  expect(await ask({ type: 'panel:export', attempt: id })).toMatchObject({ ok: true });
});

test('another worker goes on where the first was stopped', async () => {
  const id = await started();
  await send([click('flag')]);
  const before = tab.view;
  const unsent = click('memo-save');
  shell.stored.set(`outbox:${unsent.id}`, unsent);
  shell.run = 'run-2';
  shell.mono = 0;

  session = new Session(db, shell);
  tab = open(1);
  await session.recover();
  await hello();
  expect(tab.view?.attempt).toBe(before?.attempt);
  expect((await eventsOf(db, id)).at(-1)?.id).toBe(unsent.id);
  expect(shell.stored.size).toBe(0);
});

test('without an attempt entries are acknowledged and dropped', async () => {
  const entry = click('flag');
  await send([entry]);
  expect(tab.acked).toEqual([entry.id]);
  expect(await db.events.count()).toBe(0);
});

test('what another site reports is not in the log, and it sees nothing of the attempt', async () => {
  const id = await started();
  const stranger = open(5, 'http://localhost:9999');
  await send([click('flag')], stranger);
  await say({ type: 'hello', url: 'http://localhost:9999/' }, stranger);
  expect(await kinds(id)).toEqual(['attempted', 'record']);
  expect(stranger.view).toBeNull();
});

test('records of another world are left out with one notice', async () => {
  const id = await started();
  for (const seq of [1, 2, 3]) await send([record(seq, 'trade.memo.updated', {}, 5)]);
  expect(await kinds(id)).toEqual(['attempted', 'record', 'notice']);
  expect(tab.view?.notice).toBe(text.otherWorld);
});

test('a world begun before the attempt does not become its world', async () => {
  await hello();
  await say({ type: 'start', ...CHOICE });
  await send([record(1, 'world.started', { scenario: 'flag-remarks', seed: 42 }, shell.wall - 1)]);
  expect((await session.running())?.attempt.world).toBeNull();
});

test('a tab that was kept from the lesson’s world is sent there again, once, and no other beside it', async () => {
  await hello();
  await say({ type: 'start', ...CHOICE });
  const ready = (link: FakeLink, begun: number) =>
    say({ type: 'hello', url: 'http://127.0.0.1:5188/sold', world: `flag-remarks:42:${begun}` }, link);
  const before = shell.wall - 1;
  const other = open(2);
  await ready(other, before);
  expect(other.all('navigate')).toEqual([]);
  // The page that was told to go may open its shop while it is on its way.
  await ready(tab, before);
  expect(tab.all('navigate')).toHaveLength(1);
  const reloaded = open(1);
  await ready(reloaded, before);
  expect(reloaded.all('navigate')).toEqual(tab.all('navigate'));
  await ready(reloaded, before);
  expect(reloaded.all('navigate')).toHaveLength(1);

  // There at last: not sent once more, though the beginnings of both worlds are told late.
  const there = open(1);
  await ready(there, shell.wall);
  await send([record(1, 'world.started', { scenario: 'flag-remarks', seed: 42 }, before)], there);
  expect(there.all('navigate')).toEqual([]);
  await send([record(1, 'world.started', { scenario: 'flag-remarks', seed: 42 })], there);
  session = new Session(db, shell);
  const later = open(3);
  await ready(later, before);
  expect(later.all('navigate')).toEqual([]);
});

test('two records of one number that say different things are both kept, and the student is told', async () => {
  const id = await started();
  const begun = shell.wall;
  const memo = (text: string) => record(2, 'trade.memo.updated', { before: null, after: text }, begun);
  await send([memo('伪造'), memo('真的'), memo('真的'), memo('伪造')]);
  const records = (await eventsOf(db, id)).filter((event) => event.kind === 'record');
  expect(records.map(({ data }) => data.data.after)).toEqual([undefined, '伪造', '真的']);
  expect(tab.view?.notice).toContain('前后不一致');
  expect(verifyChain(await eventsOf(db, id))).toEqual([]);
});

test('a gap in the records is asked for', async () => {
  await started();
  await send([record(3, 'trade.memo.updated')]);
  expect(tab.all('replay').at(-1)).toEqual({ type: 'replay', from: 2 });
});

test.each<[string, () => unknown]>([
  ['what is no entry', () => 'nonsense'],
  [
    'a kind that the page may not write',
    () => ({ id: crypto.randomUUID(), wall: 1, body: { kind: 'ended', data: { reason: 'completed' } } }),
  ],
  ['an action under the id of a record', () => click('flag', 'flag-remarks:42:1#2')],
  ['a record under the number of another', () => ({ ...record(2, 'trade.memo.updated'), id: 'flag-remarks:42:1#9' })],
])('%s never reaches the log', async (_name, entry) => {
  const id = await started();
  await send([entry()]);
  expect((await kinds(id)).filter((kind) => kind !== 'notice')).toEqual(['attempted', 'record']);
});

test('a lesson done to its end is graded and its mastery is the next one’s start', async () => {
  const id = await started();
  await send([click('flag')]);
  await send([click('memo-save'), record(2, 'trade.memo.updated', { before: {}, after: {} })]);
  const row = await db.attempts.get(id);
  expect(row?.outcome).toMatchObject({ reason: 'completed', score: 100, max: 100 });
  expect(row?.endedAt).toBeGreaterThan(0);
  expect(tab.view?.ended).toMatchObject({ reason: 'completed', score: 100 });

  await say({ type: 'start', ...CHOICE });
  const [next] = await eventsOf(db, (await allAttempts(db)).find((one) => one.id !== id)?.id ?? '');
  expect(next?.kind === 'attempted' && next.data.prior).toEqual(row?.outcome?.mastery);
});

test('an attempt that ended while the worker was stopped is graded by the next', async () => {
  const id = await started();
  await ask({ type: 'panel:finish', reason: 'submitted' });
  const outcome = (await db.attempts.get(id))?.outcome;
  await db.attempts.where({ id }).modify((row) => {
    row.endedAt = 0;
    delete row.outcome;
  });
  expect((await db.attempts.get(id))?.outcome).toBeUndefined();
  await new Session(db, shell).journal();
  expect((await db.attempts.get(id))?.outcome).toEqual(outcome);
});

test('a new start asks before it gives up the running attempt', async () => {
  const id = await started();
  expect(await ask({ type: 'panel:start', ...CHOICE })).toEqual({
    ok: false,
    text: text.running(lesson.title),
    confirm: true,
  });
  expect(await ask({ type: 'panel:start', ...CHOICE, replace: true })).toMatchObject({ ok: true });
  expect((await db.attempts.get(id))?.outcome?.reason).toBe('abandoned');
  expect((await eventsOf(db, id)).at(-1)).toMatchObject({ kind: 'ended', data: { reason: 'abandoned' } });
  expect((await session.running())?.row.id).not.toBe(id);
});

test('an exam ends by the clock, and shows no score to the page', async () => {
  const id = await started('exam');
  expect(shell.ticks.at(-1)).toBe(600_000);
  shell.pass(599_999);
  await session.tick();
  expect((await session.running())?.row.id).toBe(id);
  shell.pass(1);
  await session.tick();
  expect(await session.running()).toBeNull();
  expect(tab.view?.ended).toMatchObject({ reason: 'timeout' });
  expect(tab.view?.ended).not.toHaveProperty('score');
});

test('a hint is logged once and the next waits until it was read', async () => {
  const id = await started();
  await say({ type: 'hint' });
  await say({ type: 'hint' });
  expect((await kinds(id)).filter((kind) => kind === 'hint')).toHaveLength(1);
  shell.pass(60_000);
  await say({ type: 'hint' });
  expect((await kinds(id)).filter((kind) => kind === 'hint')).toHaveLength(2);
});

test('a deep link is offered; an unknown one is explained', async () => {
  await say({ type: 'hello', url: 'http://127.0.0.1:5188/', coach: CHOICE });
  expect(tab.all('offer').at(-1)?.offer).toMatchObject({ title: lesson.title, mode: 'practice' });
  await say({ type: 'hello', url: 'http://127.0.0.1:5188/', coach: { ...CHOICE, lesson: 'nowhere' } });
  expect(tab.all('offer').at(-1)?.offer).toBeNull();
  expect(tab.all('error').at(-1)?.text).toBe(text.noLesson('testing', 'nowhere'));
});

const offered = () => tab.all('offer').at(-1)?.offer;
/** The id of a world of the lesson, by when it was begun. */
const worldOf = (startedAt: number) => `flag-remarks:42:${startedAt}`;

test('while an attempt runs the link to another is offered with what it gives up', async () => {
  const first = await started();
  await say({ type: 'hello', url: 'http://127.0.0.1:5188/sold', coach: CHOICE });
  expect(offered()).toBeNull();
  const exam = { ...CHOICE, mode: 'exam' as const };
  await say({ type: 'hello', url: 'http://127.0.0.1:5188/sold', coach: exam });
  expect(offered()).toMatchObject({ mode: 'exam', running: lesson.title });
  await say({ type: 'start', ...exam });
  expect(tab.all('error').at(-1)?.text).toBe(text.finishFirst);
  await say({ type: 'start', ...exam, replace: true });
  expect((await kinds(first)).at(-1)).toBe('ended');
  expect(tab.view?.ended).toMatchObject({ reason: 'abandoned' });
  await hello();
  expect(tab.view).toMatchObject({ mode: 'exam' });
});

test('the same link opened anew replaces the world, so the lesson is offered anew', async () => {
  await started();
  await say({ type: 'hello', url: 'http://127.0.0.1:5188/?scenario=flag-remarks&seed=42&day=1440', coach: CHOICE });
  expect(offered()).toMatchObject({ mode: 'practice', running: lesson.title });
});

test('a shop that went on in another world says so until it is back, whatever happens meanwhile', async () => {
  await started();
  const hello = (world: string) => say({ type: 'hello', url: 'http://127.0.0.1:5188/sold', world });
  await hello(worldOf(shell.wall + 9));
  expect(tab.view?.notice).toBe(text.otherWorld);
  await send([click('flag')]);
  expect(tab.view?.notice).toBe(text.otherWorld);
  await say({ type: 'hello', url: 'http://127.0.0.1:5188/sold', world: worldOf(shell.wall + 9), coach: CHOICE });
  expect(offered()).toMatchObject({ running: lesson.title });
  await hello(worldOf(shell.wall));
  expect(tab.view?.notice).toBeUndefined();
  await say({ type: 'finish' });
  await hello(worldOf(shell.wall + 9));
  expect(tab.view?.notice).toBeUndefined();
});

test('the panel learns which shops are open', async () => {
  const panel = new FakePanel();
  session.panels.add(panel);
  await hello();
  expect(panel.heard).toContainEqual({ type: 'shops', shops: [{ tab: 1, origin: 'http://127.0.0.1:5188' }] });
});

test('the student’s name goes into the next attempt and its file', async () => {
  await ask({ type: 'panel:student', student: { account: '2026/01', name: '小刘' } });
  const id = await started();
  await say({ type: 'finish' });
  const reply = await ask({ type: 'panel:export', attempt: id });
  const { name, text: json } = (reply.ok ? reply.value : {}) as { name: string; text: string };
  expect(name).toMatch(/^2026-01-two-clicks-[0-9A-Z]{4}-[0-9A-Z]{4}\.coach\.json$/);
  expect(JSON.parse(json)).toMatchObject({ student: { account: '2026/01', name: '小刘' }, attempt: id });
});

test('nonsense is answered, not thrown', async () => {
  await say({ type: 'events', entries: 'many' });
  expect(tab.all('error').at(-1)?.text).toBe(text.badRequest);
  expect(await ask(null)).toEqual({ ok: false, text: text.badRequest });
});

test('a demo asks for its player on its own tab; where it cannot be put, that is said', async () => {
  await started('demo');
  expect(tab.view).toMatchObject({ mode: 'demo', lesson: { pack: 'testing', lesson: 'two-clicks' } });
  await say({ type: 'demo' });
  expect(shell.opened).toContain('demo 1');
  expect(tab.all('error')).toEqual([]);
  shell.loadDemo = () => Promise.reject(new Error('Cannot access contents of the page'));
  await say({ type: 'demo' });
  expect(tab.all('error')).toEqual([{ type: 'error', text: text.noDemo }]);
});

test('after a demo the same lesson begins guided in the same world, and the demo has changed nothing', async () => {
  const id = await started('demo');
  await send([
    {
      ...click('flag'),
      body: { kind: 'action', data: { action: 'click', selection: selection('flag'), played: true } },
    },
  ]);
  await say({ type: 'finish' });
  expect(tab.view?.ended).toMatchObject({ reason: 'submitted' });
  const demo = (await allAttempts(db)).find((row) => row.id === id);
  expect(demo?.outcome).toMatchObject({ score: 0, max: 0, mastery: { clicking: 0.25 } });
  await say({ type: 'start', ...CHOICE, mode: 'guided' });
  const guided = (await allAttempts(db)).find(({ mode }) => mode === 'guided');
  const [first] = await eventsOf(db, guided?.id ?? '');
  expect(first?.kind === 'attempted' && first.data).toMatchObject({
    prior: { clicking: 0.25 },
    material: { seed: 42 },
  });
});
