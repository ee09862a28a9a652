import { createHash, createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyId, tinyWorld } from '../src/testing/tiny-world.ts';
import { memoryShop, serve } from './gateway-server.ts';

let server: Server;
let stop: () => void;
let base: string;

beforeAll(async () => {
  const made = memoryShop({ scenario: 'tiny', seed: 7, day: 1440 }, () => tinyWorld());
  stop = made.stop;
  server = await serve(made.handlers, 0);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  stop();
  server.close();
});

const tid = tinyId(3);
const beijing = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** What an SDK sends, unsigned. */
const client = (more: Record<string, string> = {}): Record<string, string> => ({
  method: 'taobao.trade.fullinfo.get',
  app_key: '1000000001',
  session: 'practice-session',
  timestamp: beijing(Date.now()),
  format: 'json',
  v: '2.0',
  sign_method: 'md5',
  tid,
  fields: 'tid',
  ...more,
});

function signed(params: Record<string, string>): Record<string, string> {
  const text = Object.keys(params)
    .sort()
    .map((key) => key + params[key])
    .join('');
  const secret = 'practice-secret';
  const digests: Record<string, () => string> = {
    md5: () =>
      createHash('md5')
        .update(secret + text + secret)
        .digest('hex'),
    hmac: () => createHmac('md5', secret).update(text).digest('hex'),
    'hmac-sha256': () => createHmac('sha256', secret).update(text).digest('hex'),
  };
  return { ...params, sign: digests[params.sign_method ?? 'md5']?.().toUpperCase() ?? '' };
}

async function post(params: Record<string, string>): Promise<Record<string, Part>> {
  const response = await fetch(`${base}/router/rest`, { method: 'POST', body: new URLSearchParams(params) });
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}
type Part = Record<string, unknown>;

const page = (params: Record<string, string>) => post({ session: 'practice-session', ...params });
const codeOf = async (params: Record<string, string>): Promise<unknown> => (await post(params)).error_response?.code;

