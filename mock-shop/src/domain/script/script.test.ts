import type { ScriptEntry, ShopRecord, Trigger } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyId, tinyScript, tinyTrade, tinyWorld } from '../../testing/tiny-world.ts';
import { apply } from '../apply.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { due } from '../due.ts';
import { worldStarted } from '../record.ts';
import { simMs } from '../sim-time.ts';
import { beginState, type ShopState } from '../state.ts';

const START = simMs('2026-11-22T10:00:00+08:00');
const HOUR = 3_600_000;
const YELLOW: Trigger = { type: 'trade.memo.updated', subject: tinyId(3), equals: { flag: 2 } };

function begun(script: ScriptEntry[]): ShopState {
  const state = beginState(tinyWorld({ script }), 1000);
  for (const record of worldStarted(state, 1440, 1000)) apply(state, record);
  return state;
}

function run(state: ShopState, command: Command, sim: number): void {
  const decision = decide(state, command, { sim, wall: 0 });
  if ('refusal' in decision) throw new Error(decision.refusal.sub_msg);
  for (const record of decision.records) apply(state, record);
}

function happen(state: ShopState, sim: number): ShopRecord[] {
  const all: ShopRecord[] = [];
  for (let records = due(state, { sim, wall: 0 }); records.length > 0; records = due(state, { sim, wall: 0 })) {
    for (const record of records) apply(state, record);
    all.push(...records);
  }
  return all;
}

const flag = (state: ShopState, value: number, sim = START): void =>
  run(state, { type: 'memo.update', tid: tinyId(3), flag: value }, sim);
const say = (state: ShopState, nick: string, text: string, sim = START): void =>
  run(state, { type: 'chat.send', buyer_nick: nick, text }, sim);

describe('what an entry waits for', () => {
  it('can be what the seller said, in other words', () => {
    const told: Trigger = { type: 'chat.answered', subject: '买家2', intents: ['announce-shipped'] };
    const entry: ScriptEntry = {
      id: 'thanks',
      when: { after: told, delay: 60 },
      do: { type: 'chat', buyer_nick: '买家2', text: '谢谢' },
    };
    const state = begun([entry]);
    say(state, '买家2', '亲，在的');
    expect(happen(state, START + HOUR)).toEqual([]);
    say(state, '买家2', '已经发出了，中通 76300000000001', START + HOUR);
    expect(happen(state, START + HOUR + 60_000)).toMatchObject([{ subject: '买家2', data: { script: 'thanks' } }]);
    expect(state.chats.get('买家2')?.messages.map(({ from }) => from)).toEqual(['seller', 'seller', 'buyer']);
  });

  it.each([
    ['before what it waits for', [START, START + 2 * HOUR]],
    ['while it waits for its time', [START + 60_000, START]],
  ])('is called off for good by a record %s', (_, [off = 0, on = 0]) => {
    const state = begun([{ ...tinyScript(), unless: [{ type: 'chat.answered', subject: '买家3' }] }]);
    const acts = [
      [off, () => say(state, '买家3', '先别急', off)],
      [on, () => flag(state, 2, on)],
    ] as const;
    for (const [, act] of acts.toSorted((a, b) => a[0] - b[0])) act();
    const said = happen(state, START + 12 * HOUR).filter(({ data }) => 'script' in data);
    expect(said).toEqual([]);
    expect(state.script.waiting.size).toBe(0);
  });

  it('is not called off by a record that fits in part only', () => {
    const state = begun([{ ...tinyScript(), unless: [{ ...YELLOW, equals: { flag: 5 } }] }]);
    flag(state, 2);
    expect(happen(state, START + HOUR)).toHaveLength(1);
  });

  it('can be what somebody in particular did', () => {
    const by = (actor: Trigger['actor'] & string): ScriptEntry => {
      const { when: _, ...rest } = tinyScript();
      return { ...rest, id: actor, when: { after: { ...YELLOW, actor }, delay: 60 } };
    };
    const state = begun([by('seller'), by('platform')]);
    flag(state, 2);
    expect(happen(state, START + HOUR)).toMatchObject([{ data: { script: 'seller' } }]);
  });

  it('never happens when its own record calls it off', () => {
    const state = begun([{ ...tinyScript(), unless: [YELLOW] }]);
    flag(state, 2);
    expect(happen(state, START + 12 * HOUR)).toEqual([]);
  });
});

