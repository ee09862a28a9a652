import { buildWorld, type ShopRefusal } from 'fixtures';
import { getResponse } from 'msw/utils/get-response';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';
import { Faults } from './faults.ts';
import { handlers } from './handlers.ts';
import { memoryShelf } from './memory-shelf.ts';
import { newWorld } from './open-world.ts';
import { Shop } from './shop.ts';

type Json = Record<string, unknown>;
const { carriers, addresses } = buildWorld('flag-remarks', 1);
const [order] = tinyTrade(5).orders.order;
if (!order) throw new Error('no order');
const double = tinyTrade(5, {
  created: '2026-11-22T09:30:00+08:00',
  orders: {
    order: [
      { ...order, oid: tinyId(51) },
      { ...order, oid: tinyId(52) },
    ],
  },
});
const SF = 'SF1234567890123';

let refusals: ShopRefusal[];
let shop: Shop;
let call: (path: string, init?: RequestInit) => Promise<{ status: number; body: Json }>;

beforeEach(() => {
  refusals = [];
  const world = () =>
    tinyWorld({ trades: [double, ...tinyWorld().trades], carriers: [...carriers], addresses: [...addresses] });
  const { state, row, first } = newWorld({ scenario: 'tiny', seed: 7, day: 1440 }, world, 1000);
  const refused = (refusal: ShopRefusal) => void refusals.push(refusal);
  const listeners = { record: () => {}, refused, wrote: () => {}, clock: () => {}, lost: () => {} };
  shop = new Shop(state, row, memoryShelf(row, first), listeners, () => 2000);
  const list = handlers(shop, new Faults());
  call = async (path, init = {}) => {
    const response = await getResponse(list, new Request(`http://shop.test${path}`, init));
    if (!response) throw new Error(`nobody answers ${path}`);
    return { status: response.status, body: (await response.json()) as Json };
  };
});

/** The answer of a TOP method, or its error. */
async function top(method: string, params: Record<string, string>): Promise<Json> {
  const form = new URLSearchParams({
    method: `taobao.${method}`,
    session: 'practice-session',
    format: 'json',
    ...params,
  });
  const { body } = await call('/router/rest', { method: 'POST', body: form });
  return (body[`${method.replaceAll('.', '_')}_response`] ?? body.error_response) as Json;
}
const tid = tinyId(3);

describe('TOP’s logistics methods', () => {
  it('change an address, and refuse one that cannot be', async () => {
    expect(await top('trade.shippingaddress.update', { tid, receiver_name: '王五' })).toMatchObject({
      trade: { tid, modified: '2026-11-22 10:00:00' },
    });
    expect(await top('trade.fullinfo.get', { tid, fields: 'receiver_name,receiver_city' })).toMatchObject({
      trade: { receiver_name: '王五', receiver_city: '杭州市' },
    });
    expect(await top('trade.shippingaddress.update', { tid, receiver_zip: '430000' })).toMatchObject({
      code: 41,
      sub_code: 'isv.invalid-parameter:receiver_zip',
    });
    expect(refusals.map(({ method, subject }) => [method, subject])).toEqual([
      ['taobao.trade.shippingaddress.update', tid],
    ]);
  });

  it('name the carriers with their patterns, only the shop’s own where those are wanted', async () => {
    const all = await top('logistics.companies.get', { fields: 'code,name,reg_mail_no' });
    const list = (answer: Json) => (answer.logistics_companies as { logistics_company: Json[] }).logistics_company;
    expect(list(all)).toHaveLength(carriers.length);
    expect(list(all)[0]).toEqual({ code: 'ZTO', name: '中通快递', reg_mail_no: carriers[0]?.reg_mail_no });
    const own = await top('logistics.companies.get', { is_recommended: 'true' });
    expect(list(own)).toHaveLength(carriers.filter(({ enabled }) => enabled).length);
  });

  it('send a trade whole or in parts, correct a waybill and tell where it is', async () => {
    const sent = { shipping: { is_success: true } };
    expect(await top('logistics.offline.send', { tid, company_code: 'SF', out_sid: SF })).toMatchObject(sent);
    expect(await top('logistics.offline.send', { tid, company_code: 'SF', out_sid: SF })).toMatchObject({
      code: 15,
      sub_code: 'isv.logistics-offline-service-error:B04',
    });
    const two = { tid: double.tid, is_split: '1', sub_tid: tinyId(52) };
    expect(await top('logistics.dummy.send', two)).toMatchObject(sent);
    expect(await top('trade.fullinfo.get', { tid: double.tid, fields: 'status' })).toMatchObject({
      trade: { status: 'SELLER_CONSIGNED_PART' },
    });
    expect(
      await top('logistics.consign.resend', { tid, company_code: 'SF', out_sid: 'SF1234567890124' }),
    ).toMatchObject(sent);
    expect(await top('logistics.trace.search', { tid })).toMatchObject({
      tid,
      out_sid: 'SF1234567890124',
      company_name: '顺丰速运',
      status: 'CREATED',
      trace_list: { transit_step_info: [{ status_time: '2026-11-22 10:00:00', status_desc: expect.any(String) }] },
    });
    expect(await top('logistics.trace.search', { ...two, sub_tid: tinyId(51) })).toMatchObject({
      sub_code: 'isv.logistics-order-not-exist',
    });
  });

  it('book a pick-up, confirm one and call one off', async () => {
    const booking = { tid, company_code: 'ZTO', receiver_name: '王五' };
    expect(await top('logistics.online.send', booking)).toMatchObject({ shipping: { is_success: true } });
    expect(await top('logistics.online.cancel', { tid })).toMatchObject({ is_success: true });
    await top('logistics.online.send', booking);
    expect(await top('logistics.online.confirm', { tid, out_sid: '70000000000001' })).toMatchObject({
      shipping: { is_success: true },
    });
    expect(await top('trade.fullinfo.get', { tid, fields: 'status,receiver_name' })).toMatchObject({
      trade: { status: 'WAIT_BUYER_CONFIRM_GOODS', receiver_name: '王五' },
    });
  });

  it.each([
    ['logistics.offline.send', { tid, is_split: '2' }, 'isv.invalid-parameter:is_split'],
    ['logistics.offline.send', { tid, is_split: '1' }, 'isv.missing-parameter:sub_tid'],
    ['logistics.consign.resend', { tid, is_split: '1' }, 'isv.missing-parameter:sub_tid'],
    ['logistics.trace.search', { tid, is_split: 'x' }, 'isv.invalid-parameter:is_split'],
    ['logistics.trace.search', { tid: '' }, 'isv.missing-parameter:tid'],
    ['logistics.trace.search', { tid: 'x' }, 'isv.invalid-parameter:tid'],
    ['logistics.trace.search', { tid: tinyId(99) }, 'isv.trade-not-exist'],
    ['logistics.trace.search', { tid }, 'isv.logistics-order-not-exist'],
    ['logistics.online.confirm', { tid, out_sid: '1' }, 'isv.logistics-offline-service-error:B04'],
  ])('%s %o is refused', async (method, params, sub_code) => {
    expect(await top(method, params)).toMatchObject({ sub_code });
  });
});

