import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../e2e/simulated-student.ts';
import { grade } from '../assess/grade.ts';
import { datashopHead, datashopLines, pseudonym } from './datashop.ts';
import { gradebook } from './gradebook.ts';
import { escaped, gradebookTable, unescaped } from './gradebook-table.ts';
import { distribution, hardestSteps, slips } from './picture.ts';
import { checkRoster } from './roster.ts';

const MODES = ['exam', 'practice', 'guided'] as const;
const logs = Array.from({ length: 60 }, (_, i) => simulate(1 + (i % 5), MODES[i % 3] ?? 'exam', 0.4 + (i % 7) / 10));
const details = logs.map((log) => {
  const { steps, deductions } = grade(log);
  return { attempt: log[0]?.attempt ?? '', steps, deductions };
});

describe('the DataShop export', () => {
  const text = datashopHead() + logs.flatMap((log) => datashopLines(log, '一班')).join('');
  const rows = Papa.parse<string[]>(text, { delimiter: '\t', quoteChar: '\u0000' }).data.slice(1, -1);
  const head = datashopHead().trimEnd().split('\t');
  const cell = (row: string[], name: string) => row[head.indexOf(name)] ?? '';

  test('rolled up by student and step gives the figures of the dashboard', () => {
    const rolled = new Map<string, { tries: number; hints: number }>();
    for (const row of rows) {
      const key = `${cell(row, 'Session Id')} ${cell(row, 'Step Name')}`;
      const before = rolled.get(key) ?? { tries: 0, hints: 0 };
      if (cell(row, 'Outcome') === 'HINT') before.hints = Math.max(before.hints, Number(cell(row, 'Help Level')));
      else before.tries += 1;
      rolled.set(key, before);
    }
    let compared = 0;
    for (const { attempt, steps } of details)
      for (const { id, tries, hints } of steps) {
        expect(rolled.get(`${attempt} ${id}`) ?? { tries: 0, hints: 0 }, `${attempt} ${id}`).toEqual({ tries, hints });
        compared += tries + hints;
      }
    expect(compared).toBeGreaterThan(500);
    const tries = hardestSteps(details).reduce((sum, step) => sum + step.tries, 0);
    expect(rows.filter((row) => cell(row, 'Outcome') !== 'HINT')).toHaveLength(tries);
  });

  test('is a whole table, knows its students by no name, and counts the attempts at a step', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
    expect(text).not.toMatch(/林小满|s001/);
    expect(new Set(rows.map((row) => row[0]))).toEqual(new Set([pseudonym('一班', 's001')]));
    const first = logs[0] ? datashopLines(logs[0], '一班') : [];
    const ofStep = first
      .map((line) => line.split('\t'))
      .filter((row) => cell(row, 'Step Name') === cell(rows[0] ?? [], 'Step Name'));
    expect(ofStep.map((row) => Number(cell(row, 'Attempt At Step')))).toEqual(ofStep.map((_, i) => i + 1));
  });
});

describe('the gradebook', () => {
  const pupil = (account: string, name: string, order: number) => ({
    class: '一班',
    account,
    name,
    group: '-组',
    order,
  });
  const lessons = [{ pack: 'p', lesson: 'l', title: '=cmd|calc' }];
  const pupils = [pupil('+1', '@甲', 0), pupil('2', '乙', 1)];

  test('holds no formula, and comes back as the roster it was made of', () => {
    const table = gradebookTable(gradebook(pupils, lessons, []), lessons, ({ score }) => score);
    for (const cell of table.flat()) expect(String(cell ?? '')).not.toMatch(/^[=+\-@\t\r]/);
    const rows = table.map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => String(cell ?? '')) }));
    expect(checkRoster(rows)).toEqual({ pupils, faults: [] });
  });

  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'quoted", 'plain', ''])('gives %j back', (text) => {
    expect(unescaped(String(escaped(text)))).toBe(text);
  });
});

describe('the picture of a class', () => {
  test('counts every result once in its tenth', () => {
    expect(distribution([0, 9.99, 10, 55, 99.9, 100])).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
  });

  test('puts the hardest step first and names who had trouble with it', () => {
    const steps = hardestSteps(details);
    const shares = steps.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    for (const step of steps) expect(step.attempts).toHaveLength(step.count - step.firstRight);
  });

  test('counts every deduction under its clause', () => {
    const found = slips(details);
    const points = details.flatMap(({ deductions }) => deductions).reduce((sum, one) => sum + one.points, 0);
    expect(found.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(points, 6);
    const counts = found.map(({ cases }) => cases.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});
