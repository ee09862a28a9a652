import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { flagRemarkTable } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { checkRemark, type RemarkInput } from './flag-remark.ts';

const gift: RemarkInput = {
  situation: 'gift',
  flag: 'red',
  facts: { gift: '数据线' },
  signer: '小刘',
  memo: '送数据线一根 小刘 11.20',
  today: '2026-11-22',
};
/** One good remark per kind of recogniser, without and with its signature. */
const good: RemarkInput[] = [
  gift,
  {
    ...gift,
    situation: 'carrier',
    facts: { carrier: 'EMS', bearer: 'buyer' },
    memo: '发EMS，10元差价买家补 小刘 11.20',
  },
  {
    ...gift,
    situation: 'address-change',
    facts: { address: '四川省成都市武侯区人民南路四段27号' },
    memo: '地址改为成都武侯人民南路四段27号 小刘 11.20',
  },
  {
    ...gift,
    situation: 'exchange',
    facts: { reason: '颜色不喜欢', bearer: 'buyer', from: '红色 XL', to: '蓝色 XL' },
    memo: '颜色不喜欢，换蓝色XL，来回运费客户付，退件到了再寄 小刘 11.20',
  },
  { ...gift, situation: 'hold', flag: 'yellow', facts: { until: '2026-11-28' }, memo: '28号前不要发 小刘 11.20' },
  { ...gift, situation: 'ship-now', flag: 'green', facts: {}, memo: '到约定日期，可发 小刘 11.20' },
  {
    ...gift,
    situation: 'refund-ready',
    flag: 'purple',
    facts: { item: '红色 XL', quantity: '2' },
    memo: '退回红色XL 2件已查收，无误，可以退款 小刘 11.20',
  },
];
const rules = (input: RemarkInput) => checkRemark(input).findings.map(({ rule }) => rule);

describe('checkRemark', () => {
  it('finds nothing wrong with a good remark and says what it recognised', () => {
    expect(checkRemark(gift)).toEqual({
      ok: true,
      findings: [],
      recognised: [
        { part: 'gift', text: '数据线' },
        { part: 'signer', text: '小刘' },
        { part: 'date', text: '11.20' },
      ],
    });
  });

  it('takes the flag as a number too, and says what a wrong flag means without naming the right one', () => {
    expect(rules({ ...gift, flag: 1 })).toEqual([]);
    const [finding] = checkRemark({ ...gift, flag: 4 }).findings;
    expect(finding?.rule).toBe('wrong-flag');
    expect(finding?.about).toBe('flag');
    expect(finding?.message).toContain('蓝旗');
    expect(`${finding?.message}${finding?.suggestion}`).not.toContain('红旗');
  });

  it('does not give the answer away in messages about what is missing', () => {
    for (const { message, suggestion } of checkRemark({ ...gift, memo: '' }).findings)
      expect(message + suggestion).not.toContain('数据线');
  });

  it('shows the words a contradiction rests on', () => {
    const [finding] = checkRemark({
      ...gift,
      situation: 'carrier',
      facts: { carrier: 'EMS' },
      memo: '发顺丰 小刘 11.20',
    }).findings;
    expect(finding).toMatchObject({ rule: 'contradicts:carrier', message: expect.stringContaining('顺丰') });
  });

  it('asks for what an earlier remark promised', () => {
    const input = { ...gift, situation: 'ship-now', flag: 3, facts: { keep: '钢化膜' } };
    expect(rules({ ...input, memo: '到约定日期，可发 小刘 11.20' })).toEqual(['missing:keep']);
    expect(rules({ ...input, memo: '到约定日期，可发，记得送贴膜 小刘 11.20' })).toEqual([]);
  });

  it('counts bytes as the shop does: 1000 are allowed', () => {
    expect(rules({ ...gift, memo: '哈'.repeat(500) })).not.toContain('too-long');
    expect(rules({ ...gift, memo: `${'哈'.repeat(500)}.` })).toContain('too-long');
  });

  it('refuses a situation or flag it does not know', () => {
    expect(() => checkRemark({ ...gift, situation: 'party' })).toThrow(RangeError);
    expect(() => checkRemark({ ...gift, flag: 'pink' })).toThrow(RangeError);
  });

  it('judges each situation by a flag of its own table', () => {
    for (const { situation, flag } of flagRemarkTable().situations) {
      const wrong = flagRemarkTable().flags.filter((other) =>
        rules({ ...gift, situation, flag: other.flag }).includes('wrong-flag'),
      );
      expect(wrong.map((other) => other.flag)).toEqual([0, 1, 2, 3, 4, 5].filter((other) => other !== flag));
    }
  });
});