describe('the page’s resources', () => {
  it('list what is to be sent, what is to be picked up and what is on its way, by filters and pages', async () => {
    const list = async (query: string) =>
      (await call(`/api/shipping?${query}`)).body as { trades: { tid: string }[]; total: number; counts: Json };
    expect((await list('')).trades.map((trade) => trade.tid)).toEqual([double.tid, tid, tinyId(2)]);
    await top('logistics.online.send', { tid, company_code: 'ZTO' });
    await top('logistics.dummy.send', { tid: tinyId(2) });
    expect((await list('tab=sending')).trades.map((trade) => trade.tid)).toEqual([tid]);
    expect(await list('tab=sent')).toMatchObject({ total: 1, counts: { wait: 1, sending: 1, sent: 1 } });
    expect((await list('tab=sent&receiver=13800&nick=%E4%B9%B0&tid=0002')).total).toBe(1);
    for (const none of ['nick=nobody', 'receiver=nobody', 'tid=9'])
      expect((await list(`tab=sent&${none}`)).total).toBe(0);
    expect(await list('tab=sent&page=2')).toMatchObject({ total: 1, trades: [] });
    for (const bad of ['tab=x', 'page=0', 'size=101'])
      expect((await call(`/api/shipping?${bad}`)).status, bad).toBe(400);
  });

  it('give a trade with its parcels, without what will become of them', async () => {
    await top('logistics.offline.send', { tid, company_code: 'SF', out_sid: SF });
    const { body } = await call(`/api/shipping/${tid}`);
    const [parcel] = body.parcels as Json[];
    expect(parcel).toMatchObject({ out_sid: SF, trace: [{ status: 'CREATED' }] });
    expect(parcel).not.toHaveProperty('ahead');
    expect(parcel).not.toHaveProperty('fate');
    expect(body).toMatchObject({ trade: { tid }, carriers: { length: carriers.length }, addresses: { length: 3 } });
    expect((await call('/api/shipping/1')).status).toBe(404);
  });

  it('ask the carrier', async () => {
    await top('logistics.offline.send', { tid, company_code: 'SF', out_sid: SF });
    const id = [...(await shop.view()).state.parcels.keys()][0];
    const ask = (data: object) => call(`/api/parcels/${id}/inquiries`, { method: 'POST', body: JSON.stringify(data) });
    expect((await ask({})).status).toBe(400);
    expect((await ask({ kind: 'trace' })).body).toMatchObject({ parcel: { inquiries: [{ kind: 'trace' }] } });
    expect((await ask({ kind: 'trace' })).body).toMatchObject({
      error_response: { sub_code: 'isv.inquiry-already-open' },
    });
    expect((await call('/api/parcels/P1/inquiries', { method: 'POST', body: '{"kind":"proof"}' })).status).toBe(404);
    expect(refusals.map(({ method }) => method)).toEqual(['parcels.inquire', 'parcels.inquire', 'parcels.inquire']);
  });
});
