/** The coach's own pages, as a student and a teacher use them. */
import { expect } from '@playwright/test';
import { resultName } from '../src/core/log/result.ts';
import { test } from './fixtures.ts';
import { resultFile } from './result-file.ts';
import { seriousFaults } from './serious-faults.ts';
import { simulate } from './simulated-student.ts';

interface Handed {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const file = (name: string, text: string): Handed => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** A result file as a student hands it in. */
async function handedIn(seed: number): Promise<Handed> {
  const events = simulate(seed, 'practice', 0.8);
  const text = await resultFile(events);
  return file(resultName(JSON.parse(text)), text);
}

test('the side panel asks for the name once, starts a lesson, and asks before giving it up', async ({
  coach,
  shop,
  page,
}) => {
  await page.goto(`${shop}/?scenario=flag-remarks&seed=3&day=1440`);
  await expect(page.locator('tbody[data-tid]').first()).toBeVisible();
  const panel = await coach.openSidePanel();
  await panel.setViewportSize({ width: 400, height: 800 });
  await expect(panel.getByText('没有打开的练习店铺页面')).toBeHidden();
  expect(await seriousFaults(panel)).toEqual([]);

  // By keyboard alone.
  await panel.getByLabel('姓名', { exact: true }).focus();
  await panel.keyboard.type('林小满');
  await panel.keyboard.press('Tab');
  await panel.keyboard.type('20260107');
  await panel.keyboard.press('Enter');
  await expect(panel.getByTestId('student')).toContainText('林小满');

  await panel.getByRole('button', { name: '练习：插旗备注' }).click();
  await expect(panel.getByTestId('running')).toContainText('练习');
  await expect(page).toHaveURL(/\/sold/);
  await expect(panel.getByTestId('running').getByRole('listitem')).toHaveCount(6);
  expect(await seriousFaults(panel)).toEqual([]);

  await panel.getByText('课程', { exact: true }).click();
  await panel.getByRole('button', { name: '考核：插旗备注' }).click();
  await panel.getByTestId('confirm-no').click();
  await expect(panel.getByTestId('running')).toContainText('练习');
  await panel.getByRole('button', { name: '考核：插旗备注' }).click();
  await panel.getByTestId('confirm-yes').click();
  await expect(panel.getByTestId('running')).toContainText('考核');
  await expect(panel.getByTestId('result')).toHaveCount(2);
  await expect(panel.getByTestId('result').nth(1)).toContainText('已放弃');
  await panel.reload();
  await expect(panel.getByTestId('student')).toContainText('20260107');
});

test('an exam is not reported before it is handed in, and the file carries the student', async ({
  coach,
  shop,
  page,
}) => {
  await page.goto(`${shop}/?scenario=flag-remarks&seed=3&day=1440`);
  await expect(page.locator('tbody[data-tid]').first()).toBeVisible();
  const panel = await coach.openSidePanel();
  await panel.getByLabel('姓名', { exact: true }).fill('林小满');
  await panel.getByLabel('学号').fill('20260107');
  await panel.getByRole('button', { name: '保存' }).click();
  await panel.getByRole('button', { name: '考核：插旗备注' }).click();
  await expect(panel.getByTestId('clock')).toContainText('剩余');
  await expect(panel.getByTestId('hint')).toHaveCount(0);
  const attempt = await panel.getByTestId('result').getAttribute('data-attempt');
  const report = await coach.openExtensionPage(`report.html?attempt=${attempt}`);
  await expect(report.getByRole('alert')).toContainText('还没有交卷');
  await expect(report.getByTestId('steps')).toHaveCount(0);

  await panel.getByTestId('finish').click();
  await panel.getByTestId('confirm-yes').click();
  await expect(panel.getByTestId('ended')).not.toContainText('/ 100');
  const code = (await panel.getByTestId('code').textContent()) ?? '';
  await report.reload();
  await expect(report.getByTestId('code')).toHaveText(code);
  await expect(report.getByTestId('verified')).toContainText('由日志重新计算');
  await expect(report.getByTestId('steps').locator('tbody tr')).not.toHaveCount(0);
  expect(await seriousFaults(report)).toEqual([]);
  const [download] = await Promise.all([report.waitForEvent('download'), report.getByTestId('export').click()]);
  expect(download.suggestedFilename()).toBe(`20260107-flag-remarks-${code}.coach.json`);

  const teacher = await coach.openExtensionPage('report.html');
  await teacher.getByTestId('files').setInputFiles(await download.path());
  await expect(teacher.locator('tr[data-verified=true]')).toContainText('导出后未改动');
  await expect(teacher.getByTestId('file-code')).toHaveText(code);
});

test('of many files each says what it is worth, and bad ones stop nobody', async ({ coach }) => {
  const good = await handedIn(1);
  const text = good.buffer.toString();
  const report = await coach.openExtensionPage('report.html');
  await report
    .getByTestId('files')
    .setInputFiles([
      file('broken.coach.json', text.slice(0, 5000)),
      file('edited.coach.json', text.replace('"option":"1"', '"option":"2"')),
      file('renamed.coach.json', text.replaceAll('林小满', '王大力')),
      file('huge.coach.json', 'x'.repeat(21_000_000)),
      file('deep.coach.json', '['.repeat(10_000)),
      file('picture.png', '\u0089PNG'),
      good,
    ]);
  await expect(report.getByTestId('files-progress')).toHaveAttribute('data-done', 'true');
  const row = (name: string) => report.locator(`tr[data-file="${name}"]`);
  await expect(row('broken.coach.json')).toContainText('文件不是完整的 JSON');
  await expect(row('edited.coach.json')).toContainText('内容被改动过');
  await expect(row('renamed.coach.json')).toContainText('内容被改动过');
  await expect(row('huge.coach.json')).toContainText('文件超过 20 MB');
  await expect(row('deep.coach.json')).toContainText('嵌套');
  await expect(row('picture.png')).toContainText('不是');
  await expect(report.locator('tr[data-verified=true]')).toHaveCount(1);
  await expect(row(good.name)).toContainText('导出后未改动 · 由日志重新计算');
  expect(await seriousFaults(report)).toEqual([]);

  const score = (await row(good.name).getByTestId('file-score').textContent()) ?? '';
  await row(good.name).getByRole('button', { name: '查看' }).click();
  await expect(report.getByTestId('score')).toContainText(score);
  await report.getByTestId('deductions').getByRole('link').first().click();
  await expect(report.locator('tr:target')).toBeInViewport();
  expect(await seriousFaults(report)).toEqual([]);
  await report.getByRole('button', { name: '回到文件列表' }).click();
  await expect(row(good.name)).toBeVisible();
});

test('nothing is cut off at 200 % zoom', async ({ coach }) => {
  const panel = await coach.openSidePanel();
  await panel.setViewportSize({ width: 200, height: 400 });
  const report = await coach.openExtensionPage('report.html');
  await report.setViewportSize({ width: 683, height: 384 });
  await report.getByTestId('files').setInputFiles([await handedIn(2)]);
  await report.getByRole('button', { name: '查看' }).click();
  await expect(report.getByTestId('score')).toBeVisible();
  for (const page of [panel, report]) {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});