describe('checkRemark on any text', () => {
  const situation = fc.constantFrom(...flagRemarkTable().situations.map((rule) => rule.situation));
  const facts = fc.dictionary(
    fc.constantFrom(
      'gift',
      'carrier',
      'bearer',
      'address',
      'reason',
      'from',
      'to',
      'until',
      'purpose',
      'amount',
      'rating',
      'trait',
      'item',
      'quantity',
      'keep',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('蓝色 XL', '2026-11-28', 'buyer', '10', '成都市人民南路27号'),
    ),
  );
  const words = fc.constantFrom(
    '送',
    '数据线',
    '小刘',
    '11.20',
    '买家',
    '运费',
    '不',
    '付',
    '28号',
    '蓝色',
    'XL',
    '两件',
    ' ',
    '，',
    '\u0000',
    '退',
    '发',
    '$&',
    '十',
  );
  const memo = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('never throws, and only says what it found there', () => {
    fc.assert(
      fc.property(situation, facts, memo, (name, given, text) => {
        const verdict = checkRemark({ ...gift, situation: name, facts: given, memo: text });
        expect(verdict.ok).toBe(verdict.findings.length === 0);
        for (const { rule, message } of verdict.findings) {
          expect(rule).toMatch(
            /^(?:wrong-flag|missing:[a-z-]+|contradicts:[a-z-]+|signer-missing|date-(?:missing|invalid|future)|too-long)$/,
          );
          expect(message).not.toContain('{found}');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind width, more white space or invisible characters', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const respace = fc.constantFrom('  ', '\t', '\r\n', '\u3000', ' \u200b ');
    fc.assert(
      fc.property(fc.constantFrom(...good), respace, fc.boolean(), (input, space, full) => {
        const text = (full ? wide(input.memo) : input.memo).replace(/ /g, space);
        expect(rules({ ...input, memo: `${space}${text}${space}` })).toEqual([]);
      }),
    );
  });

  it('misses the signer, and only the signature, when it is cut off', () => {
    for (const input of good) {
      expect(rules(input)).toEqual([]);
      expect(rules({ ...input, memo: input.memo.replace(' 小刘', '') })).toEqual(['signer-missing']);
      expect(rules({ ...input, memo: input.memo.replace(' 小刘 11.20', '') })).toEqual([
        'signer-missing',
        'date-missing',
      ]);
    }
  });

  it('takes no more than a fair share of time for hostile text', () => {
    const units = [
      '出',
      '我出',
      '买家付运费',
      '11.20',
      '1.',
      '1',
      '退件收到',
      '，',
      '不发',
      '深蓝',
      '小刘',
      'xl',
      '十',
      '顺丰',
      '中山路1号',
      '下周六',
      '今天 ',
      '小刘 11.20 ',
    ];
    const facts = {
      reason: '颜色不喜欢',
      bearer: 'buyer',
      to: '蓝色 XL',
      address: '成都市人民南路27号',
      until: '2026-11-28',
    };
    const time = (memo: string) => {
      const start = performance.now();
      for (const name of ['exchange', 'address-change', 'hold']) checkRemark({ ...gift, situation: name, facts, memo });
      return performance.now() - start;
    };
    const best = (memo: string) => Math.min(time(memo), time(memo), time(memo));
    for (const unit of units) {
      const short = best(unit.repeat(Math.ceil(5_000 / unit.length)));
      const long = best(unit.repeat(Math.ceil(80_000 / unit.length)));
      // Sixteen times the text: quadratic work would take 256 times as long. 50 ms absorb a busy machine.
      expect(long, unit).toBeLessThan(80 * short + 50);
    }
  });
});
