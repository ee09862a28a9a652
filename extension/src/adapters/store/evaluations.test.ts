import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { blankEvaluation } from '../../core/school/evaluation.ts';
import type { ResultRow } from '../../core/school/result-row.ts';
import { deductionKey } from '../../core/school/ruling.ts';
import { deleteClass, replaceRosters } from './classes.ts';
import { CoachDb } from './db.ts';
import { rule, saveEvaluation, sheetOf } from './evaluations.ts';
import { addResults } from './results.ts';

const deduction = { clause: 'missing', title: '备注缺要点', text: '第 3 步', points: 4.2, event: 'event-03' };
const row = { attempt: 'a', class: '一班', ticket: 'x', account: '1', score: 95.8 } as ResultRow;
let db: CoachDb;

beforeEach(async () => {
  db = new CoachDb(`evaluations-${crypto.randomUUID()}`);
  await replaceRosters(db, [{ class: '一班', account: '1', name: '甲', group: '', order: 0 }], 0);
  await addResults(db, [
    {
      row,
      detail: { attempt: 'a', steps: [], deductions: [deduction] },
      paper: { attempt: 'a', gzip: new Uint8Array() },
    },
  ]);
});

const ruling = (isReturned: boolean, at: number) =>
  rule(db, { attempt: 'a', deduction: deductionKey(deduction), isReturned, reason: '写法也对', evaluator: '李', at });

test('a ruling re-scores the result and stays in the log, also when it is taken back', async () => {
  await ruling(true, 1);
  expect((await sheetOf(db, '一班', 'x', '1')).results[0]?.row).toMatchObject({ score: 95.8, ruled: 100 });
  await ruling(false, 2);
  const [result] = (await sheetOf(db, '一班', 'x', '1')).results;
  expect(result?.row.ruled).toBe(95.8);
  expect(result?.rulings.map(({ isReturned }) => isReturned)).toEqual([true, false]);
});

test('a ruling on what was never handed in is refused and not logged', async () => {
  const strange = { attempt: 'b', deduction: '', isReturned: true, reason: 'x', evaluator: '', at: 1 };
  await expect(rule(db, strange)).rejects.toThrow('没有这份成绩');
  expect(await db.rulings.count()).toBe(0);
});

test('marks are kept per student and exam, and go with the class', async () => {
  const evaluation = blankEvaluation({ class: '一班', ticket: 'x', account: '1', table: '6-2' }, '备注缺要点');
  await saveEvaluation(db, evaluation);
  await ruling(true, 1);
  expect((await sheetOf(db, '一班', 'x', '1')).evaluation).toEqual(evaluation);
  expect((await sheetOf(db, '一班', 'y', '1')).evaluation).toBeUndefined();
  await deleteClass(db, '一班');
  expect([await db.evaluations.count(), await db.rulings.count()]).toEqual([0, 0]);
});
