import { describe, expect, test } from 'vitest';
import { checkRoster, compareRoster } from './roster.ts';

const rows = (text: string) => text.split('\n').map((line, i) => ({ line: i + 1, cells: line.split(',') }));
const texts = (text: string) => checkRoster(rows(text)).faults.map((f) => `${f.line} ${f.text}`);

describe('a roster', () => {
  test('is read by the names of its columns, Chinese or English, in any order', () => {
    const pupil = { class: '电商1班', account: '20260101', name: '林小满', group: '一组', order: 0 };
    expect(checkRoster(rows('account,name,class,group\n20260101,林小满,电商1班,一组'))).toEqual({
      pupils: [pupil],
      faults: [],
    });
    expect(checkRoster(rows('小组,班级,备注,姓名,学号\n一组,电商1班,走读, 林小满 ,20260101')).pupils).toEqual([pupil]);
    expect(checkRoster(rows('Account,Name,Class\na,b,c')).pupils).toMatchObject([{ group: '' }]);
  });

  test('tells every fault with its line', () => {
    const found = texts(
      [
        '账号,姓名,班级,小组',
        ',林小满,一班,',
        '2,,一班,',
        '3,王五,,',
        '4,赵六,一班,',
        '',
        '4,赵七,一班,',
        `5,${'长'.repeat(65)},一班,`,
        '6,坏\u0000人,一班,',
        '7,孙八,一班,一组,多',
      ].join('\n'),
    );
    expect(found).toEqual([
      '2 没有账号',
      '3 没有姓名',
      '4 没有班级',
      '7 账号 4 在「一班」里重复，第 5 行已有',
      '8 姓名超过 64 个字',
      '9 姓名里有看不见的字符或乱码',
      '10 有 5 格，比表头多；内容里有逗号时要加引号',
    ]);
  });

  test('needs a header and somebody under it', () => {
    expect(texts('')).toEqual(['1 文件是空的']);
    expect(texts('20260101,林小满,一班')).toHaveLength(3);
    expect(texts('账号,姓名,班级,姓名')).toEqual(['1 表头里有两列“姓名”']);
    expect(texts('账号,姓名,班级')).toEqual(['1 只有表头，没有学生']);
  });

  test('the same account in two classes is two students', () => {
    expect(texts('账号,姓名,班级\n1,甲,一班\n1,乙,二班')).toEqual([]);
  });
});

test('replacing a roster says per class who comes, changes and goes', () => {
  const pupil = (account: string, name: string, group = '') => ({ class: '一班', account, name, group, order: 0 });
  const [change, ...others] = compareRoster(
    [pupil('1', '甲'), pupil('2', '乙'), pupil('3', '丙'), { ...pupil('9', '外'), class: '二班' }],
    [pupil('1', '甲'), pupil('2', '乙', '一组'), pupil('4', '丁')],
  );
  expect(others).toEqual([]);
  expect(change).toMatchObject({ class: '一班', total: 3, added: [{ account: '4' }], removed: [{ account: '3' }] });
  expect(change?.changed.map(({ to }) => to.account)).toEqual(['2']);
});