describe('a signed call', () => {
  it.each(['md5', 'hmac', 'hmac-sha256'])('is answered with %s, over Chinese text too', async (sign_method) => {
    const answer = await post(signed(client({ sign_method, title: '手机' })));
    expect(answer).toEqual({ trade_fullinfo_get_response: { trade: { tid }, request_id: expect.any(String) } });
  });

  it('may be a GET, and need not say taobao', async () => {
    const query = new URLSearchParams(signed(client({ method: 'trade.fullinfo.get' })));
    const response = await fetch(`${base}/router/rest?${query}`);
    expect(await response.json()).toMatchObject({ trade_fullinfo_get_response: { trade: { tid } } });
  });

  it('may leave empty parameters out of the signature, or have them in', async () => {
    const { sign = '' } = signed(client());
    expect(await codeOf({ ...client(), empty: '', sign })).toBeUndefined();
    expect(await codeOf(signed(client({ empty: '' })))).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string[], number]>([
    ['no method', {}, ['method'], 21],
    ['an unknown method', { method: 'taobao.trade.eat' }, [], 22],
    ['an unknown format', { format: 'yaml' }, [], 23],
    ['no signature', {}, ['sign'], 24],
    ['a wrong signature', { sign: 'ABC' }, [], 25],
    ['a changed parameter', { tid: '1' }, [], 25],
    ['no session', {}, ['session', 'sign'], 24],
    ['no app key but a signature', {}, ['app_key'], 28],
    ['a wrong app key', { app_key: '7' }, [], 29],
    ['no timestamp', {}, ['timestamp'], 30],
    ['an old timestamp', { timestamp: beijing(Date.now() - 601_000) }, [], 31],
    ['a timestamp to come', { timestamp: beijing(Date.now() + 660_000) }, [], 31],
    ['a malformed timestamp', { timestamp: 'now' }, [], 31],
    ['no version', {}, ['v'], 32],
    ['version 3', { v: '3.0' }, [], 33],
  ])('with %s is refused', async (_name, changed, left, code) => {
    const params = { ...signed(client()), ...changed };
    for (const name of left) delete params[name];
    expect(await codeOf(params)).toBe(code);
  });

  it('signed rightly is still refused without or with a wrong session, or with an unknown way to sign', async () => {
    const { session: _gone, ...without } = client();
    expect(await codeOf(signed(without))).toBe(26);
    expect(await codeOf(signed(client({ session: 'other' })))).toBe(27);
    expect(await codeOf({ ...client({ sign_method: 'rot13' }), sign: 'ABC' })).toBe(25);
  });

  it('gets xml unless it asks for json', async () => {
    const { format: _gone, ...params } = client({ fields: 'tid,buyer_nick,orders.title,orders.num' });
    const response = await fetch(`${base}/router/rest`, { method: 'POST', body: new URLSearchParams(signed(params)) });
    expect(response.headers.get('content-type')).toBe('text/xml;charset=UTF-8');
    expect((await response.text()).replace(/<request_id>\w+</, '<request_id>X<')).toBe(
      `<?xml version="1.0" encoding="utf-8" ?><trade_fullinfo_get_response><trade><tid>${tid}</tid>` +
        '<buyer_nick>买家3</buyer_nick><orders list="true"><order><title>手机 &lt;A&amp;B&gt; 第 3 款</title>' +
        '<num>1</num></order></orders></trade><request_id>X</request_id></trade_fullinfo_get_response>',
    );
  });

  it('gets errors in xml too', async () => {
    const response = await fetch(`${base}/router/rest?app_key=1`);
    expect(await response.text()).toMatch(/^<\?xml .*<error_response><code>21<\/code><msg>Missing Method<\/msg>/);
  });
});

describe("the shop's own page", () => {
  it('needs its session alone', async () => {
    expect(await codeOf({ method: 'trades.sold.get' })).toBe(28);
    expect(await codeOf({ method: 'trades.sold.get', session: 'x' })).toBe(27);
    expect(await page({ method: 'taobao.trades.sold.get', fields: 'tid' })).toEqual({
      trades_sold_get_response: {
        total_results: 2,
        trades: { trade: [{ tid: tinyId(3) }, { tid: tinyId(2) }] },
        request_id: expect.any(String),
      },
    });
  });

  it('gets whole trades without fields, with times as TOP writes them', async () => {
    const { trade_fullinfo_get_response: answer } = await page({ method: 'trade.fullinfo.get', tid });
    expect(answer).toMatchObject({
      trade: { tid, created: '2026-11-22 09:00:00', payment: '100.00', orders: { order: [{ num: 1 }] } },
    });
  });

  it('gets orders whole or in part', async () => {
    const whole = await page({ method: 'trade.fullinfo.get', tid, fields: 'orders' });
    expect(whole).toMatchObject({ trade_fullinfo_get_response: { trade: { orders: { order: [{ oid: tid }] } } } });
    const part = await page({ method: 'trade.fullinfo.get', tid, fields: 'orders.oid, constructor' });
    expect(part).toMatchObject({ trade_fullinfo_get_response: { trade: { orders: { order: [{ oid: tid }] } } } });
    expect(JSON.stringify(part)).not.toContain('title');
  });

  it('pages and filters the list', async () => {
    const list = { method: 'trades.sold.get', fields: 'tid' };
    expect(await page({ ...list, page_size: '1', page_no: '2', use_has_next: 'true' })).toMatchObject({
      trades_sold_get_response: { has_next: false, trades: { trade: [{ tid: tinyId(2) }] } },
    });
    expect(await page({ ...list, tab: 'old' })).toMatchObject({ trades_sold_get_response: { total_results: 1 } });
    expect(await page({ ...list, end_created: '2026-11-20' })).toMatchObject({
      trades_sold_get_response: { total_results: 1, trades: { trade: [{ tid: tinyId(2) }] } },
    });
    expect(await page({ ...list, status: 'ALL_CLOSED' })).toMatchObject({
      trades_sold_get_response: { total_results: 0, trades: { trade: [] } },
    });
  });

  it.each([
    ['page_size', '101'],
    ['page_size', '0'],
    ['page_no', '-1'],
    ['tab', 'x'],
    ['status', '__proto__'],
    ['rate_status', 'x'],
    ['refund_status', 'x'],
    ['seller_flag', '6'],
    ['seller_flag', '12'],
    ['start_created', '2026-02-30'],
    ['end_created', 'today'],
    ['fields', 'constructor'],
  ])('is refused %s=%s', async (name, value) => {
    const answer = await page({ method: 'trades.sold.get', [name]: value });
    expect(answer.error_response).toMatchObject({
      code: 41,
      sub_code: `isv.invalid-parameter:${name}`,
      sub_msg: expect.stringMatching(/[一-鿿]/),
    });
  });

  it('writes and clears a remark', async () => {
    const memo = { method: 'taobao.trade.memo.update', tid: tinyId(2) };
    expect(await page({ ...memo, flag: '3', memo: '可发 小刘 11.22' })).toEqual({
      trade_memo_update_response: {
        trade: { tid: tinyId(2), modified: '2026-11-22 10:00:00' },
        request_id: expect.any(String),
      },
    });
    const read = { method: 'trade.fullinfo.get', tid: tinyId(2), fields: 'seller_flag,seller_memo' };
    expect(await page(read)).toMatchObject({
      trade_fullinfo_get_response: { trade: { seller_flag: 3, seller_memo: '可发 小刘 11.22' } },
    });
    await page({ ...memo, reset: 'true' });
    expect(await page(read)).toMatchObject({
      trade_fullinfo_get_response: { trade: { seller_flag: 3, seller_memo: '' } },
    });
    expect(await page({ method: 'trade.memo.add', tid: tinyId(2), memo: '新' })).toMatchObject({
      trade_memo_add_response: { trade: { tid: tinyId(2), created: '2026-11-20 09:00:00' } },
    });
  });

  it.each<[Record<string, string>, number, string]>([
    [{ tid: '' }, 40, 'isv.missing-parameter:tid'],
    [{ tid: '999999999999999999' }, 15, 'isv.trade-not-exist'],
    [{ flag: '-1' }, 41, 'isv.invalid-parameter:flag'],
    [{ flag: '9' }, 41, 'isv.invalid-parameter:flag'],
    [{ reset: 'yes' }, 41, 'isv.invalid-parameter:reset'],
    [{ memo: '😀' }, 41, 'isv.invalid-parameter:memo'],
  ])('is refused the remark %j', async (changed, code, sub_code) => {
    const answer = await page({ method: 'trade.memo.update', tid, memo: '好', ...changed });
    expect(answer.error_response).toMatchObject({ code, sub_code });
  });
});

describe('the small resources', () => {
  const get = async (path: string) => (await fetch(base + path)).json();
  const send = (path: string, data: unknown) =>
    fetch(base + path, { method: 'POST', body: typeof data === 'string' ? data : JSON.stringify(data) });

  it('show the world, the counts and the conversations', async () => {
    expect(await get('/api/world')).toMatchObject({
      scenario: 'tiny',
      seed: 7,
      day: 1440,
      shop: { nick: '小店' },
      settings: { rate_days: 15, mask_receivers: false },
    });
    expect(await get('/api/sold/counts')).toMatchObject({ all: 2, waitSend: 2, old: 1 });
    expect(await get('/api/chats')).toMatchObject({
      chats: [{ buyer_nick: '买家3', unread: 1, last: { text: '在吗' } }],
    });
    const chat = await get(`/api/chats/${encodeURIComponent('买家3')}`);
    expect(chat).toMatchObject({ unread: 1, typing: false });
    expect(JSON.stringify(chat)).not.toContain('words');
  });

  it('take a message and refuse a bad one', async () => {
    const path = `/api/chats/${encodeURIComponent('买家3')}`;
    const sent = await send(`${path}/messages`, { text: '发顺丰可以吗' });
    expect(await sent.json()).toMatchObject({ typing: true, messages: [{}, { from: 'seller', by: '小刘' }] });
    expect((await send(`${path}/messages`, 'not json')).status).toBe(400);
    expect((await send('/api/chats/nobody/messages', { text: '喂' })).status).toBe(404);
    expect(await (await send(`${path}/read`, {})).json()).toMatchObject({ unread: 0 });
  });

  it('stop the clock and change its pace, and refuse nonsense', async () => {
    expect(await (await send('/api/clock', { paused: true, day: 60 })).json()).toMatchObject({ paused: true, day: 60 });
    for (const bad of [{}, { day: 0 }, { day: 1.5 }, { paused: 'yes' }, []]) {
      expect((await send('/api/clock', bad)).status, JSON.stringify(bad)).toBe(400);
    }
    expect(await get('/api/world')).toMatchObject({ paused: true, day: 60 });
  });

  it('rehearse failures, as many as asked for', async () => {
    expect((await send('/api/faults', { method: 'memo.update', times: 1, kind: 'error' })).status).toBe(200);
    const memo = { method: 'trade.memo.update', tid, flag: '4' };
    expect((await page(memo)).error_response).toMatchObject({ code: 15, sub_code: 'isp.service-unavailable' });
    expect(await page(memo)).toHaveProperty('trade_memo_update_response');
    await send('/api/faults', { method: 'chats.list', kind: 'offline' });
    await expect(fetch(`${base}/api/chats`)).rejects.toThrow();
    expect((await fetch(`${base}/api/chats`)).status).toBe(200);
    for (const bad of [{}, { method: 'x', times: 0 }, { method: 'x', kind: 'funny' }]) {
      expect((await send('/api/faults', bad)).status).toBe(400);
    }
  });

  it('are all there is', async () => {
    expect((await fetch(`${base}/nothing`)).status).toBe(404);
    expect((await send('/api/clock', 'x'.repeat(1_000_001))).status).toBe(413);
  });
});
