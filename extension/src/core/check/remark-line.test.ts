import { describe, expect, it } from 'vitest';
import { readRemarkLine } from './remark-line.ts';

const line = {
  situation: 'refund-ready',
  facts: { item: '红色 XL', quantity: 2 },
  signer: '小刘',
  flag: 'purple',
  memo: 'x',
};

describe('readRemarkLine', () => {
  it('reads a line and makes text of numbers in facts', () => {
    expect(readRemarkLine(JSON.stringify({ ...line, expect: [] }))).toEqual({
      input: { ...line, facts: { item: '红色 XL', quantity: '2' }, aliases: [] },
    });
  });

  it('takes a flag by name, by number, and by a number in quotes', () => {
    for (const flag of ['purple', 5, '5'])
      expect(readRemarkLine(JSON.stringify({ ...line, flag }))).toMatchObject({
        input: { flag: flag === 'purple' ? 'purple' : 5 },
      });
  });

  it.each([
    ['{bad', '不是一行完整的 JSON'],
    ['null', '要是一个 JSON 对象'],
    ['[]', '要是一个 JSON 对象'],
    [JSON.stringify({ ...line, situation: 'party' }), '没有「party」这种情况'],
    [JSON.stringify({ ...line, flag: 'pink' }), '没有「pink」这种旗'],
    [JSON.stringify({ ...line, flag: 6 }), '没有「6」这种旗'],
    [JSON.stringify({ ...line, memo: undefined }), '缺少 memo'],
    [JSON.stringify({ ...line, memo: 5 }), 'memo 要是文字'],
    [JSON.stringify({ ...line, facts: { item: ['a'] } }), 'facts 里的值要是文字或数'],
    [JSON.stringify({ ...line, signer: ' ' }), 'signer 不能是空的'],
  ])('%s', (text, message) => {
    expect(readRemarkLine(text)).toMatchObject({ error: expect.stringContaining(message) });
  });
});
