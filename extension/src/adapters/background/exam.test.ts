import 'fake-indexeddb/auto';
import type { Ticket } from 'fixtures';
import { beforeEach, expect, test } from 'vitest';
import { seedFor } from '../../core/exam/ticket.ts';
import { allAttempts } from '../store/attempts.ts';
import { CoachDb } from '../store/db.ts';
import { eventsOf } from '../store/log.ts';
import { courses, pack } from '../testing/course.ts';
import { FakeShell } from '../testing/shell.ts';
import { fromPanel } from './from-panel.ts';
import { Session } from './session.ts';
import { text } from './text.ts';

const HOUR = 3_600_000;
let shell: FakeShell;
let db: CoachDb;
let session: Session;
let ticket: Ticket;
const ask = (message: unknown) => fromPanel(session, courses, message);
const begin = (nonce = ticket.nonce) =>
  ask({ type: 'panel:start', pack: 'testing', lesson: 'two-clicks', mode: 'exam', ticket: nonce });

beforeEach(async () => {
  shell = new FakeShell();
  db = new CoachDb(`exam-${crypto.randomUUID()}`);
  session = new Session(db, shell);
  const [rubric] = pack.rubrics as [Ticket['rubric']];
  ticket = {
    format: 'seller-coach-ticket',
    version: 1,
    nonce: 'ab'.repeat(16),
    title: '期中考核',
    lessons: [{ pack: 'testing', lesson: 'two-clicks', title: '点两下' }],
    rubric: { ...rubric, collateral: 9 },
    opens: shell.wall - 60_000,
    closes: shell.wall + HOUR,
    minutes: 90,
    seed: null,
  };
  await ask({ type: 'panel:student', student: { account: '20260101', name: '林小满' } });
  await ask({ type: 'panel:ticket', text: JSON.stringify(ticket) });
});

test('a lesson begun with a ticket carries it: world, rubric, what is left of the time, how late', async () => {
  expect(await begin()).toEqual({ ok: true, value: null });
  const [row] = await allAttempts(db);
  const [first] = await eventsOf(db, row?.id ?? '');
  expect(first?.kind === 'attempted' && first.data).toMatchObject({
    mode: 'exam',
    limit: HOUR,
    ticket: { nonce: ticket.nonce, late: 60_000 },
    material: { seed: seedFor(ticket, '20260101'), rubric: { collateral: 9 } },
  });
});

test('once handed in it cannot be begun again; given up by mistake it can', async () => {
  await begin();
  await ask({ type: 'panel:finish', reason: 'abandoned' });
  expect(await begin()).toMatchObject({ ok: true });
  await ask({ type: 'panel:finish', reason: 'submitted' });
  expect(await begin()).toEqual({ ok: false, text: text.handedIn });
});

test.each([
  ['before it opens', () => (shell.wall -= HOUR), () => text.notYet(ticket.title)],
  ['after it closed', () => (shell.wall += HOUR), () => text.over(ticket.title)],
])('%s nothing begins', async (_, change, said) => {
  change();
  expect(await begin()).toEqual({ ok: false, text: said() });
  expect(await allAttempts(db)).toEqual([]);
});

test('another ticket, a nameless student and a lesson that is not in the course are refused', async () => {
  expect(await begin('cd'.repeat(16))).toEqual({ ok: false, text: text.otherTicket });
  await ask({ type: 'panel:student', student: { account: '', name: '林小满' } });
  expect(await begin()).toEqual({ ok: false, text: text.noAccount });
  const strange = { ...ticket, lessons: [{ pack: 'testing', lesson: 'three-clicks', title: '点三下' }] };
  expect(await ask({ type: 'panel:ticket', text: JSON.stringify(strange) })).toEqual({
    ok: false,
    text: text.noTicketLesson('点三下'),
  });
});
