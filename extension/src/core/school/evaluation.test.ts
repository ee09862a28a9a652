import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../e2e/simulated-student.ts';
import { grade } from '../assess/grade.ts';
import {
  blankEvaluation,
  evaluationFaults,
  problemsFrom,
  suggested,
  sumOf,
  TABLES,
  tableOf,
  totalOf,
} from './evaluation.ts';
import { deductionKey, type Ruling, ruledScore } from './ruling.ts';

const blank = blankEvaluation({ class: '一班', ticket: 'x', account: '1', table: '6-2' }, '');
const marked = (self: number, group: number, teacher: number) => ({
  ...blank,
  marks: {
    self: blank.marks.self.map(() => self),
    group: blank.marks.group.map(() => group),
    teacher: blank.marks.teacher.map(() => teacher),
  },
});

describe('an evaluation', () => {
  test('has the course’s tables, 100 points each', () => {
    expect(TABLES.map(({ id, items }) => [id, items.length, items.reduce((sum, { max }) => sum + max, 0)])).toEqual([
      ['6-2', 5, 100],
      ['6-1', 10, 100],
    ]);
  });

  test('weighs 20, 20 and 60 and keeps one decimal (AM-53)', () => {
    expect(totalOf(marked(20, 20, 20))).toBe(100);
    expect(totalOf(marked(18, 16, 17))).toBe(85);
    expect(totalOf(marked(18.3, 16.1, 17.7))).toBe(87.5);
    expect(totalOf(blank)).toBeNull();
    const { marks } = marked(10, 0, 20);
    const alone = { ...blank, marks: { ...marks, group: [null] }, weights: { self: 40, group: 0, teacher: 60 } };
    expect(totalOf(alone)).toBe(80);
  });

  test('refuses weights that are not 100 and marks beyond an item', () => {
    expect(evaluationFaults(blank)).toEqual([]);
    expect(evaluationFaults({ ...blank, weights: { self: 20, group: 20, teacher: 50 } })).toEqual([
      '三方比例合计要等于 100',
    ]);
    expect(evaluationFaults({ ...blank, weights: { self: -20, group: 60, teacher: 60 } })).toHaveLength(1);
    expect(evaluationFaults(marked(21, 5, -1))).toHaveLength(5);
    expect(evaluationFaults(marked(Number.NaN, 1, 1))).toHaveLength(5);
  });

  test('suggests marks that add up to the score, within a rounding an item', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(...TABLES), (hundredths, table) => {
        const marks = suggested(table, hundredths / 100);
        const sum = marks.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum - hundredths / 100)).toBeLessThanOrEqual(0.05 * table.items.length + 1e-9);
        expect(marks.every((mark, i) => mark >= 0 && mark <= (table.items[i]?.max ?? 0))).toBe(true);
      }),
    );
    expect(sumOf({ ...blank, marks: { ...blank.marks, self: suggested(tableOf('6-2'), 80) } }, 'self')).toBe(80);
  });

  test('names the costliest mistakes', () => {
    const one = (title: string, points: number) => ({ clause: 'c', title, text: 't', points, event: null });
    expect(problemsFrom([one('甲', 2), one('乙', 3), one('甲', 2.5), one('丙', 1), one('丁', 0.5)])).toBe(
      '甲（2 处，共扣 4.5 分）；乙（1 处，共扣 3 分）；丙（1 处，共扣 1 分）',
    );
  });
});

describe('a ruling', () => {
  const { score, deductions, steps } = grade(simulate(4, 'practice', 0.6));
  const detail = { attempt: 'a', steps, deductions };
  const rule = (index: number, isReturned = true): Ruling => {
    const one = deductions[index];
    if (!one) throw new Error('no such deduction');
    return { attempt: 'a', deduction: deductionKey(one), isReturned, reason: '写法也对', evaluator: '李', at: index };
  };

  test('without any the score is the log’s', () => {
    expect(deductions.length).toBeGreaterThan(2);
    expect(ruledScore(detail, [])).toBe(score);
  });

  test('gives the points back, and takes them back again', () => {
    const lost = Math.round(deductions.reduce((sum, { points }) => sum + points * 100, 0));
    const after = Math.max(0, 10_000 - lost + Math.round((deductions[0]?.points ?? 0) * 100)) / 100;
    expect(ruledScore(detail, [rule(0)])).toBe(after);
    expect(ruledScore(detail, [rule(0), rule(0, false)])).toBe(score);
    expect(
      ruledScore(
        detail,
        deductions.map((_, i) => rule(i)),
      ),
    ).toBe(100);
  });
});