it('lets a buyer speak up who has bought, though nobody has written yet; nobody else', () => {
  const entry = (nick: string): ScriptEntry => ({
    id: nick,
    when: { at: '2026-11-22T11:00:00+08:00' },
    do: { type: 'chat', buyer_nick: nick, text: '在吗' },
  });
  const state = begun([entry('买家1'), entry('路人')]);
  expect(happen(state, START + HOUR)).toMatchObject([
    { type: 'chat.received', subject: '买家1' },
    { type: 'script.skipped', subject: '路人', data: { script: '路人', why: '没有这位买家' } },
  ]);
  expect(state.chats.get('买家1')).toMatchObject({ unread: 1 });
  expect(happen(state, START + 12 * HOUR)).toEqual([]);
});

it('looks at the entries that wait for a record alone, however many there are', () => {
  let looks = 0;
  const script = Array.from({ length: 5000 }, (_, i): ScriptEntry => {
    const { when, ...rest } = tinyScript();
    const subject = tinyId(i);
    const entry = { ...rest, id: `entry-${i}`, when };
    const own = { after: { ...YELLOW, subject }, delay: 60 };
    return Object.defineProperty(entry, 'when', {
      get: () => {
        looks += 1;
        return own;
      },
    });
  });
  const state = begun(script);
  looks = 0;
  flag(state, 2);
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(5);
  expect(happen(state, START + 60_000)).toHaveLength(1);
});

describe('a buyer who acts', () => {
  const rates = (at: string, parts: Partial<Extract<ScriptEntry['do'], { type: 'act' }>> = {}): ScriptEntry => ({
    id: `rates-${at}`,
    when: { at: `2026-11-22T${at}:00+08:00` },
    do: { type: 'act', buyer_nick: '买家1', act: { type: 'rate.add', result: 'good', content: '不错' }, ...parts },
  });
  const finished = tinyTrade(1, { status: 'TRADE_FINISHED', end_time: '2026-11-20T09:00:00+08:00' });
  const shop = (script: ScriptEntry[]): ShopState => {
    const state = beginState(tinyWorld({ trades: [finished], script }), 1000);
    for (const record of worldStarted(state, 1440, 1000)) apply(state, record);
    return state;
  };

  it('does so by a command of his own, with the newest trade where none is named', () => {
    const state = shop([rates('11:00')]);
    const [record, ...more] = happen(state, START + 2 * HOUR);
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      at: '2026-11-22T11:00:00+08:00',
      actor: 'buyer',
      type: 'rate.added',
      data: { script: 'rates-11:00', after: { tid: tinyId(1), result: 'good' } },
    });
    expect(state.rates.size).toBe(1);
    expect(state.script.waiting.size).toBe(0);
  });

  it('is told of once when the shop refuses, and that is the end of it', () => {
    const state = shop([rates('11:00'), rates('12:00')]);
    const records = happen(state, START + 72 * HOUR).filter(({ type }) => type !== 'clock.day-started');
    expect(records).toMatchObject([
      { type: 'rate.added' },
      {
        type: 'script.skipped',
        actor: 'platform',
        data: { script: 'rates-12:00', why: expect.stringMatching(/评价/) },
      },
    ]);
    expect(state.script.waiting.size).toBe(0);
  });

  it('cannot act on a trade that never came to be', () => {
    const state = shop([rates('11:00', { buyer_nick: '路人' })]);
    expect(happen(state, START + 2 * HOUR)).toMatchObject([
      { type: 'script.skipped', subject: '路人', data: { why: '这位买家还没有订单' } },
    ]);
  });

  it('sets off what waits for it, by the rating, the trade or the buyer', () => {
    const waits = (subject: string): ScriptEntry => ({
      id: `after ${subject}`,
      when: { after: { type: 'rate.added', subject, equals: { result: 'good' } }, delay: 60 },
      do: { type: 'chat', buyer_nick: '买家1', text: '评好了' },
    });
    const state = shop([rates('11:00'), ...[tinyId(1), `${tinyId(1)}-buyer`, '买家1', '买家2'].map(waits)]);
    const said = happen(state, START + 2 * HOUR).filter(({ type }) => type === 'chat.received');
    expect(said.map(({ data }) => data.script).toSorted()).toEqual(
      [`after ${tinyId(1)}`, `after ${tinyId(1)}-buyer`, 'after 买家1'].toSorted(),
    );
  });
});
