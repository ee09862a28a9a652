import type { ShopRecord } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyChat, tinyId, tinyScript, tinyWorld } from '../testing/tiny-world.ts';
import { apply } from './apply.ts';
import { replyDelay } from './chat/reply.ts';
import { advance } from './clock.ts';
import { decide } from './decide.ts';
import { due } from './due.ts';
import { worldStarted } from './record.ts';
import { simMs, simText } from './sim-time.ts';
import { beginState, type ShopState } from './state.ts';

const START = simMs('2026-11-22T10:00:00+08:00');

function begun(parts: Parameters<typeof tinyWorld>[0]): ShopState {
  const state = beginState(tinyWorld(parts), 1000);
  for (const record of worldStarted(state, 1440, 1000)) apply(state, record);
  return state;
}

function happen(state: ShopState, sim: number): ShopRecord[] {
  const all: ShopRecord[] = [];
  for (;;) {
    const records = due(state, { sim, wall: 0 });
    if (records.length === 0) return all;
    for (const record of records) apply(state, record);
    all.push(...records);
  }
}

function flag(state: ShopState, value: number, sim = START): void {
  const decision = decide(state, { type: 'memo.update', tid: tinyId(3), flag: value }, { sim, wall: 0 });
  if ('refusal' in decision) throw new Error('refused');
  for (const record of decision.records) apply(state, record);
}

describe('a script entry', () => {
  it('waits for its record, then for its delay, and fires once', () => {
    const state = begun({ script: [tinyScript()] });
    flag(state, 1);
    expect(happen(state, START + 7_200_000)).toEqual([]);
    flag(state, 2, START + 7_200_000);
    expect(happen(state, START + 7_200_000 + 1_799_000)).toEqual([]);
    const [record, ...more] = happen(state, START + 7_200_000 + 1_860_000);
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      at: simText(START + 7_200_000 + 1_800_000),
      actor: 'buyer',
      type: 'chat.received',
      subject: '买家3',
      data: { text: '可以发货了', tid: tinyId(3), script: 'hold-over' },
    });
    expect(state.chats.get('买家3')).toMatchObject({ unread: 2 });
    flag(state, 3, START + 9_100_000);
    flag(state, 2, START + 9_100_000);
    expect(happen(state, START + 50_000_000)).toEqual([]);
  });

  it('keeps its time when the record comes twice', () => {
    const state = begun({ script: [tinyScript()] });
    flag(state, 2);
    flag(state, 1, START + 600_000);
    flag(state, 2, START + 1_200_000);
    expect(happen(state, START + 1_800_000)).toHaveLength(1);
  });

  it('can name a time itself', () => {
    const entry = { ...tinyScript(), when: { at: '2026-11-22T11:00:00+08:00' } };
    const state = begun({ script: [entry] });
    expect(happen(state, START + 3_599_000)).toEqual([]);
    expect(happen(state, START + 3_600_000)).toHaveLength(1);
    expect(happen(state, START + 9_000_000)).toEqual([]);
  });

  it('is still waiting after the records were folded anew', () => {
    const live = begun({ script: [tinyScript()] });
    const records: ShopRecord[] = worldStarted(beginState(tinyWorld(), 1000), 1440, 1000);
    const decision = decide(live, { type: 'memo.update', tid: tinyId(3), flag: 2 }, { sim: START, wall: 0 });
    if ('refusal' in decision) throw new Error('refused');
    const folded = beginState(tinyWorld({ script: [tinyScript()] }), 1000);
    for (const record of [...records, ...decision.records]) apply(folded, record);
    expect(happen(folded, START + 1_800_000)).toHaveLength(1);
  });
});

describe('a buyer', () => {
  const say = (state: ShopState, text: string, sim: number): void => {
    const decision = decide(state, { type: 'chat.send', buyer_nick: '买家3', text }, { sim, wall: 0 });
    if ('refusal' in decision) throw new Error('refused');
    for (const record of decision.records) apply(state, record);
  };

  it('answers by the words that were written, once, after a while', () => {
    const state = begun({});
    say(state, '发哪家快递', START);
    expect(happen(state, START + replyDelay('对，发顺丰') - 1000)).toEqual([]);
    expect(happen(state, START + replyDelay('对，发顺丰'))).toMatchObject([
      { data: { text: '对，发顺丰', reply_to: 2 } },
    ]);
    expect(happen(state, START + 86_000)).toEqual([]);
    say(state, '嗯嗯', START + 100_000);
    expect(happen(state, START + 300_000)).toMatchObject([{ data: { text: '好的' } }]);
  });

  it('answers two quick messages with one', () => {
    const state = begun({});
    say(state, '发哪家快递', START);
    say(state, '亲？', START + 10_000);
    expect(happen(state, START + 600_000)).toMatchObject([{ data: { text: '对，发顺丰', reply_to: 3 } }]);
  });

  it('without a script stays silent', () => {
    const state = begun({ chats: [tinyChat({ replies: [] })] });
    say(state, '在', START);
    expect(happen(state, START + 600_000)).toEqual([]);
  });
});

describe('the days', () => {
  it('begin one by one, in order with everything else', () => {
    const state = begun({ script: [{ ...tinyScript(), when: { at: '2026-11-23T12:00:00+08:00' } }] });
    const records = happen(state, simMs('2026-11-24T01:00:00+08:00'));
    expect(records.map((record) => [record.seq, record.at, record.type])).toEqual([
      [2, '2026-11-23T00:00:00+08:00', 'clock.day-started'],
      [3, '2026-11-23T12:00:00+08:00', 'chat.received'],
      [4, '2026-11-24T00:00:00+08:00', 'clock.day-started'],
    ]);
    expect(happen(state, simMs('2026-11-24T23:59:59+08:00'))).toEqual([]);
  });
});

describe('the clock', () => {
  const clock = { sim: START, day: 1440, paused: false };

  it('goes 60 simulated seconds for a real one when a day takes 1440', () => {
    expect(advance(clock, 1000).sim - START).toBe(60_000);
    expect(advance({ ...clock, day: 86_400 }, 1000).sim - START).toBe(1000);
  });

  it('takes a gap of more than five seconds for one second, and never goes back', () => {
    expect(advance(clock, 5000).sim - START).toBe(300_000);
    expect(advance(clock, 5001).sim - START).toBe(60_000);
    expect(advance(clock, 8 * 3_600_000).sim - START).toBe(60_000);
    expect(advance(clock, -3000).sim).toBe(START);
    expect(advance(clock, Number.NaN).sim).toBe(START);
  });

  it('stands still while paused', () => {
    expect(advance({ ...clock, paused: true }, 1000).sim).toBe(START);
  });
});
