import 'fake-indexeddb/auto';
import type { ShopRecord, ShopRefusal } from 'fixtures';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinyId, tinyScript, tinyWorld } from '../testing/tiny-world.ts';
import { CorruptWorld, newWorld, storedWorld } from './open-world.ts';
import { Shop } from './shop.ts';
import { Store } from './store.ts';

const NAME = 'shop-under-test';
const WISH = { scenario: 'tiny', seed: 7, day: 1440 };
const build = () => tinyWorld({ script: [tinyScript()] });
const tid = tinyId(3);

interface Tab {
  shop: Shop;
  store: Store;
  records: ShopRecord[];
  refusals: ShopRefusal[];
  lost: number;
  /** How often it was told that the clock was set. */
  clocks: number;
}

const open: Store[] = [];

function connect(): Store {
  const store = new Store(NAME);
  open.push(store);
  return store;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

/** A tab that has opened what is stored. */
async function openTab(wall = () => 9000): Promise<Tab> {
  const store = connect();
  const loaded = await store.load();
  const { state, row } = storedWorld(loaded.row, loaded.records, build);
  const records: ShopRecord[] = [];
  const refusals: ShopRefusal[] = [];
  const tab: Tab = {
    store,
    records,
    refusals,
    lost: 0,
    clocks: 0,
    shop: new Shop(
      state,
      row,
      store,
      {
        record: (record) => records.push(record),
        refused: (refusal) => refusals.push(refusal),
        wrote: () => {},
        clock: () => {
          tab.clocks += 1;
        },
        lost: () => {
          tab.lost += 1;
        },
      },
      wall,
    ),
  };
  return tab;
}

async function begin(wall = 1000): Promise<void> {
  const { row, first } = newWorld(WISH, build, wall);
  await connect().replace(row, first);
}

beforeEach(async () => {
  await deleteDB(NAME);
  await begin();
});

const stored = async (): Promise<ShopRecord[]> => (await connect().load()).records as ShopRecord[];

describe('two tabs on one world', () => {
  it('number what they write without gaps or doubles, and both hear everything once, in order', async () => {
    const a = await openTab();
    const b = await openTab();
    const writes: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) {
      for (const [tab, name] of [
        [a, 'a'],
        [b, 'b'],
      ] as const) {
        writes.push(tab.shop.run('memo', { type: 'memo.update', tid, memo: `${name}${i}` }));
        writes.push(tab.shop.run('chat', { type: 'chat.send', buyer_nick: '买家3', text: `${name}${i}` }));
      }
    }
    await Promise.all(writes);
    await Promise.all([a.shop.catchUp(), b.shop.catchUp()]);
    const records = await stored();
    expect(records.map((record) => record.seq)).toEqual(Array.from({ length: 201 }, (_, i) => i + 1));
    expect(a.records).toEqual(records.slice(1));
    expect(b.records).toEqual(records.slice(1));
    const folded = storedWorld((await a.store.load()).row, records, build).state;
    expect((await a.shop.view()).state).toEqual(folded);
    expect((await b.shop.view()).state).toEqual(folded);
  });

  it('decide on what the other wrote, not on what they knew', async () => {
    const a = await openTab();
    const b = await openTab();
    expect(await a.shop.run('add', { type: 'memo.add', tid, memo: '先到' })).toBeUndefined();
    expect(await b.shop.run('add', { type: 'memo.add', tid, memo: '后到' })).toMatchObject({
      sub_code: 'isv.trade-memo-exist',
    });
    expect(b.refusals).toMatchObject([{ method: 'add', subject: tid, world: 'tiny:7:1000' }]);
    expect(await stored()).toHaveLength(2);
  });

  it('let one of them move the clock, and the other when that one falls silent', async () => {
    let wall = 100_000;
    const a = await openTab(() => wall);
    const b = await openTab(() => wall);
    const sim = async (): Promise<number> => (await a.shop.view()).clock.sim;
    const start = await sim();
    for (let second = 0; second < 10; second++) {
      wall += 1000;
      await a.shop.tick('a', 1000);
      await b.shop.tick('b', 1000);
    }
    expect((await sim()) - start).toBe(600_000);
    wall += 3000;
    await b.shop.tick('b', 1000);
    wall += 1000;
    await b.shop.tick('b', 1000);
    await a.shop.tick('a', 4000);
    expect((await sim()) - start).toBe(720_000);
  });

  it('fire a script entry once between them', async () => {
    let wall = 100_000;
    const a = await openTab(() => wall);
    const b = await openTab(() => wall);
    await a.shop.run('memo', { type: 'memo.update', tid, flag: 2, memo: '等' });
    for (let second = 0; second < 40; second++) {
      wall += 1000;
      await Promise.all([a.shop.tick('a', 1000), b.shop.tick('b', 1000)]);
    }
    expect((await stored()).filter((record) => record.type === 'chat.received')).toHaveLength(1);
  });

  it('stand still together when one pauses, also after a reload', async () => {
    let wall = 100_000;
    const a = await openTab(() => wall);
    const b = await openTab(() => wall);
    await a.shop.setClock({ paused: true });
    await b.shop.tick('b', 1000);
    expect([a.clocks, b.clocks]).toEqual([1, 1]);
    await b.shop.catchUp();
    expect(b.clocks).toBe(1);
    const c = await openTab(() => wall);
    const before = (await c.shop.view()).clock;
    expect(before.paused).toBe(true);
    wall += 60_000;
    await c.shop.tick('c', 1000);
    expect((await c.shop.view()).clock).toEqual(before);
  });
});

