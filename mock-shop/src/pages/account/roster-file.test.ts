import { expect, it } from 'vitest';
import { parseRoster, rosterCsv } from './roster-file.ts';

const STAFF = [{ account: 'teacher' }, { account: 'admin' }];
const parse = (text: string) => parseRoster(text, STAFF);
const ONE = { account: 'a1', name: '甲', class: '网店 1 班', group: '一组' };

it.each<[string, string]>([
  ['English heads', 'account,name,class,group\na1,甲,网店 1 班,一组'],
  [
    'Chinese heads in another order, spaces, blank lines',
    '姓名, 班级 ,小组,账号\r\n\r\n 甲 ,网店 1 班,一组, a1\r\n\r\n',
  ],
  ['a byte order mark and tabs', '\uFEFF学号\t姓名\t班级\t组别\na1\t甲\t网店 1 班\t一组\n'],
  ['quotation marks', 'Account,NAME,class,group\n"a1","甲","网店 1 班","一组"'],
])('reads a list with %s', (_, text) => {
  expect(parse(text)).toEqual({ students: [ONE], faults: [], ignored: [] });
});

it('does without class and group, and says which columns it does not read', () => {
  expect(parse('账号,密码,姓名\na1,secret,甲')).toEqual({
    students: [{ ...ONE, class: '', group: '' }],
    faults: [],
    ignored: ['密码'],
  });
});

it.each<[string, number, string]>([
  ['', 0, '文件是空的'],
  [' \n,,\n', 0, '文件是空的'],
  ['甲,乙\n1,2', 1, '第一行要是表头，缺少“账号”（account）这一列'],
  ['\n账号,班级\na1,一班', 2, '第一行要是表头，缺少“姓名”（name）这一列'],
  ['账号,姓名,学号\na1,甲,2', 1, '“账号”（account）这一列出现了 2 次'],
  ['账号,姓名', 0, '名单里一个人也没有'],
  ['账号,姓名\na1,甲,多的', 2, '这一行有 3 格，表头只有 2 格'],
  ['账号,姓名\n小王,甲', 2, '账号只能用字母、数字、_ 和 -'],
  ['账号,姓名\n,甲', 2, '没有账号'],
  ['账号,姓名\n\na1,', 3, '没有姓名'],
  ['账号,姓名\na1,"甲\n甲"\na1,乙', 4, '账号 a1 和第 2 行重复'],
  ['账号,姓名\nTeacher,甲', 2, '账号 Teacher 是平台自己的账号，请换一个'],
  [`账号,姓名,班级\na1,甲,${'长'.repeat(21)}`, 2, '班级超过 20 个字'],
])('%j is refused in line %i: %s', (text, line, why) => {
  expect(parse(text).faults[0]).toEqual({ line, why });
});

it('tells every fault, in the order of the lines', () => {
  const { faults } = parse('账号,姓名\n小王,甲\na2,乙\na2,丙\na3,\na4,丁,多');
  expect(faults.map(({ line }) => line)).toEqual([2, 4, 5, 6]);
});

it('reads what it has written, with nothing for a spreadsheet to run', () => {
  const students = [ONE, { account: 'a-2', name: '乙,"丙"', class: '', group: '' }];
  expect(parse(rosterCsv(students))).toEqual({ students, faults: [], ignored: [] });
  expect(rosterCsv([{ ...ONE, name: '=1+1' }])).toContain("'=1+1");
});
