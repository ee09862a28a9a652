import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { verifySignature } from '../src/adapters/signing.ts';
import { regrade } from '../src/core/log/regrade.ts';
import { test } from './fixtures.ts';
import { tasksOf } from './simulated-student.ts';
import { Student } from './student.ts';

const SEED = 3;
const tasks = tasksOf(SEED) as (ReturnType<typeof tasksOf>[number] & { key: string; facts: Record<string, string> })[];
const of = (key: string) => {
  const task = tasks.find((t) => t.key === key);
  if (!task) throw new Error(`no task ${key}`);
  return task;
};

test('a practice with a wrong row, a wrong colour, every kind of fault, a hint and an undo, graded and handed in', async ({
  page,
  shop,
  coach,
}) => {
  test.setTimeout(240_000);
  const student = new Student(page);
  await student.begin(shop, 'practice', SEED);
  const verdict = student.part('verdict');
  await expect(student.coach.getByRole('listitem')).toHaveCount(6);
  await expect(student.part('ring')).toBeHidden();

  // A row that is not in the task: told which, and free as long as nothing is saved.
  const stranger = page
    .locator(
      tasks
        .map((t) => `:not([data-tid="${t.tid}"])`)
        .join('')
        .replace(/^/, 'tbody[data-tid]'),
    )
    .first();
  const strangeTid = (await stranger.getAttribute('data-tid')) ?? '';
  await stranger.getByTestId('flag').click();
  await expect(verdict).toContainText(`…${strangeTid.slice(-4)}`);
  // Saved all the same, then undone by the shop's own 撤销.
  await student.chooseFlag('4');
  await student.write('写错地方了');
  await student.save();
  await page.getByTestId('memo-undo').click();
  await expect(verdict).toContainText('恢复');

  // A wrong colour.
  const red = of('red');
  await student.openRemark(red.tid);
  await student.chooseFlag('4');
  await expect(verdict).toContainText('蓝旗');
  await student.chooseFlag('1');
  await expect(verdict).toContainText('对了');

  // Every kind of fault of the text.
  const faults: [string, RegExp][] = [
    [red.sample.replaceAll('小刘', ''), /署名/],
    [red.sample.replace(/\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}[-./月]\d{1,2}日?/g, ''), /日期/],
    [`${red.sample.replace(/\s*小刘[\s\S]*$/, '')} 小刘 2026-13-45`, /日期/],
    [`${red.sample.replace(/\s*小刘[\s\S]*$/, '')} 小刘 2027-01-05`, /日期|将来|晚于/],
    ['已处理 小刘 11.22', /没有|写明|未/],
  ];
  for (const [memo, expected] of faults) {
    await student.write(memo);
    await expect(verdict).toContainText(expected);
  }

  // A hint, four levels; the next opens only after the last could be read.
  for (const level of ['①', '②', '③', '④']) {
    const button = student.coach.getByRole('button', { name: new RegExp(`提示 ${level}`) });
    await expect(button).toBeEnabled({ timeout: 30_000 });
    await button.click();
    await expect(student.part('hint')).toContainText(`提示 ${level}`);
  }
  await expect(student.part('hint')).toContainText(red.sample);
  await student.write(red.sample);
  await student.save();
  await expect(student.coach.getByRole('img', { name: '已完成' })).toHaveCount(1);

  // Green before the buyer has spoken is too early.
  const hold = of('hold');
  await student.remark(hold.tid, hold.flag, hold.sample);
  await student.openRemark(hold.tid);
  await student.chooseFlag('3');
  await expect(verdict).toContainText('新消息');
  await student.cancel();

  for (const key of ['yellow', 'green', 'blue', 'purple'])
    await student.remark(of(key).tid, of(key).flag, of(key).sample);
  await expect(student.coach.getByRole('img', { name: '已完成' })).toHaveCount(5);

  // The condition comes true; yellow becomes green.
  const then = hold.then;
  if (!then) throw new Error('no second part');
  await page.goto(`${shop}/sold?chat=${encodeURIComponent(hold.buyer_nick)}`);
  await expect(page.getByTestId('chat')).toContainText(/可以发|能发|发吧|发货/, { timeout: 45_000 });
  await expect
    .poll(
      async () => {
        await student.openRemark(hold.tid);
        const text = (await verdict.textContent()) ?? '';
        await student.cancel();
        return text;
      },
      { timeout: 45_000 },
    )
    .not.toContain('新消息');
  await student.remark(hold.tid, then.flag, then.sample);

  // All done: score, report, result file.
  await expect(student.part('title')).toHaveText('这一课完成了');
  const score = Number(await student.coach.locator('.score b').textContent());
  expect(score).toBeLessThan(100);
  expect(score).toBeGreaterThan(50);
  const [report] = await Promise.all([
    coach.context.waitForEvent('page'),
    student.coach.getByRole('button', { name: '查看报告' }).click(),
  ]);
  await expect(report.getByText(String(score)).first()).toBeVisible();
  await expect(report.getByText('动了任务之外的').first()).toBeVisible();
  const [download] = await Promise.all([
    report.waitForEvent('download'),
    report.getByRole('button', { name: /导出/ }).click(),
  ]);
  const path = await download.path();
  const text = await readFile(path, 'utf8');
  const again = await regrade(text, verifySignature);
  expect(again.faults).toEqual([]);
  expect(again.verified).toBe(true);
  expect(again.grade?.score).toBe(score);

  // An edited file is found out.
  const edited = await regrade(text.replace('"flag":4', '"flag":1'), verifySignature);
  expect(edited.verified).toBe(false);
});

test('a remark that fails to save is kept, retried, and counts once', async ({ page, shop }) => {
  const student = new Student(page);
  await student.begin(shop, 'practice', SEED);
  const red = of('red');
  await student.openRemark(red.tid);
  await student.chooseFlag('1');
  await student.write(red.sample);
  await page.evaluate(() =>
    fetch('/api/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method: 'taobao.trade.memo.update', times: 1, kind: 'error' }),
    }),
  );
  await page.getByTestId('memo-save').click();
  const dialog = page.getByTestId('memo-dialog');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(page.getByTestId('memo-text')).toHaveValue(red.sample);
  await dialog.getByRole('button', { name: '重试' }).click();
  await expect(dialog).toBeHidden();
  await expect(student.coach.getByRole('img', { name: '已完成' })).toHaveCount(1);
});
