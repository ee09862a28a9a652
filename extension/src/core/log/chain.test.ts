import type { AttemptEvent } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../e2e/simulated-student.ts';
import { headCode, verifyChain } from './chain.ts';

const events = simulate(3, 'practice', 0.7);
const codes = (log: readonly AttemptEvent[]) => new Set(verifyChain(log).map((f) => f.code));

describe('the chain of an attempt log', () => {
  test('is whole when nothing was touched', () => {
    expect(verifyChain(events)).toEqual([]);
  });

  test('shows a deleted, swapped, repeated or edited event anywhere', () => {
    for (let i = 0; i < events.length; i++) {
      const without = events.filter((_, j) => j !== i);
      if (i < events.length - 1) expect(codes(without).has('chain-gap'), `deleted ${i}`).toBe(true);
      const event = events[i];
      if (!event) throw new Error('empty');
      expect(codes(events.with(i, { ...event, wall: event.wall + 1 })).has('chain-edited'), `edited ${i}`).toBe(true);
      expect(
        codes([...events.slice(0, i + 1), event, ...events.slice(i + 1)]).has('chain-repeated'),
        `repeated ${i}`,
      ).toBe(true);
      const next = events[i + 1];
      if (next) expect(codes(events.with(i, next).with(i + 1, event)).size, `swapped ${i}`).toBeGreaterThan(0);
    }
  });

  test('gives a head code that can be read aloud', () => {
    expect(headCode('0'.repeat(64))).toBe('0000-0000');
    expect(headCode('ff'.repeat(32))).toBe('ZZZZ-ZZZZ');
    expect(headCode(events.at(-1)?.hash ?? '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});
