import { type AttemptEvent, loadPack, type Rubric, type Ticket } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { mixedPresets, ticketFrom } from './draft.ts';
import { checkTicket, limitAt, markAt, parseTicket, seedFor, ticketCode } from './ticket.ts';

const [preset] = loadPack('order-management').pack.rubrics as [Rubric];
const draft = {
  title: '期中考核',
  lessons: [{ pack: 'order-management', lesson: 'flag-remarks', title: '插旗备注' }],
  rubric: preset,
  opens: 1_000_000,
  closes: 5_000_000,
  minutes: 30,
  seed: null,
};
function made(change: Partial<typeof draft> | { seed: number } = {}): Ticket {
  const result = ticketFrom({ ...draft, ...change }, 'ab'.repeat(16), 0);
  if ('faults' in result) throw new Error(result.faults.join());
  return result.ticket;
}
const ticket = made();

describe('a ticket', () => {
  test('survives its file and is told from every other by its code', () => {
    expect(parseTicket(`\uFEFF${JSON.stringify(ticket)}`)).toEqual({ ticket });
    expect(ticketCode(made({ minutes: 31 }))).not.toBe(ticketCode(ticket));
  });

  test.each([
    ['half a file', JSON.stringify(ticket).slice(0, 99)],
    ['another format', JSON.stringify({ ...ticket, format: 'seller-coach-result' })],
    ['more than it may hold', JSON.stringify({ ...ticket, answers: [] })],
    ['an end before its beginning', JSON.stringify({ ...ticket, closes: 1 })],
    ['an endless file', ' '.repeat(300_000)],
  ])('with %s is refused', (_, text) => {
    expect(parseTicket(text)).toHaveProperty('fault');
  });

  test('says everything that is wrong with a draft', () => {
    const rubric = { ...preset, tries: [1, 1.5], collateral: -1 };
    const wrong = { title: ' ', lessons: [], rubric, opens: Number.NaN, closes: 5, minutes: 0, seed: 0.5 };
    const result = ticketFrom(wrong, 'ab'.repeat(16), 10);
    expect(result).toMatchObject({ faults: expect.any(Array) });
    expect('faults' in result && result.faults).toHaveLength(8);
    expect(ticketFrom(draft, 'ab'.repeat(16), 6_000_000)).toEqual({ faults: ['结束时间已经过了'] });
  });

  test('gives each account a world of its own, always the same, or one to all', () => {
    const seeds = Array.from({ length: 200 }, (_, i) => seedFor(ticket, `2026${i}`));
    expect(new Set(seeds).size).toBeGreaterThan(190);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 1 && seed <= 9999)).toBe(true);
    expect(seedFor(ticket, '20260')).toBe(seeds[0]);
    expect(seedFor(made({ seed: 7 }), '20260')).toBe(7);
  });

  test('allows its minutes, but not past its end, and tells who came late', () => {
    expect(limitAt(ticket, 1_000_000)).toBe(30 * 60_000);
    expect(limitAt(ticket, 4_000_000)).toBe(1_000_000);
    expect(limitAt(ticket, 6_000_000)).toBe(0);
    expect(markAt(ticket, 1_090_000).late).toBe(90_000);
  });
});

describe('an attempt held against its ticket', () => {
  const student = { account: '20260101', name: '林小满' };
  const started = (change: object = {}, wall = 2_000_000) => {
    const lesson = { id: 'flag-remarks', title: '插旗备注' };
    const material = { pack: { id: 'order-management' }, lesson, seed: seedFor(ticket, student.account) };
    const data = {
      mode: 'exam',
      student,
      material,
      limit: limitAt(ticket, wall),
      ticket: markAt(ticket, wall),
      ...change,
    };
    return { kind: 'attempted', wall, data } as unknown as Extract<AttemptEvent, { kind: 'attempted' }>;
  };
  const codes = (event: ReturnType<typeof started>) => checkTicket(ticket, event).map(({ code }) => code);

  test('has no fault where it was begun as the ticket says', () => {
    expect(codes(started())).toEqual([]);
  });

  test.each<[string, object, number | undefined, string]>([
    ['without a ticket', { ticket: undefined }, undefined, 'ticket-other'],
    ['with another ticket', { ticket: { ...markAt(ticket, 0), nonce: 'cd'.repeat(16) } }, undefined, 'ticket-other'],
    ['with an edited ticket', { ticket: markAt({ ...ticket, minutes: 240 }, 0) }, undefined, 'ticket-edited'],
    ['as practice', { mode: 'practice' }, undefined, 'ticket-mode'],
    ['in the world of another account', { student: { account: '2', name: '王' } }, undefined, 'ticket-seed'],
    ['with more time', { limit: 31 * 60_000 }, undefined, 'ticket-limit'],
    ['without a limit', { limit: undefined }, undefined, 'ticket-limit'],
    ['too early', {}, 999_999, 'ticket-window'],
    [
      'at another lesson',
      { material: { pack: { id: 'x' }, lesson: { id: 'y', title: '别的' }, seed: seedFor(ticket, '20260101') } },
      undefined,
      'ticket-lesson',
    ],
  ])('begun %s is told', (_, change, wall, code) => {
    expect(codes(started(change, wall))).toEqual([code]);
  });
});

test('presets of several packs know the clauses of all', () => {
  const other = { ...preset, faults: { 'too-late': 0.4, default: 0.9 }, clauses: { 'too-late': '回得太慢' } };
  const [mixed] = mixedPresets([[preset], [other]]);
  expect(mixed?.clauses).toMatchObject({ 'wrong-flag': '旗子颜色不对', 'too-late': '回得太慢' });
  expect(mixed?.faults).toMatchObject({ 'too-late': 0.4, default: preset.faults.default });
});
