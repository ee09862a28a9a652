import 'fake-indexeddb/auto';
import type { ShopRecord } from 'fixtures';
import { deleteDB, openDB } from 'idb';
import type { RequestHandler } from 'msw';
import { getResponse } from 'msw/utils/get-response';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootShop } from './boot.ts';

// The worker itself needs a browser; its handlers are what a page would reach through it.
const worker = vi.hoisted(() => ({ handlers: [] as RequestHandler[], starts: [] as string[] }));
vi.mock('msw/browser', () => ({
  setupWorker: (...handlers: RequestHandler[]) => {
    worker.handlers = handlers;
    return { start: async () => void worker.starts.push(location.href) };
  },
}));

let address: URL;
let reloads: number;
let heard: [string, Record<string, unknown>][];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const document = new EventTarget();
  heard = [];
  for (const type of ['shop:record', 'shop:refused', 'shop:ready']) {
    document.addEventListener(type, (event) => {
      if (event instanceof CustomEvent) heard.push([type, JSON.parse(event.detail)]);
    });
  }
  reloads = 0;
  const location = {
    get href() {
      return address.href;
    },
    get search() {
      return address.search;
    },
    get hash() {
      return address.hash;
    },
    reload: () => {
      reloads += 1;
    },
  };
  const history = {
    state: null,
    replaceState: (_state: unknown, _title: string, url: string) => {
      address = new URL(url, address);
    },
  };
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', history);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await deleteDB('mock-shop');
});

async function open(path: string): Promise<Boot> {
  address = new URL(path, 'http://shop.test');
  return bootShop();
}

const call = async (path: string, init?: RequestInit): Promise<Response> => {
  const response = await getResponse(worker.handlers, new Request(`http://shop.test${path}`, init));
  if (!response) throw new Error(`nobody answers ${path}`);
  return response;
};
const worldNow = async (): Promise<Record<string, unknown>> => (await call('/api/world')).json();
const memo = (tid: string, flag: number): Promise<Response> => {
  const form = { session: 'practice-session', method: 'trade.memo.update', tid, flag: String(flag) };
  return call('/router/rest', { method: 'POST', body: new URLSearchParams(form) });
};

async function someTid(): Promise<string> {
  const query = 'session=practice-session&method=trades.sold.get&fields=tid&page_size=1';
  const answer = await (await call(`/router/rest?${query}`)).json();
  return answer.trades_sold_get_response.trades.trade[0].tid;
}

describe('opening the shop', () => {
  it('without a word begins the first world at the list, and continues it the next time', async () => {
    expect(await open('/')).toEqual({ kind: 'ready' });
    expect(address.href).toBe('http://shop.test/sold');
    const first = await worldNow();
    expect(first).toMatchObject({ scenario: 'flag-remarks', seed: 1, day: 1440, paused: false });
    expect(heard).toMatchObject([
      ['shop:record', { seq: 1, type: 'world.started', subject: first.world }],
      ['shop:ready', { world: first.world }],
    ]);
    heard = [];
    await open('/sold?tab=waitSend');
    expect((await worldNow()).world).toBe(first.world);
    expect(address.href).toBe('http://shop.test/sold?tab=waitSend');
    expect(heard).toEqual([['shop:ready', { world: first.world }]]);
  });

  it('with scenario and seed begins that world afresh and keeps the hash', async () => {
    await open('/');
    await memo(await someTid(), 3);
    await open('/?scenario=flag-remarks&seed=9&day=60#coach=a/b&mode=exam');
    expect(address.href).toBe('http://shop.test/sold#coach=a/b&mode=exam');
    expect(await worldNow()).toMatchObject({ seed: 9, day: 60 });
    const db = await openDB('mock-shop', 1);
    expect(await db.count('records')).toBe(1);
    db.close();
  });

  it('with a pace alone keeps the world', async () => {
    await open('/?seed=4');
    const { world } = await worldNow();
    await open('/sold?day=120');
    expect(await worldNow()).toMatchObject({ world, day: 120 });
  });

  it.each(['/?seed=-1', '/?scenario=nope&seed=1', '/?scenario=flag-remarks&seed=1&day=0'])(
    'with %s says what is possible and leaves the stored world alone',
    async (path) => {
      await open('/?seed=4');
      const { world } = await worldNow();
      const boot = await open(path);
      expect(boot).toMatchObject({ kind: 'error', text: expect.stringMatching(/flag-remarks|4294967295|2592000/) });
      expect(address.search).not.toBe('');
      await open('/sold');
      expect((await worldNow()).world).toBe(world);
    },
  );
});

