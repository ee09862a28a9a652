import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { loadPack, type Rubric, type Ticket } from 'fixtures';
import { beforeEach, describe, expect, test } from 'vitest';
import { carefulLog, resultFile } from '../../../e2e/result-file.ts';
import { ticketFrom } from '../../core/exam/draft.ts';
import { gradebook } from '../../core/school/gradebook.ts';
import { PRACTICE, type Refused } from '../../core/school/result-row.ts';
import { deleteClass, pupilsOf, replaceRosters } from '../store/classes.ts';
import { CoachDb } from '../store/db.ts';
import { detailsOf, resultsOf } from '../store/results.ts';
import { addTicket } from '../store/tickets.ts';
import { handIn } from './hand-in.ts';
import { unfold } from './paper.ts';

const [preset] = loadPack('order-management').pack.rubrics as [Rubric];
const LESSONS = [{ pack: 'order-management', lesson: 'flag-remarks', title: '插旗备注' }];
const OPENS = Date.UTC(2026, 10, 22, 1);
const pupils = [
  { class: '一班', account: '1', name: '林小满', group: '一组', order: 0 },
  { class: '一班', account: '2', name: '王大力', group: '一组', order: 1 },
  { class: '一班', account: '3', name: '赵六', group: '', order: 2 },
];

function made(nonce: string, change: Partial<Ticket> = {}): Ticket {
  const draft = {
    title: '期中',
    lessons: LESSONS,
    rubric: { ...preset, collateral: 11 },
    opens: OPENS,
    closes: OPENS + 9e6,
    minutes: 60,
    seed: null,
  };
  const result = ticketFrom({ ...draft, ...change }, nonce, 0);
  if ('faults' in result) throw new Error(result.faults.join());
  return result.ticket;
}

let db: CoachDb;
const ticket = made('ab'.repeat(16));
const other = made('cd'.repeat(16));

beforeEach(async () => {
  db = new CoachDb(`hand-in-${crypto.randomUUID()}`);
  await replaceRosters(db, pupils, 0);
  for (const one of [ticket, other]) await addTicket(db, '一班', one, 0);
});

/** A result file of an exam, or of practice, begun an hour after the exam opened. */
const paper = (account: string, name: string, exam: Ticket | null, isOpen = false) =>
  resultFile(carefulLog(exam, { account, name }, OPENS + 3_600_000, isOpen));

async function collect(files: readonly File[], nonce: string | null = ticket.nonce) {
  let good = 0;
  const refused: Refused[] = [];
  await handIn(db, files, { class: '一班', nonce }, (step) => {
    good += step.good;
    refused.push(...step.refused);
  });
  return { good, codes: Object.fromEntries(refused.map(({ name, faults }) => [name, faults.map(({ code }) => code)])) };
}