describe('another world over this one', () => {
  it('stops the old tab before it writes anything', async () => {
    const old = await openTab();
    await begin(2000);
    await expect(old.shop.run('memo', { type: 'memo.update', tid, flag: 1 })).rejects.toThrow('另一个世界');
    expect(old.lost).toBe(1);
    expect(await stored()).toMatchObject([{ seq: 1, world: 'tiny:7:2000' }]);
  });
});

describe('records that others damaged while the tab was open', () => {
  it('stop it before it writes, and make it start again', async () => {
    const tab = await openTab();
    const db = await openDB(NAME, 1);
    await db.put('records', { seq: 9, junk: true });
    await expect(tab.shop.run('memo', { type: 'memo.update', tid, flag: 1 })).rejects.toThrow('残缺');
    expect(tab.lost).toBe(1);
    await db.delete('records', 9);
    const [first] = (await db.getAll('records')) as ShopRecord[];
    await db.put('records', { ...first, seq: 3 });
    db.close();
    await expect(tab.shop.catchUp()).rejects.toThrow('应当是 2 号');
    expect(tab.lost).toBe(2);
    expect(tab.records).toEqual([]);
  });
});

describe('a store that fails in mid-write', () => {
  it('keeps nothing, says nothing, and works again afterwards', async () => {
    const tab = await openTab();
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await expect(tab.shop.run('memo', { type: 'memo.update', tid, flag: 1 })).rejects.toThrow();
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(tab.records).toEqual([]);
    expect(await stored()).toHaveLength(1);
    expect((await tab.shop.view()).state.trades.at(-1)?.seller_flag).toBe(0);
    expect(await tab.shop.run('memo', { type: 'memo.update', tid, flag: 1 })).toBeUndefined();
    expect(tab.records).toMatchObject([{ seq: 2 }]);
  });
});

describe('a jump of the clock', () => {
  it('goes to the next thing that happens by itself, paused or not, and on every tab', async () => {
    const a = await openTab();
    const b = await openTab();
    await a.shop.run('memo', { type: 'memo.update', tid, flag: 2 });
    await a.shop.setClock({ paused: true });
    const before = (await a.shop.view()).clock.sim;
    expect(await a.shop.jump()).toBe(true);
    expect((await a.shop.view()).clock).toMatchObject({ sim: before + 1_800_000, paused: true });
    expect(a.records.at(-1)).toMatchObject({ type: 'chat.received', data: { script: 'hold-over' } });
    await b.shop.catchUp();
    expect(b.records).toEqual(a.records);
  });

  it('says when nothing is ahead, and leaves the clock alone', async () => {
    const { shop, records } = await openTab();
    const before = (await shop.view()).clock.sim;
    expect(await shop.jump()).toBe(false);
    expect((await shop.view()).clock.sim).toBe(before);
    expect(records).toEqual([]);
  });

  it('lets what was due come before what is done then', async () => {
    const { shop, store } = await openTab();
    await shop.run('memo', { type: 'memo.update', tid, flag: 2 });
    const { row } = await store.read(shop.world, 0);
    await store.write(shop.world, 99, 'strict', () => ({
      result: undefined,
      row: { ...row, sim: row.sim + 7_200_000 },
    }));
    await shop.run('memo', { type: 'memo.update', tid, flag: 3 });
    expect((await stored()).map(({ type, at }) => [type, at.slice(11, 16)])).toEqual([
      ['world.started', '10:00'],
      ['trade.memo.updated', '10:00'],
      ['chat.received', '10:30'],
      ['trade.memo.updated', '12:00'],
    ]);
  });
});

describe('a stored world', () => {
  it('continues where it was left', async () => {
    const tab = await openTab();
    await tab.shop.run('memo', { type: 'memo.update', tid, flag: 5, memo: '可退' });
    const again = await openTab();
    expect(again.records).toEqual([]);
    expect((await again.shop.view()).state.trades.at(-1)).toMatchObject({ seller_flag: 5, seller_memo: '可退' });
    expect(await again.shop.records(2)).toMatchObject([{ seq: 2, type: 'trade.memo.updated' }]);
  });

  it('is called damaged, and why, whatever is wrong with it', async () => {
    const tab = await openTab();
    await tab.shop.run('memo', { type: 'memo.update', tid, flag: 1, memo: '一' });
    await tab.shop.run('memo', { type: 'memo.update', tid, flag: 2, memo: '二' });
    const { row, records } = await tab.store.load();
    const [first, second, third] = records as [ShopRecord, ShopRecord, ShopRecord];
    const healthy = row as Record<string, unknown>;
    const cases: [string, unknown, unknown[]][] = [
      ['基本信息', undefined, records],
      ['基本信息', 'text', records],
      ['基本信息', { ...healthy, sim: 'now' }, records],
      ['基本信息', { ...healthy, day: 0 }, records],
      ['基本信息', { ...healthy, seed: 8 }, records],
      ['开头', row, []],
      ['应当是 2 号', row, [first, third]],
      ['应当是 1 号', row, [second, third]],
      ['接不上', row, [first, { ...third, seq: 2 }]],
      ['残缺', row, [first, { ...second, at: 'noon' }]],
      ['残缺', row, [first, null]],
      ['残缺', row, [first, { ...second, data: null }]],
      ['另一个世界', row, [first, { ...second, world: 'tiny:7:5' }]],
      ['不认识的类型', row, [first, { ...second, type: 'trade.eaten' }]],
    ];
    for (const [why, someRow, someRecords] of cases) {
      const opening = () => storedWorld(someRow, someRecords, build);
      expect(opening, why).toThrow(CorruptWorld);
      expect(opening).toThrow(why);
    }
    const gone = () => {
      throw new Error('没有名为「tiny」的场景');
    };
    expect(() => storedWorld(row, records, gone)).toThrow('没有名为');
  });
});