describe('a damaged store', () => {
  it('is reported, can be exported, and is kept until somebody starts afresh', async () => {
    await open('/?seed=4&day=60');
    const before = (await worldNow()).world;
    const db = await openDB('mock-shop', 1);
    await db.put('records', { seq: 7, note: 'junk' });
    const boot = await open('/sold#coach=a/b');
    if (boot.kind !== 'corrupt') throw new Error(boot.kind);
    expect(boot.text).toContain('第 2 条记录残缺');
    const dump = await boot.dump();
    expect(dump.name).toMatch(/\.json$/);
    expect(JSON.parse(dump.text)).toMatchObject({ row: { world: before }, records: [{ seq: 1 }, { note: 'junk' }] });
    expect(await db.count('records')).toBe(2);
    await boot.restart();
    expect(reloads).toBeGreaterThan(0);
    expect(await db.getAll('records')).toMatchObject([{ seq: 1, data: { seed: 4, day: 60 } }]);
    db.close();
    expect(await open(address.pathname)).toEqual({ kind: 'ready' });
  });

  it('whose world cannot be made out starts the first one', async () => {
    await open('/?seed=4');
    const db = await openDB('mock-shop', 1);
    await db.put('world', { scenario: 'lost', seed: 2 }, 'current');
    const boot = await open('/sold');
    if (boot.kind !== 'corrupt') throw new Error(boot.kind);
    await boot.restart();
    expect(await db.get('world', 'current')).toMatchObject({ scenario: 'flag-remarks', seed: 1 });
    db.close();
  });
});

describe('a page that is open', () => {
  const replay = (detail: unknown): boolean => document.dispatchEvent(new CustomEvent('shop:replay', { detail }));
  const published = (): number[] => heard.flatMap(([type, { seq }]) => (type === 'shop:record' ? [Number(seq)] : []));

  it('publishes each record once, and again from a number when asked', async () => {
    await open('/?seed=4');
    const tid = await someTid();
    await memo(tid, 3);
    await memo(tid, 4);
    expect(published()).toEqual([1, 2, 3]);
    heard = [];
    for (const bad of [undefined, '', 'x', '{"from":0}', '{"from":1.5}', '{"from":"1"}', 'null', '[]', { from: 1 }])
      replay(bad);
    replay(`{"from":1,"pad":"${'x'.repeat(300)}"}`);
    replay('{"from":2}');
    await vi.waitFor(() => expect(published()).toHaveLength(2));
    expect(published()).toEqual([2, 3]);
    const [[, record] = []] = heard;
    expect((record as unknown as ShopRecord).data).toMatchObject({ after: { flag: 3 } });
  });

  it('publishes refusals, which change nothing', async () => {
    await open('/?seed=4');
    await memo('1', 3);
    expect(heard.at(-1)).toMatchObject([
      'shop:refused',
      { method: 'taobao.trade.memo.update', subject: '1', error: { code: 15, sub_code: 'isv.trade-not-exist' } },
    ]);
    expect(published()).toEqual([1]);
  });

  it('lets the clock go', async () => {
    await open('/?seed=4&day=1440');
    const time = async () => Date.parse(String((await worldNow()).now));
    const start = await time();
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(async () => expect(await time()).toBe(start + 60_000));
  });

  it('is in the world’s address no more when the worker starts, for a worker that is not in charge yet loads the page anew', async () => {
    worker.starts = [];
    await open('/?scenario=flag-remarks&seed=3&day=60&fail=trade.memo.update#coach=a/b');
    expect(worker.starts).toEqual(['http://shop.test/sold?fail=trade.memo.update#coach=a/b']);
    const { world } = await worldNow();
    await bootShop();
    expect((await worldNow()).world).toBe(world);
  });

  it('reloads when another tab has put another world in its place', async () => {
    await open('/?seed=4');
    const handlers = worker.handlers;
    await open('/?seed=5');
    worker.handlers = handlers;
    const tid = '1';
    expect(await (await memo(tid, 3)).json()).toMatchObject({ error_response: { sub_code: 'isp.world-replaced' } });
    expect(reloads).toBeGreaterThan(0);
  });

  it('fails as often as the address asks', async () => {
    await open('/?seed=4&fail=memo:1');
    const tid = await someTid();
    expect(await (await memo(tid, 3)).json()).toHaveProperty('error_response');
    expect(await (await memo(tid, 3)).json()).toHaveProperty('trade_memo_update_response');
  });
});
