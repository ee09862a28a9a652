import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';

describe('canonical JSON', () => {
  test('is what the reference library writes, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'large', stringUnit: 'grapheme' }), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1000 },
    );
  });

  test('orders keys by UTF-16 code units, numbers among them, as in RFC 8785, 3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, 10: 5, 9: 6, '\ud83d\ude00': 7, '\u0080': 8, '\u00f6': 9 };
    expect(canonical(value)).toBe(
      '{"\\r":2,"1":4,"10":5,"9":6,"\u0080":8,"\u00f6":9,"\u20ac":1,"\ud83d\ude00":7,"\ufb33":3}',
    );
  });

  test('writes numbers as RFC 8785, appendix B, has them', () => {
    const numbers = [-0, 5e-324, 1.7976931348623157e308, 9007199254740992, 1e21, 999999999999999700000, 0.000001, 1e-7];
    expect(canonical(numbers)).toBe(
      '[0,5e-324,1.7976931348623157e+308,9007199254740992,1e+21,999999999999999700000,0.000001,1e-7]',
    );
  });

  test('leaves out what is undefined, and survives half an emoji', () => {
    expect(canonical({ b: undefined, a: [undefined, {}, []] })).toBe('{"a":[null,{},[]]}');
    expect(canonical({ text: '好\ud83d' })).toBe('{"text":"好\\ud83d"}');
  });
});
