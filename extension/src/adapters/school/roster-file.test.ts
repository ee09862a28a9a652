import { describe, expect, test } from 'vitest';
import { readRoster } from './roster-file.ts';

const file = (...parts: BlobPart[]) => new File(parts, '名册.csv');
/** 账号,姓名,班级\r\n1,张三,一班 as a Chinese Excel saves it. */
const GBK = Uint8Array.from('d5cbbac52cd0d5c3fb2cb0e0bcb60d0a312cd5c5c8fd2cd2bbb0e0'.match(/../g) ?? [], (hex) =>
  Number.parseInt(hex, 16),
);

describe('a roster file', () => {
  test.each([
    ['UTF-8', file('账号,姓名,班级\n1,张三,一班\n')],
    ['UTF-8 with BOM', file('\uFEFF账号,姓名,班级\r\n1,张三,一班')],
    ['GB18030', file(GBK)],
    [
      'UTF-16',
      file(
        Uint8Array.of(0xff, 0xfe),
        Uint16Array.from('账号\t姓名\t班级\n1\t张三\t一班', (c) => c.charCodeAt(0)),
      ),
    ],
    ['semicolons and quotes', file('"账号";"姓名";"班级"\n"1";"张三";"一班"')],
  ])('in %s gives the same student', async (_, roster) => {
    const { pupils, faults } = await readRoster(roster);
    expect(faults).toEqual([]);
    expect(pupils).toEqual([{ class: '一班', account: '1', name: '张三', group: '', order: 0 }]);
  });

  test('counts lines, not rows: a quoted cell may hold line breaks', async () => {
    const { faults } = await readRoster(file('账号,姓名,班级,备注\n1,张三,一班,"走读\n三年"\n2,,一班,\n'));
    expect(faults).toEqual([{ line: 4, text: '没有姓名' }]);
  });

  test.each([
    ['a quotation mark that is never closed', file('账号,姓名,班级\n1,"张三,一班'), '引号没有成对'],
    ['a workbook', file('PK\u0003\u0004xl/workbook.xml'), '不是 CSV'],
    ['bytes of no encoding', file(Uint8Array.of(0x80, 0xff, 0xff)), '编码'],
    ['an empty file', file(''), '文件是空的'],
  ])('that is %s is refused', async (_, roster, why) => {
    const { pupils, faults } = await readRoster(roster);
    expect(pupils).toEqual([]);
    expect(faults[0]?.text).toContain(why);
  });
});
