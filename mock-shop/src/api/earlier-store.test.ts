import { buildWorld } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { decide } from '../domain/decide.ts';
import stored from '../testing/stored-world-1.json' with { type: 'json' };
import { storedWorld } from './open-world.ts';

/** A store as the first version of the shop wrote it: six remarks, with the talk about them. */
const { row, records } = stored;

describe('a store written by an earlier version', () => {
  it('opens with everything that was done in it', () => {
    const { state, row: clock } = storedWorld(row, records, buildWorld);
    expect(state.id).toBe(row.world);
    expect(state.lastSeq).toBe(records.length);
    expect(clock.sim).toBe(row.sim);
    const remarks = records.filter(({ type }) => type === 'trade.memo.updated');
    expect(remarks.length).toBe(6);
    for (const { subject, data } of remarks) {
      const trade = state.trades.find(({ tid }) => tid === subject);
      expect({ flag: trade?.seller_flag, memo: trade?.seller_memo }).toEqual(data.after);
    }
    const talk = records.filter(({ type }) => type === 'chat.answered');
    for (const { subject, data } of talk) {
      expect(state.chats.get(subject)?.messages.map(({ text }) => text)).toContain(data.text);
    }
  });

  it('goes on', () => {
    const { state } = storedWorld(row, records, buildWorld);
    const tid = records.find(({ type }) => type === 'trade.memo.updated')?.subject ?? '';
    const now = { sim: row.sim + 60_000, wall: row.ticked + 1000 };
    const decision = decide(state, { type: 'memo.update', tid, flag: 3, memo: '可以发货 小刘 11.22' }, now);
    expect('records' in decision && decision.records[0]?.seq).toBe(records.length + 1);
  });
});
