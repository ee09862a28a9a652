import type { ShopRecord } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';
import { apply } from './apply.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import { due } from './due.ts';
import { worldStarted } from './record.ts';
import { simMs } from './sim-time.ts';
import { beginState, type ShopState } from './state.ts';

const NOW = { sim: simMs('2026-11-22T10:05:00+08:00'), wall: 5000 };

function begun(): ShopState {
  const state = beginState(tinyWorld(), 1000);
  for (const record of worldStarted(state, 1440, 1000)) apply(state, record);
  return state;
}

function accepted(state: ShopState, command: Command): ShopRecord[] {
  const decision = decide(state, command, NOW);
  if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.sub_msg}`);
  for (const record of decision.records) apply(state, record);
  return decision.records;
}

function refused(command: Command): { code: number; sub_code?: string | undefined; sub_msg?: string | undefined } {
  const decision = decide(begun(), command, NOW);
  if ('records' in decision) throw new Error('was accepted');
  expect(decision.refusal.sub_msg).toMatch(/[一-鿿]/);
  return decision.refusal;
}

const tid = tinyId(3);
const memoOf = (state: ShopState, id: string): [number, string] => {
  const trade = state.trades[state.places.get(id) ?? -1];
  return [trade?.seller_flag ?? -1, trade?.seller_memo ?? ''];
};

describe('a remark', () => {
  it('becomes one record with before and after, and changes the trade', () => {
    const state = begun();
    const records = accepted(state, { type: 'memo.update', tid, flag: 1, memo: '送数据线 小刘 11.22' });
    expect(records).toEqual([
      {
        seq: 2,
        world: 'tiny:7:1000',
        at: '2026-11-22T10:05:00+08:00',
        wall: 5000,
        actor: 'seller',
        type: 'trade.memo.updated',
        subject: tid,
        data: { before: { flag: 0, memo: '' }, after: { flag: 1, memo: '送数据线 小刘 11.22' } },
      },
    ]);
    expect(memoOf(state, tid)).toEqual([1, '送数据线 小刘 11.22']);
    expect(state.trades.at(-1)?.modified).toBe('2026-11-22T10:05:00+08:00');
  });

  it('that changes nothing makes no record', () => {
    const state = begun();
    expect(accepted(state, { type: 'memo.update', tid, flag: 0, memo: '' })).toEqual([]);
    expect(accepted(state, { type: 'memo.update', tid: tinyId(2), flag: 2, memo: '先不发 小王 11.20' })).toEqual([]);
  });

  it('with an empty text changes the flag alone, and reset clears the text whatever is sent', () => {
    const state = begun();
    accepted(state, { type: 'memo.update', tid: tinyId(2), flag: 3, memo: '', reset: false });
    expect(memoOf(state, tinyId(2))).toEqual([3, '先不发 小王 11.20']);
    accepted(state, { type: 'memo.update', tid: tinyId(2), memo: '不看', reset: true });
    expect(memoOf(state, tinyId(2))).toEqual([3, '']);
  });

  it('may have line breaks, and exactly 1000 GBK bytes', () => {
    const state = begun();
    accepted(state, { type: 'memo.update', tid, memo: `${'汉'.repeat(499)}\r\nx` });
    expect(memoOf(state, tid)[1]).toBe(`${'汉'.repeat(499)}\nx`);
  });

  it('can be added only where there is none', () => {
    const state = begun();
    accepted(state, { type: 'memo.add', tid, memo: '新备注' });
    expect(memoOf(state, tid)).toEqual([0, '新备注']);
    expect(refused({ type: 'memo.add', tid: tinyId(2), memo: '再来' })).toMatchObject({
      sub_code: 'isv.trade-memo-exist',
    });
  });

  it.each<[string, Command, number, string]>([
    ['no tid', { type: 'memo.update', tid: '' }, 40, 'isv.missing-parameter:tid'],
    ['letters in the tid', { type: 'memo.update', tid: '12a' }, 41, 'isv.invalid-parameter:tid'],
    ['an unknown tid', { type: 'memo.update', tid: '123456789012345678', flag: 1 }, 15, 'isv.trade-not-exist'],
    ['flag 6', { type: 'memo.update', tid, flag: 6 }, 41, 'isv.invalid-parameter:flag'],
    ['flag 1.5', { type: 'memo.update', tid, flag: 1.5 }, 41, 'isv.invalid-parameter:flag'],
    ['1001 bytes', { type: 'memo.update', tid, memo: `${'汉'.repeat(500)}x` }, 41, 'isv.invalid-parameter:memo'],
    ['5,000 characters', { type: 'memo.update', tid, memo: '汉'.repeat(5000) }, 41, 'isv.invalid-parameter:memo'],
    ['an emoji', { type: 'memo.update', tid, memo: '好😀' }, 41, 'isv.invalid-parameter:memo'],
    ['half an emoji', { type: 'memo.update', tid, memo: '好\ud83d' }, 41, 'isv.invalid-parameter:memo'],
    ['a control character', { type: 'memo.update', tid, memo: 'a\u0007b' }, 41, 'isv.invalid-parameter:memo'],
    ['a tab', { type: 'memo.update', tid, memo: 'a\tb' }, 41, 'isv.invalid-parameter:memo'],
    ['nothing to add', { type: 'memo.add', tid, memo: '' }, 40, 'isv.missing-parameter:memo'],
  ])('is refused for %s', (_name, command, code, subCode) => {
    expect(refused(command)).toMatchObject({ code, sub_code: subCode });
  });
});

const say = (parts: Partial<Extract<Command, { type: 'chat.say' }>>): Command => ({
  type: 'chat.say',
  actor: 'buyer',
  buyer_nick: '买家3',
  text: '在吗',
  ...parts,
});

describe('a conversation', () => {
  it('takes a message, signed by who sits at the counter', () => {
    const state = begun();
    const [record] = accepted(state, { type: 'chat.send', buyer_nick: '买家3', text: ' 发哪家快递？ ' });
    expect(record).toMatchObject({
      type: 'chat.answered',
      subject: '买家3',
      data: { text: '发哪家快递？', by: '小刘' },
    });
    expect(state.chats.get('买家3')?.messages.at(-1)).toEqual({
      from: 'seller',
      text: '发哪家快递？',
      at: '2026-11-22T10:05:00+08:00',
      by: '小刘',
    });
  });

  it('is read once', () => {
    const state = begun();
    expect(accepted(state, { type: 'chat.read', buyer_nick: '买家3' })).toHaveLength(1);
    expect(state.chats.get('买家3')?.unread).toBe(0);
    expect(accepted(state, { type: 'chat.read', buyer_nick: '买家3' })).toEqual([]);
  });

  it('takes what a person writes as the buyer, who then has nothing more to answer', () => {
    const state = begun();
    accepted(state, { type: 'chat.send', buyer_nick: '买家3', text: '发哪家快递？' });
    expect(state.chats.get('买家3')?.pending?.text).toBe('对，发顺丰');
    const [record] = accepted(state, say({ text: ' 什么时候发货？ ', tid }));
    expect(record).toMatchObject({
      actor: 'buyer',
      type: 'chat.received',
      subject: '买家3',
      data: { text: '什么时候发货？', tid },
    });
    expect(state.chats.get('买家3')).toMatchObject({ unread: 2 });
    expect(state.chats.get('买家3')?.pending).toBeUndefined();
    expect(due(state, { sim: NOW.sim + 3_600_000, wall: 0 })).toEqual([]);
  });

  it('begins when a buyer who only ordered says something', () => {
    const state = begun();
    accepted(state, say({ buyer_nick: '买家2', text: '在吗' }));
    expect(state.chats.get('买家2')?.messages).toEqual([
      { from: 'buyer', text: '在吗', at: '2026-11-22T10:05:00+08:00' },
    ]);
  });

  it.each<[string, Command, number, string]>([
    ['words of a buyer there is not', say({ buyer_nick: '谁' }), 15, 'isv.buyer-not-exist'],
    ['a buyer’s silence', say({ text: ' ' }), 40, 'isv.missing-parameter:text'],
    ['a buyer’s 501 characters', say({ text: '好'.repeat(501) }), 41, 'isv.invalid-parameter:text'],
    ['somebody else’s trade', say({ tid: tinyId(2) }), 15, 'isv.trade-not-exist'],
    ['a trade there is not', say({ tid: 'x' }), 15, 'isv.trade-not-exist'],
    ['an unknown buyer', { type: 'chat.send', buyer_nick: '谁', text: '好' }, 15, 'isv.buyer-not-exist'],
    ['reading an unknown buyer', { type: 'chat.read', buyer_nick: '谁' }, 15, 'isv.buyer-not-exist'],
    ['only spaces', { type: 'chat.send', buyer_nick: '买家3', text: ' \n ' }, 40, 'isv.missing-parameter:text'],
    [
      '501 characters',
      { type: 'chat.send', buyer_nick: '买家3', text: '好'.repeat(501) },
      41,
      'isv.invalid-parameter:text',
    ],
    [
      'a control character',
      { type: 'chat.send', buyer_nick: '买家3', text: 'a\u0000' },
      41,
      'isv.invalid-parameter:text',
    ],
    ['half an emoji', { type: 'chat.send', buyer_nick: '买家3', text: 'a\ud83d' }, 41, 'isv.invalid-parameter:text'],
  ])('refuses %s', (_name, command, code, subCode) => {
    expect(refused(command)).toMatchObject({ code, sub_code: subCode });
  });
});

describe('the fold', () => {
  it('gives the same state from the records alone, and the same commands give the same bytes', () => {
    const commands: Command[] = [
      { type: 'memo.update', tid, flag: 2, memo: '等通知 小刘 11.22' },
      { type: 'chat.send', buyer_nick: '买家3', text: '好的' },
      { type: 'memo.update', tid: tinyId(2), flag: 3, memo: '可发 小刘 11.22' },
      { type: 'chat.read', buyer_nick: '买家3' },
    ];
    const play = (): { state: ShopState; records: ShopRecord[] } => {
      const state = beginState(tinyWorld(), 1000);
      const records = worldStarted(state, 1440, 1000);
      for (const record of records) apply(state, record);
      for (const command of commands) records.push(...accepted(state, command));
      return { state, records };
    };
    const once = play();
    const again = play();
    expect(JSON.stringify(again.records)).toBe(JSON.stringify(once.records));
    expect(once.records.map((record) => record.seq)).toEqual([1, 2, 3, 4, 5]);
    const folded = beginState(tinyWorld(), 1000);
    for (const record of JSON.parse(JSON.stringify(once.records))) apply(folded, record);
    expect(folded).toEqual(once.state);
  });

  it('refuses a record that does not continue the world, and stays as it was', () => {
    const state = begun();
    const before = structuredClone(state);
    const decision = decide(state, { type: 'memo.update', tid, flag: 1, memo: '好' }, NOW);
    if ('refusal' in decision) throw new Error('refused');
    const [record] = decision.records;
    if (!record) throw new Error('no record');
    const other = { before: { flag: 4, memo: '别的' }, after: { flag: 1, memo: '好' } };
    const broken: Partial<ShopRecord>[] = [
      { seq: 3 },
      { seq: 1 },
      { world: 'tiny:7:2000' },
      { type: 'trade.vanished' },
      { type: 'world.started' },
      { subject: '999' },
      { data: {} },
      { data: other },
      { at: '2026-11-22T09:59:59+08:00' },
    ];
    for (const part of broken) {
      expect(() => apply(state, { ...record, ...part }), JSON.stringify(part)).toThrow(/号记录/);
      expect(state).toEqual(before);
    }
  });

  it('leaves the other trades as they are', () => {
    const state = beginState(tinyWorld({ trades: [tinyTrade(2), tinyTrade(1)] }), 1000);
    for (const record of worldStarted(state, 1440, 1000)) apply(state, record);
    const untouched = state.trades[0];
    accepted(state, { type: 'memo.update', tid: tinyId(2), flag: 5, memo: '退' });
    expect(state.trades[0]).toBe(untouched);
    expect(state.index.flag[1]).toBe(5);
  });
});
