import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { tinyId, tinyTrade } from '../../testing/tiny-world.ts';
import { csvHead, csvLines } from './trades-csv.ts';

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text.trim(), { newline: '\r\n' }).data;
const head = rowsOf(csvHead())[0] ?? [];
const cell = (text: string, name: string): string | undefined => rowsOf(text)[0]?.[head.indexOf(name)];

describe('an export', () => {
  it('begins with a byte order mark and has a line for each trade', () => {
    expect(csvHead().charCodeAt(0)).toBe(0xfeff);
    const text = csvHead() + csvLines([tinyTrade(1), tinyTrade(2)]) + csvLines([tinyTrade(3)]) + csvLines([]);
    const rows = rowsOf(text);
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('keeps the digits of numbers as text', () => {
    const text = csvLines([tinyTrade(1)]);
    expect(rowsOf(`x${text}`)[0]?.[0]).toBe(`x\t${tinyId(1)}`);
    expect(cell(`${text}`, '手机')).toBe('\t13800000000');
    expect(cell(text, '电话')).toBe('');
  });

  it('hides receivers where the shop does', () => {
    const text = csvLines([tinyTrade(1)], true);
    expect(cell(text, '手机')).toBe('\t138****0000');
    expect(text).not.toContain(tinyTrade(1).receiver_address);
    expect(cell(text, '买家昵称')).toBe(tinyTrade(1).buyer_nick);
  });

  it.each(['=1+1', '+86 收件', '-5 是假的', '@sum', '=cmd|"/c calc"!A0'])('takes the sting out of %j', (said) => {
    const text = csvLines([tinyTrade(1, { buyer_message: said, buyer_nick: said })]);
    expect(cell(text, '买家留言')).toBe(`'${said}`);
    expect(cell(text, '买家昵称')).toBe(`'${said}`);
  });

  it('keeps amounts, commas, quotes and line breaks', () => {
    const memo = '改发"顺丰",补 10 元\n小刘 11.22';
    const text = csvLines([tinyTrade(1, { adjust_fee: '-18.50', seller_memo: memo, seller_flag: 1 })]);
    expect(cell(text, '卖家改价')).toBe('-18.50');
    expect(cell(text, '卖家备注')).toBe(memo);
    expect(cell(text, '备注旗')).toBe('红旗');
    expect(cell(text, '宝贝')).toBe('手机 <A&B> 第 1 款（颜色:黑）×1');
  });
});
