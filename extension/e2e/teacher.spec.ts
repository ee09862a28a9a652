/** The teacher's page, as a teacher of forty uses it. */
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
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
