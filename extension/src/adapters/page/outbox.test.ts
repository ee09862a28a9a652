import type { OutboxEntry } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { openOutbox, type Shelf } from './outbox.ts';

function shelfOf(stored: Record<string, unknown>): Shelf {
  return {
    get: async () => ({ ...stored }),
    async set(items) {
      Object.assign(stored, items);
    },
    async remove(keys) {
      for (const key of keys) delete stored[key];
    },
  };
}
const entry = (id: string, wall: number): OutboxEntry => ({
  id,
  wall,
  body: { kind: 'notice', data: { code: 'x', text: 'x' } },
});

describe('outbox', () => {
  it('writes and sends, and forgets only what is in the log', async () => {
    const stored: Record<string, unknown> = { card: {} };
    const sent: string[] = [];
    const outbox = openOutbox(shelfOf(stored), (entries) => sent.push(...entries.map(({ id }) => id)), expect.fail);
    outbox.put(entry('first', 1));
    outbox.put(entry('second', 2));
    outbox.forget(['first', 'unknown']);
    await Promise.resolve();
    expect(sent).toEqual(['first', 'second']);
    expect(Object.keys(stored)).toEqual(['card', 'outbox:second']);
  });

  it('sends again what is left, oldest first, in handy portions', async () => {
    const stored: Record<string, unknown> = { card: {} };
    for (let i = 250; i > 0; i--) stored[`outbox:${i}`] = entry(String(i), i);
    const portions: OutboxEntry[][] = [];
    await openOutbox(shelfOf(stored), (entries) => portions.push(entries), expect.fail).resend();
    expect(portions.map((portion) => portion.length)).toEqual([100, 100, 50]);
    expect(portions.flat().map(({ wall }) => wall)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
  });

  it('says when it cannot write', async () => {
    let failed = 0;
    const full = { ...shelfOf({}), set: () => Promise.reject(new Error('quota')) };
    const sent: OutboxEntry[] = [];
    openOutbox(
      full,
      (entries) => sent.push(...entries),
      () => failed++,
    ).put(entry('a', 1));
    await Promise.resolve();
    await Promise.resolve();
    expect(failed).toBe(1);
    expect(sent).toHaveLength(1);
  });
});
