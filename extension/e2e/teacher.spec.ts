/** The teacher's page, as a teacher of forty uses it. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type { Ticket } from 'fixtures';
import { test } from './fixtures.ts';
import { examLog, resultFile } from './result-file.ts';
import { seriousFaults } from './serious-faults.ts';

const csv = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a roster is looked at before it replaces another, printed as slips, and deleted after a question', async ({
  coach,
}) => {
  const page = await coach.openExtensionPage('teacher.html');
  await expect(page.getByTestId('class')).toBeDisabled();
  const choose = page.getByTestId('roster-file');
  await choose.setInputFiles(csv('坏.csv', '账号,姓名,班级\n1,甲,一班\n1,乙,一班\n,丙,一班\n'));
  await expect(page.getByTestId('roster-faults').getByRole('listitem')).toHaveText([
    '第 3 行：账号 1 在「一班」里重复，第 2 行已有',
    '第 4 行：没有账号',
  ]);
  await expect(page.getByTestId('roster')).toHaveCount(0);
  expect(await seriousFaults(page)).toEqual([]);

  await choose.setInputFiles(
    csv('名册.csv', '\uFEFFaccount,name,class,group\r\n1,林小满,一班,一组\r\n2,王大力,一班,二组\r\n1,陈二,二班,\r\n'),
  );
  const preview = page.getByTestId('preview');
  await expect(preview.getByRole('row', { name: /一班/ })).toContainText('林小满、王大力');
  await expect(page.getByTestId('class')).toBeDisabled();
  await page.getByTestId('replace').click();
  await expect(page.getByTestId('said')).toHaveText('已导入 2 个班、3 名学生');
  await page.getByTestId('class').selectOption('一班');
  await expect(page.getByTestId('roster').locator('tbody tr')).toHaveCount(2);

  await choose.setInputFiles(csv('新.csv', '账号,姓名,班级,小组\n1,林小满,一班,三组\n3,赵六,一班,\n'));
  await expect(preview.getByRole('row', { name: /一班/ }).getByRole('cell')).toHaveText([
    '2',
    '赵六',
    '林小满',
    '王大力',
  ]);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByTestId('replace').click();
  await expect(page.getByTestId('roster')).toContainText('赵六');
  await page.reload();
  await expect(page.getByTestId('roster').locator('tbody tr')).toHaveCount(2);

  await page.getByTestId('slips').click();
  await expect(page.getByTestId('slip-list').getByRole('listitem')).toHaveCount(2);
  await expect(page).toHaveURL(/view=slips/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText('林小满')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.goBack();

  await page.getByTestId('delete-class').click();
  await page.getByTestId('confirm-no').click();
  await expect(page.getByTestId('roster')).toBeVisible();
  await page.getByTestId('delete-class').click();
  await page.getByTestId('confirm-yes').click();
  await expect(page.getByTestId('class')).toHaveValue('二班');
  await expect(page.getByTestId('class').getByRole('option')).toHaveText(['二班']);
});

test('an exam is set, sat in the side panel, handed in with others, and makes a gradebook', async ({
  coach,
  shop,
  page: shopPage,
}) => {
  const page = await coach.openExtensionPage('teacher.html');
  await page
    .getByTestId('roster-file')
    .setInputFiles(
      csv('名册.csv', '账号,姓名,班级,小组\n1,林小满,一班,一组\n2,王大力,一班,一组\n3,赵六,一班,二组\n4,钱七,一班,\n'),
    );
  await page.getByTestId('replace').click();
  await page.getByRole('link', { name: '考卷' }).click();

  // Two minutes: a title and a lesson are all that it takes.
  await page.getByTestId('make-ticket').click();
  await expect(page.getByTestId('ticket-said')).toContainText('考卷要有标题');
  await expect(page.getByTestId('ticket-said')).toContainText('至少选一课');
  await page.getByLabel('标题').fill('期中考核');
  await page.getByLabel('插旗备注').check();
  await page.getByTestId('rubric').getByText('调整分值与条款').click();
  await page.getByLabel('每动一个任务之外的对象').fill('12');
  expect(await seriousFaults(page)).toEqual([]);
  const [ticketFile] = await Promise.all([page.waitForEvent('download'), page.getByTestId('make-ticket').click()]);
  const code = (await page.getByTestId('tickets').locator('code').textContent()) ?? '';
  expect(ticketFile.suggestedFilename()).toBe(`期中考核-${code}.coach-ticket.json`);
  const ticketText = readFileSync(await ticketFile.path(), 'utf8');
  const ticket: Ticket = JSON.parse(ticketText);
  expect(ticket.rubric.collateral).toBe(12);
  expect(ticketText).not.toMatch(/林小满|王大力/);

  // The student.
  await shopPage.goto(`${shop}/?scenario=flag-remarks&seed=3&day=1440`);
  await expect(shopPage.locator('tbody[data-tid]').first()).toBeVisible();
  const panel = await coach.openSidePanel();
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.getByLabel('姓名', { exact: true }).fill('林小满');
  await panel.getByLabel('学号').fill('1');
  await panel.getByRole('button', { name: '保存' }).click();
  await panel
    .getByTestId('ticket-file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(panel.getByRole('alert')).toContainText('不是考卷');
  await panel.getByTestId('ticket-file').setInputFiles(await ticketFile.path());
  await expect(panel.getByTestId('ticket-code')).toHaveText(code);
  expect(await seriousFaults(panel)).toEqual([]);
  await panel.getByTestId('start-ticket').click();
  await expect(panel.getByTestId('clock')).toContainText('剩余');
  await panel.getByTestId('finish').click();
  await panel.getByTestId('confirm-yes').click();
  await expect(panel.getByTestId('exam')).toContainText('已交卷');
  const [handed] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByTestId('result').getByTestId('export').click(),
  ]);

  // The teacher: one file, a zip of others, and what does not belong there.
  const others = await Promise.all(
    ['王大力', '赵六'].map((name, i) => resultFile(examLog(ticket, { account: String(i + 2), name }, Date.now(), 0.8))),
  );
  const zip = zipSync(Object.fromEntries(others.map((text, i) => [`交卷/${i}.coach.json`, strToU8(text)])));
  const stranger = await resultFile(examLog(ticket, { account: '9', name: '外人' }, Date.now(), 0.9));
  await page.getByRole('link', { name: '收卷与成绩' }).click();
  await expect(page.getByTestId('gradebook')).toContainText('未交');
  const json = (name: string, text: string | Buffer) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const own = readFileSync(await handed.path());
  await page
    .getByTestId('hand-in-files')
    .setInputFiles([
      json('1.coach.json', own),
      json('again.coach.json', own),
      json('edited.coach.json', others[0]?.replace('"seq":7,', '"seq":8,') ?? ''),
      json('stranger.coach.json', stranger),
      { name: '其他.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) },
    ]);
  await expect(page.getByTestId('hand-in-progress')).toHaveText('收下 3 份，3 份有问题');
  const refused = page.getByTestId('refused');
  await expect(refused.getByRole('row', { name: /again/ })).toContainText('已经收过');
  await expect(refused.getByRole('row', { name: /edited/ })).toContainText('被改动过');
  await expect(refused.getByRole('row', { name: /stranger/ })).toContainText('名册里没有账号 9');
  await expect(page.getByTestId('book-summary')).toContainText('3 / 4 人已交');
  const book = page.getByTestId('gradebook');
  await expect(book.getByRole('row', { name: /钱七/ })).toContainText('未交');
  expect(await seriousFaults(page)).toEqual([]);

  const saved = async (testid: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testid).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const sheet = await saved('export-csv');
  expect(sheet.name).toBe('一班-期中考核.csv');
  expect(sheet.bytes.toString().split('\r\n')).toHaveLength(6);
  expect((await saved('export-xlsx')).bytes.subarray(0, 2).toString()).toBe('PK');
  const transactions = await saved('export-datashop');
  expect(transactions.bytes.toString()).toMatch(/^Anon Student Id\t/);
  expect(transactions.bytes.toString()).not.toContain('王大力');
  // The gradebook is a roster too.
  await page.getByRole('link', { name: '班级名册' }).click();
  await page.getByTestId('roster-file').setInputFiles({ ...json(sheet.name, sheet.bytes) });
  await expect(page.getByTestId('preview').getByRole('row', { name: /一班/ }).getByRole('cell')).toHaveText([
    '4',
    '无',
    '无',
    '无',
  ]);

  // From the picture of the class down to one action.
  await page.getByRole('link', { name: '班级情况' }).click();
  await expect(page.getByTestId('scores').locator('tbody tr')).toHaveCount(10);
  await expect(page.getByTestId('hard-steps').locator('tbody tr').first()).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  const slip = page.getByTestId('slip-list').locator('tr', { hasText: '旗子颜色不对' });
  await slip.getByText(/^查看/).click();
  const [report] = await Promise.all([coach.context.waitForEvent('page'), slip.getByRole('link').first().click()]);
  await expect(report.locator('tr:target')).toBeInViewport();
  await expect(report.getByTestId('verified')).toContainText('导出后未改动');

  // A deduction overruled with a reason re-scores; marks of three parties make the total.
  await page.getByRole('link', { name: '收卷与成绩' }).click();
  await book.getByRole('link', { name: '王大力', exact: true }).click();
  await expect(page).toHaveURL(/view=sheet.*account=2/);
  const result = page.getByTestId('sheet-result');
  const score = Number(await result.getByTestId('final-score').textContent());
  await expect(page.getByTestId('problems')).toHaveValue(/共扣/);
  await result.getByTestId('overrule').first().click();
  await result.getByTestId('ruling-save').click();
  await expect(result.getByRole('alert')).toHaveText('改判要写理由');
  await result.getByTestId('ruling-reason').fill('写法也对');
  await result.getByTestId('ruling-save').click();
  await expect(result).toContainText('改判不扣：写法也对');
  expect(Number(await result.getByTestId('final-score').textContent())).toBeGreaterThan(score);
  for (const party of ['自我评价', '小组评价'])
    for (const input of await page
      .getByTestId('marks')
      .getByLabel(new RegExp(`^${party}：(?!比例)`))
      .all())
      await input.fill('18');
  await page.getByLabel('教师评价：比例').fill('50');
  await page.getByTestId('save-sheet').click();
  await expect(page.getByTestId('sheet-said')).toHaveText('三方比例合计要等于 100');
  await page.getByLabel('教师评价：比例').fill('60');
  for (const input of await page
    .getByTestId('marks')
    .getByLabel(/^教师评价：(?!比例)/)
    .all())
    await input.fill('17');
  await expect(page.getByTestId('total')).toHaveText('87.0');
  await page.getByTestId('save-sheet').click();
  await expect(page.getByTestId('sheet-said')).toHaveText('已保存');
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await expect(page.getByTestId('total')).toHaveText('87.0');

  // Watched again: from one deduction to the next, by keyboard too.
  await report.reload();
  const now = report.getByTestId('replay-now');
  await expect(now).toContainText('开始');
  await report.getByTestId('replay-costly').click();
  await expect(now).toContainText('扣分');
  await report.getByTestId('replay-slider').focus();
  await report.keyboard.press('End');
  await expect(now).toContainText('结束');
  await report.keyboard.press('Home');
  await report.getByTestId('replay-play').click();
  await expect(report.getByText('第 3 /')).toBeVisible();
  expect(await seriousFaults(report)).toEqual([]);
});
