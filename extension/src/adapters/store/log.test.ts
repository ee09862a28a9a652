import 'fake-indexeddb/auto';
import type { AttemptEvent } from 'fixtures';
import { beforeEach, expect, test } from 'vitest';
import { type Draft, link, verifyChain } from '../../core/log/chain.ts';
import { courses, lesson, pack, selection } from '../testing/course.ts';
import { type AttemptRow, CoachDb } from './db.ts';
import { append, create, eventsOf, HeadMovedError } from './log.ts';

const ATTEMPT = '00000000-0000-4000-8000-000000000001';
const student = { account: '20260001', name: '小刘' };
const common = { attempt: ATTEMPT, wall: 1, run: 'r', mono: 0, tab: 0 };

const first = link(null, {
  ...common,
  id: 'attempted-1',
  kind: 'attempted',
  data: { mode: 'practice', student, material: courses.material(pack, lesson, 1), prior: {}, app: '0' },
});
const row: Omit<AttemptRow, 'seq' | 'head'> = {
  id: ATTEMPT,
  pack: pack.id,
  lesson: lesson.id,
  title: lesson.title,
  mode: 'practice',
  student,
  startedAt: 1,
  endedAt: 0,
  origin: 'http://127.0.0.1:5188',
};
const action = (id: string): Draft => ({
  ...common,
  id,
  kind: 'action',
  data: { action: 'click', selection: selection('flag') },
});
const chain = (tail: AttemptEvent, ids: string[]): AttemptEvent[] => {
  const events: AttemptEvent[] = [];
  for (const id of ids) events.push(link(events.at(-1) ?? tail, action(id)));
  return events;
};

let db: CoachDb;
beforeEach(async () => {
  db = new CoachDb(`log-${crypto.randomUUID()}`);
  await create(db, row, first);
});

test('stores a chain and moves the head with it', async () => {
  const events = chain(first, ['action-01', 'action-02', 'action-03']);
  await append(db, events);
  expect(await eventsOf(db, ATTEMPT)).toEqual([first, ...events]);
  expect(verifyChain(await eventsOf(db, ATTEMPT))).toEqual([]);
  expect(await db.attempts.get(ATTEMPT)).toMatchObject({ seq: 4, head: events[2]?.hash });
});

test('storing the same events again changes nothing', async () => {
  const events = chain(first, ['action-01', 'action-02']);
  await append(db, events);
  await append(db, events);
  expect(await eventsOf(db, ATTEMPT)).toHaveLength(3);
});

test('refuses events linked to a head that has moved, whole', async () => {
  await append(db, chain(first, ['action-01']));
  await expect(append(db, chain(first, ['action-02', 'action-03']))).rejects.toThrow(HeadMovedError);
  expect((await eventsOf(db, ATTEMPT)).map(({ id }) => id)).toEqual(['attempted-1', 'action-01']);
});

test('of two appends at once to the same head only one is stored', async () => {
  const outcomes = await Promise.allSettled([
    append(db, chain(first, ['action-01'])),
    append(db, chain(first, ['action-02'])),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await eventsOf(db, ATTEMPT)).toHaveLength(2);
});

test('an id can stand in the log once only', async () => {
  const again = link(first, { ...action('attempted-1') });
  await expect(append(db, [again])).rejects.toThrow();
  expect(await eventsOf(db, ATTEMPT)).toHaveLength(1);
  expect(await db.attempts.get(ATTEMPT)).toMatchObject({ seq: 1, head: first.hash });
});

test('a failing write leaves head and log as they were', async () => {
  db.events.hook('creating', (_key, event) => {
    if (event.id === 'action-02') throw new DOMException('no space left', 'QuotaExceededError');
  });
  await expect(append(db, chain(first, ['action-01', 'action-02']))).rejects.toThrow();
  expect(await eventsOf(db, ATTEMPT)).toHaveLength(1);
  expect(await db.attempts.get(ATTEMPT)).toMatchObject({ seq: 1 });
});

test('every write waits for the disk', () => {
  expect(Object(db)._options.chromeTransactionDurability).toBe('strict');
});
