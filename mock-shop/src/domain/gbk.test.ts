import { describe, expect, it } from 'vitest';
import { gbkBytes, inGbk } from './gbk.ts';

/** Every character that some two bytes decode to, by the platform's own decoder. */
function decoded(): Set<number> {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const codes = new Set<number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        const code = text.codePointAt(0) ?? 0;
        const isPrivate = code >= 0xe000 && code <= 0xf8ff;
        if ([...text].length === 1 && code >= 0x80 && !isPrivate) codes.add(code);
      } catch {
        // No character has these two bytes.
      }
    }
  }
  return codes;
}

describe('GBK', () => {
  it('holds exactly what the platform decodes', () => {
    const codes = decoded();
    expect(codes.size).toBeGreaterThan(21_000);
    const differing: string[] = [];
    for (let code = 0x80; code < 0x1_0100; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      if (inGbk(String.fromCodePoint(code)) !== codes.has(code)) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('counts one byte for ASCII and two for the rest', () => {
    expect(gbkBytes('SF顺丰，10元\n')).toBe(13);
  });
});
