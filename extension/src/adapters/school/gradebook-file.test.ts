import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { csvOf, xlsxOf } from './gradebook-file.ts';
import { readRoster } from './roster-file.ts';

const table = [
  ['账号', '姓名', '班级', '小组', '总分'],
  ["'=1+1", '林"小,满', '一班', '一组\n二组', 92.5],
  ['2', '王大力', '一班', null, null],
];

test('a gradebook as CSV is read back as a roster, commas, quotes and all', async () => {
  const { faults } = await readRoster(new File([csvOf(table)], '成绩.csv'));
  expect(faults).toEqual([{ line: 2, text: '小组里有看不见的字符或乱码' }]);
  const { pupils } = await readRoster(new File([csvOf([...table.slice(0, 1), ...table.slice(2)])], '成绩.csv'));
  expect(pupils).toEqual([{ class: '一班', account: '2', name: '王大力', group: '', order: 0 }]);
});

test('a workbook holds text as text and figures as figures, and no formula', async () => {
  const files = unzipSync(new Uint8Array(await (await xlsxOf(table)).arrayBuffer()));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<v>92.5</v>');
  expect(sheet).not.toContain('<f>');
  const texts = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('');
  expect(texts).toMatch(/林(?:"|&quot;)小,满/);
});