describe('handing in', () => {
  test('takes in what belongs there, by the rubric of the exam, and keeps the file', async () => {
    const text = await paper('1', '林小满', ticket);
    expect(await collect([new File([text], '甲.json')])).toEqual({ good: 1, codes: {} });
    const [row] = await resultsOf(db, '一班', ticket.nonce);
    expect(row).toMatchObject({ account: '1', ended: 'submitted', late: 3_600_000 });
    const [detail] = row ? await detailsOf(db, [row]) : [];
    expect(detail?.deductions.find(({ clause }) => clause === 'collateral')?.points).toBe(11);
    expect(await unfold((await db.papers.get(row?.attempt ?? ''))?.gzip ?? new Uint8Array())).toBe(text);
    const book = gradebook(await pupilsOf(db, '一班'), LESSONS, await resultsOf(db, '一班', ticket.nonce));
    expect(book.map(({ total }) => total)).toEqual([row?.score, null, null]);
  });

  test('names what is wrong with each file, and nothing else is affected', async () => {
    const good = await paper('1', '林小满', ticket);
    const file = (name: string, text: string) => new File([text], name);
    const { good: taken, codes } = await collect([
      file('edited.json', good.replace('随手写的', '认真写的')),
      file('truncated.json', good.slice(0, 5000)),
      file('other-ticket.json', await paper('1', '林小满', other)),
      file('no-ticket.json', await paper('1', '林小满', null)),
      file('other-student.json', await paper('9', '外人', ticket)),
      file('other-name.json', await paper('2', '王小力', ticket)),
      file('open.json', await paper('2', '王大力', ticket, true)),
      file('picture.png', '\u0089PNG'),
      file('.DS_Store', 'x'),
      file('good.json', good),
      file('again.json', good),
    ]);
    expect(taken).toBe(1);
    expect(codes['edited.json']).toContain('chain-edited');
    expect(codes).toMatchObject({
      'truncated.json': ['file-not-json'],
      'other-ticket.json': ['ticket-other'],
      'no-ticket.json': ['ticket-other'],
      'other-student.json': ['student-other'],
      'other-name.json': ['student-other'],
      'open.json': ['not-ended'],
      'picture.png': ['file-not-json'],
      'again.json': ['duplicate'],
    });
    expect(codes).not.toHaveProperty('.DS_Store');
    expect(await resultsOf(db, '一班', ticket.nonce)).toHaveLength(1);
  });

  test('an exam that was made easier, or longer, on the way is told', async () => {
    const easier = { ...ticket, rubric: { ...ticket.rubric, collateral: 0 } };
    const { codes } = await collect([new File([await paper('1', '林小满', easier)], 'easier.json')]);
    expect(codes['easier.json']).toEqual(['ticket-edited', 'material-edited']);
  });

  test('practice is collected apart, and the best of it counts', async () => {
    const files = await Promise.all([1, 2].map(async (n) => new File([await paper('1', '林小满', null)], `${n}.json`)));
    const exam = new File([await paper('2', '王大力', ticket)], 'exam.json');
    expect(await collect([...files, exam], null)).toEqual({ good: 2, codes: { 'exam.json': ['ticket-other'] } });
    const [first] = gradebook(pupils, LESSONS, await resultsOf(db, '一班', PRACTICE));
    expect(first?.spare).toHaveLength(1);
  });

  test('a zip is read file by file, with names as Windows packs them; bombs and broken ones are told', async () => {
    const papers = await Promise.all(pupils.map(({ account, name }) => paper(account, name, ticket)));
    const inside = Object.fromEntries(papers.map((text, i) => [`交卷/${i}.coach.json`, strToU8(text)]));
    const whole = zipSync({
      ...inside,
      '__MACOSX/x': strToU8('x'),
      'inner.zip': strToU8('PK'),
      'bomb.json': new Uint8Array(60_000_000),
    });
    const gbk = zipSync({ '\u00d5\u00c5.json': strToU8('{}') });
    const { good, codes } = await collect([
      new File([Uint8Array.from(whole)], '全班.zip'),
      new File([Uint8Array.from(gbk)], 'gbk.zip'),
      new File(['PK no zip'], 'broken.zip'),
    ]);
    expect(good).toBe(3);
    expect(codes).toEqual({
      '全班.zip/inner.zip': ['zip-nested'],
      '全班.zip/bomb.json': ['file-too-large'],
      'gbk.zip/张.json': ['file-malformed'],
      'broken.zip': ['zip-broken'],
    });
  });

  test('a full disk keeps out what it cannot store, and says so', async () => {
    db.papers.hook('creating', () => {
      throw new DOMException('no space left', 'QuotaExceededError');
    });
    const { good, codes } = await collect([new File([await paper('1', '林小满', ticket)], 'good.json')]);
    expect({ good, codes }).toEqual({ good: 0, codes: { 'good.json': ['not-stored'] } });
    expect(await resultsOf(db, '一班', ticket.nonce)).toEqual([]);
  });

  test('a deleted class takes its exams and results along, and no other’s', async () => {
    await replaceRosters(db, [{ class: '二班', account: '1', name: '甲', group: '', order: 0 }], 0);
    await collect([new File([await paper('1', '林小满', ticket)], 'good.json')]);
    await deleteClass(db, '一班');
    for (const table of [db.results, db.details, db.papers, db.tickets]) expect(await table.count()).toBe(0);
    expect(await pupilsOf(db, '二班')).toHaveLength(1);
  });
});
