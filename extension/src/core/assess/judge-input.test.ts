import type { Matcher } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { type Given, judgeInput } from './judge-input.ts';

const TODAY = '2026-11-22';
const fits = (matcher: Matcher, given: string | Given) =>
  judgeInput(matcher, typeof given === 'string' ? { text: given } : given, TODAY).length === 0;

describe('a matcher takes and refuses', () => {
  test.each<[string, Matcher, (string | Given)[], (string | Given)[]]>([
    ['exactly this', { kind: 'exact', value: '7' }, ['7'], ['07', ' 7', '']],
    ['one of these', { kind: 'one-of', values: ['7', '10'] }, ['7', '10'], ['3', '']],
    [
      'all words, or what stands for them, in any width and case',
      { kind: 'contains-all', terms: ['单号', ['开箱', '验货']] },
      ['单号 SF1，请当面验货', '请開箱，單號在这'],
      ['请验货', '单号 SF1', ''],
    ],
    [
      'a number',
      { kind: 'range', min: 5, max: '10' },
      ['5', '10', '７', '￥5.50', '1,0 元'],
      ['4', '11', '七', '', '5天'],
    ],
    ['a number with one bound', { kind: 'range', min: '1000' }, ['￥1,299.00'], ['999.99', '-1000']],
    [
      'a day in any writing',
      { kind: 'date', from: TODAY, to: '2026-11-25' },
      ['2026-11-22', '11.25', '11月23日到货', '2026-11-24T08:00:00+08:00'],
      ['11.21', '2026-11-26', '25', '没有日期'],
    ],
    ['a day up to today', { kind: 'date', to: 'today' }, ['11.22', '2025-01-01'], ['11.23']],
    [
      'what the world says',
      { kind: 'from-scenario', fact: '西湖区 文三路 18 号' },
      ['西湖区文三路１８号', ' 西湖区 文三路18号 '],
      ['西湖区文三路19号', '文三路18号'],
    ],
    ['one of what the world lists', { kind: 'from-scenario', fact: ['SF', 'YTO'] }, ['sf', 'YTO'], ['STO']],
    [
      'what it comes to',
      { kind: 'intents', all: ['tell-waybill'], any: ['ask-inspect', 'ask-watch'] },
      [{ text: 'x', intents: ['ask-watch', 'tell-waybill'] }],
      [{ text: 'x', intents: ['tell-waybill'] }, { text: 'x', intents: ['ask-watch'] }, 'x'],
    ],
    [
      'what an earlier record says',
      { kind: 'from-record', record: { type: 'trade.shipped', subject: '1' }, path: 'out_sid' },
      [{ text: '单号 sf001，请查收', recall: () => ['YT9', 'SF001'] }],
      [{ text: '单号 YT9', recall: () => ['YT9', 'SF001'] }, { text: '单号 SF001', recall: () => [] }, 'SF001'],
    ],
    ['anything but', { kind: 'not', matcher: { kind: 'exact', value: '' } }, ['x'], ['']],
    [
      'several at once',
      {
        kind: 'all',
        matchers: [
          { kind: 'contains-all', terms: ['亲'] },
          { kind: 'not', matcher: { kind: 'contains-all', terms: ['到付'] } },
        ],
      },
      ['亲，您好'],
      ['您好', '亲，请到付'],
    ],
    [
      'one of several',
      {
        kind: 'any',
        matchers: [
          { kind: 'exact', value: 'a' },
          { kind: 'range', min: 5 },
        ],
      },
      ['a', '6'],
      ['b', '4'],
    ],
    [
      'a flag remark',
      { kind: 'flag-remark', situation: 'gift', flag: '1', facts: { gift: '数据线' }, signer: '小刘' },
      ['随单送数据线一条 小刘 11.22'],
      ['随单送数据线一条', ''],
    ],
  ])('%s', (_, matcher, right, wrong) => {
    for (const given of right) expect([given, fits(matcher, given)]).toEqual([given, true]);
    for (const given of wrong) expect([given, fits(matcher, given)]).toEqual([given, false]);
  });
});

test('each missing word is a fault of its own, in the words and with the clause that the lesson gives', () => {
  const matcher: Matcher = {
    kind: 'contains-all',
    terms: ['单号', ['开箱', '验货']],
    message: '没有说{missing}',
    clause: 'notice',
  };
  expect(judgeInput(matcher, { text: '亲' }, TODAY)).toEqual([
    { clause: 'notice', text: '没有说单号' },
    { clause: 'notice', text: '没有说开箱' },
  ]);
  const range: Matcher = { kind: 'range', min: 5, message: '延得太少', clause: 'too-short' };
  expect(judgeInput({ kind: 'all', matchers: [range, matcher] }, { text: '3单号验货' }, TODAY)).toEqual([
    { clause: 'too-short', text: '延得太少' },
  ]);
  expect(judgeInput({ kind: 'any', matchers: [range, matcher], message: '都不是' }, { text: '' }, TODAY)).toEqual([
    { clause: 'wrong-input', text: '都不是' },
  ]);
});
