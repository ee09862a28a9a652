import type { Selection } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { matches } from './match.ts';

const radio: Selection = {
  within: ['memo-flag', 'memo-dialog'],
  role: 'radio',
  name: '红旗',
  row: { tid: '1', buyerNick: '小猫' },
  tag: 'input',
  option: '1',
};
const save: Selection = {
  testid: 'memo-save',
  within: ['memo-dialog'],
  role: 'button',
  name: ' 保存\n备注 ',
  row: { tid: '1' },
  tag: 'button',
};

describe('matches', () => {
  it.each([
    ['own test id', { testid: 'memo-save' }, save, true],
    ['a test id around it', { testid: 'memo-flag', option: '1' }, radio, true],
    ['another option', { testid: 'memo-flag', option: '2' }, radio, false],
    ['an option of what has none', { testid: 'memo-save', option: '1' }, save, false],
    ['the row', { testid: 'memo-save', row: { tid: '1' } }, save, true],
    ['another row', { testid: 'memo-save', row: { tid: '2' } }, save, false],
    ['a row key the page does not have', { testid: 'memo-save', row: { oid: '1' } }, save, false],
    ['test id over a changed label', { testid: 'memo-save', role: 'link', name: 'Save' }, save, true],
    ['another test id in spite of the same label', { testid: 'memo-cancel', name: '保存 备注' }, save, false],
    ['role and name, white space aside', { role: 'button', name: '保存 备注' }, save, true],
    ['another role', { role: 'link', name: '保存 备注' }, save, false],
    ['another name', { role: 'button', name: '保存' }, save, false],
    ['label', { label: '红旗' }, radio, true],
    ['part of the text', { text: '保存' }, save, true],
    ['other text', { text: '取消' }, save, false],
    ['empty text', { text: ' ' }, save, false],
    ['CSS alone', { css: 'button' }, save, false],
    ['a row alone', { row: { tid: '1' } }, save, false],
    ['no criterion', {}, save, false],
  ])('%s', (_, target, selection, expected) => {
    expect(matches(target, selection)).toBe(expected);
  });
});
