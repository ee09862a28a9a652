import { describe, expect, it } from 'vitest';
import { gbkBytes, normalise } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['ＥＭＳ　１１．２０', 'ems 11.20'],
    ['送 数 据 线   小 刘   11 . 20', '送数据线小刘11.20'],
    ['902 11.20', '902 11.20'],
    ['贈送數據線', '赠送数据线'],
    ['11。20 11·20 11—20', '11.20 11.20 11-20'],
    ['发货。小刘', '发货。小刘'],
    ['小\u200b刘\u0000\u0007 x', '小刘x'],
    ['a\r\n\tb', 'a b'],
    ['\ud800x', 'x'],
  ])('%j → %j', (raw, wanted) => {
    expect(normalise(raw)).toBe(wanted);
  });
});

describe('gbkBytes', () => {
  it('counts ASCII as one, Chinese as two, emoji as four', () => {
    expect(gbkBytes('a1 ')).toBe(3);
    expect(gbkBytes('备注，')).toBe(6);
    expect(gbkBytes('😄')).toBe(4);
  });
});
