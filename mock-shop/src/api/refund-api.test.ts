import type { ShopRefusal } from 'fixtures';
import { getResponse } from 'msw/utils/get-response';
import { beforeEach, describe, expect, it } from 'vitest';
import { asking, askingReturn, PAID, refundWorld, SHIPPED } from '../testing/refund-world.ts';
import { Faults } from './faults.ts';
import { handlers } from './handlers.ts';
import { memoryShelf } from './memory-shelf.ts';
import { newWorld } from './open-world.ts';
import { Shop } from './shop.ts';

type Json = Record<string, unknown>;
let send: (path: string, init?: RequestInit) => Promise<{ status: number; body: Json }>;
let refusals: ShopRefusal[];

beforeEach(() => {
  refusals = [];
  const { state, row, first } = newWorld({ scenario: 'tiny', seed: 7, day: 1440 }, () => refundWorld(), 1000);
  const refused = (refusal: ShopRefusal) => void refusals.push(refusal);
  const listeners = { record: () => {}, refused, wrote: () => {}, clock: () => {}, lost: () => {} };
  const shop = new Shop(state, row, memoryShelf(row, first), listeners, () => 2000);
  const list = handlers(shop, new Faults());
  send = async (path, init = {}) => {
    const response = await getResponse(list, new Request(`http://shop.test${path}`, init));
    if (!response) throw new Error(`nobody answers ${path}`);
    return { status: response.status, body: (await response.json()) as Json };
  };
});

/** The answer of a TOP method, or its error's sub code. */
async function top(method: string, params: Record<string, string>): Promise<Json> {
  const form = new URLSearchParams({
    method: `taobao.${method}`,
    session: 'practice-session',
    format: 'json',
    ...params,
  });
  const { body } = await send('/router/rest', { method: 'POST', body: form });
  return (body[`${method.replaceAll('.', '_')}_response`] ?? body.error_response) as Json;
}

/** What a buyer's command gives. */
async function buyer(n: number, path: string, data: object = {}): Promise<{ status: number; body: Json }> {
  return send(`/api/buyer/${encodeURIComponent(`买家${n}`)}/${path}`, { method: 'POST', body: JSON.stringify(data) });
}

async function ask(data: object, n: number): Promise<string> {
  const { body } = await buyer(n, 'refunds', data);
  return String((body.refund as Json).refund_id);
}

describe('the seller’s methods', () => {
  it('list refunds by TOP’s and the page’s filters, with the fields that are asked for', async () => {
    const one = await ask(asking(), 3);
    const two = await ask(askingReturn(), 4);
    expect(await top('refunds.receive.get', { fields: 'refund_id,status' })).toMatchObject({
      total_results: 2,
      refunds: {
        refund: [
          { refund_id: two, status: 'WAIT_SELLER_AGREE' },
          { refund_id: one, status: 'WAIT_SELLER_AGREE' },
        ],
      },
    });
    const filters = {
      dispute_type: 'REFUND',
      reason: '多拍/拍错/不想要',
      tile: 'waitAgree',
      start_created: '2026-11-22',
    };
    expect(await top('refunds.receive.get', { ...filters, use_has_next: 'true' })).toMatchObject({
      has_next: false,
      refunds: { refund: [{ refund_id: one, refund_remind_timeout: { timeout: '2026-12-07 10:00:00' } }] },
    });
    for (const wrong of [
      { tile: 'x' },
      { status: 'x' },
      { dispute_type: 'x' },
      { page_size: '101' },
      { end_modified: 'x' },
      { fields: 'x' },
    ]) {
      expect(await top('refunds.receive.get', wrong)).toMatchObject({ code: 41 });
    }
    const span = { start_modified: '2026-11-23', end_modified: '2026-11-22' };
    expect(await top('refunds.receive.get', span)).toMatchObject({ sub_code: 'isv.invalid-parameter:start_modified' });
  });

  it('tell one refund and its history', async () => {
    const id = await ask(asking({ desc: '不想要了', pics: ['proof/box'] }), 3);
    expect(await top('refund.get', { refund_id: id })).toMatchObject({
      refund: {
        refund_id: id,
        tid: PAID,
        refund_version: 2,
        has_good_return: false,
        order_status: 'WAIT_SELLER_SEND_GOODS',
      },
    });
    expect(await top('refund.messages.get', { refund_id: id, page_size: '1' })).toMatchObject({
      total_results: 2,
      refund_messages: {
        refund_message: [{ content: '不想要了', owner_role: 1, pic_urls: { pic_url: [{ url: 'proof/box' }] } }],
      },
    });
    expect(
      await top('refund.message.add', { refund_id: id, content: '在的', image: 'proof/box\nproof/box' }),
    ).toMatchObject({
      refund_message: { content: '在的', owner_role: 2, refund_id: id },
    });
    for (const [refund_id, sub] of [
      ['', 'isv.missing-parameter:refund_id'],
      ['x', 'isv.invalid-parameter:refund_id'],
      ['1', 'isv.refund-not-exist'],
    ] as const) {
      expect(await top('refund.get', { refund_id })).toMatchObject({ sub_code: sub });
      expect(await top('refund.messages.get', { refund_id })).toMatchObject({ sub_code: sub });
      expect(await top('refund.message.add', { refund_id, content: 'x' })).toMatchObject({ sub_code: sub });
    }
    expect(await top('refund.messages.get', { refund_id: id, page_no: '0' })).toMatchObject({ code: 41 });
    expect(await top('refund.get', { refund_id: id, fields: 'x' })).toMatchObject({ code: 41 });
  });

  it('have one address for all that is looked at before answering', async () => {
    const id = await ask(askingReturn(), 4);
    const { body } = await send(`/api/refunds/${id}`);
    expect(body).toMatchObject({
      refund: { refund_id: id },
      trade: { tid: SHIPPED },
      parcels: [],
      addresses: [{ contact_id: '300103' }, { contact_id: '300101' }],
      carriers: [{ code: 'YTO', name: '圆通速递' }],
    });
    await top('rp.returngoods.agree', { refund_id: id, seller_address_id: '300103' });
    await top('rp.returngoods.refill', {
      refund_id: id,
      logistics_company_code: 'YTO',
      logistics_waybill_no: 'YT1111111111111',
    });
    const { parcels } = (await send(`/api/refunds/${id}`)).body;
    expect(parcels).toMatchObject([{ direction: 'back', out_sid: 'YT1111111111111' }]);
    expect(JSON.stringify(parcels)).not.toContain('ahead');
    expect(await send('/api/refunds/123')).toMatchObject({ status: 404 });
  });

  it('agree to money by number, amount and version', async () => {
    const id = await ask(asking(), 3);
    const agree = (info: string) => top('rp.refunds.agree', { refund_infos: info });
    expect(await agree('')).toMatchObject({ code: 40 });
    expect(await agree(`${id}|9999|1|onsale`)).toMatchObject({ sub_code: 'isv.invalid-parameter:refund_infos' });
    expect(await agree(`${id}|10000|7|onsale`)).toMatchObject({ sub_code: 'isv.refund-version-error' });
    expect(await agree('9|1|1|onsale')).toMatchObject({ sub_code: 'isv.refund-not-exist' });
    expect(refusals.map(({ subject }) => subject)).toEqual([id, id, '9']);
    expect(await agree(`${id}|10000|1|onsale`)).toMatchObject({
      succ: true,
      results: { refund_mapping_result: [{ refund_id: id, succ: true }] },
    });
    expect(await agree(id)).toMatchObject({ sub_code: 'isv.refund-status-error' });
    expect((await send('/api/refunds/counts')).body).toMatchObject({ all: 1, success: 1, waitAgree: 0 });
  });

  it('carry a return to its end', async () => {
    const refund_id = await ask(askingReturn(), 4);
    expect(await top('rp.returngoods.agree', { refund_id })).toMatchObject({ code: 40 });
    expect(
      await top('rp.returngoods.agree', { refund_id, seller_address_id: '300103', post_fee_bear_role: 'x' }),
    ).toMatchObject({ code: 41 });
    const place = { seller_address_id: '300103', post_fee_bear_role: '0', remark: '附退换货卡', refund_version: '1' };
    expect(await top('rp.returngoods.agree', { refund_id, ...place })).toMatchObject({ is_success: true });
    expect(await top('rp.returngoods.refill', { refund_id })).toMatchObject({ code: 40 });
    const parcel = { logistics_company_code: 'YTO', logistics_waybill_no: 'YT1111111111111' };
    expect(await top('rp.returngoods.refill', { refund_id, ...parcel })).toMatchObject({ is_success: true });
    expect(await top('rp.returngoods.refuse', { refund_id, refuse_reason_id: '11' })).toMatchObject({ code: 41 });
    expect(await top('rp.returngoods.refuse', { refund_id, refuse_reason_id: '22' })).toMatchObject({ result: true });
    expect(await top('rp.refunds.agree', { refund_infos: refund_id })).toMatchObject({ succ: true });
    expect(await top('refund.get', { refund_id })).toMatchObject({
      refund: {
        status: 'SUCCESS',
        sid: 'YT1111111111111',
        good_return_time: '2026-11-22 10:00:00',
        post_fee_bear_role: 0,
      },
    });
  });

  it('refuse with a reason, a text and a proof; asking the platform in has its own address', async () => {
    const refund_id = await ask(askingReturn(), 4);
    const no = { refund_id, refuse_reason_id: '13', refuse_message: '与实际不符' };
    expect(await top('refund.refuse', { ...no, refuse_proof: 'x.exe' })).toMatchObject({ code: 41 });
    expect(await top('refund.refuse', { ...no, refuse_proof: 'proof/box' })).toMatchObject({
      refund: { refund_id, status: 'SELLER_REFUSE_BUYER' },
    });
    const intervene = () => send(`/api/refunds/${refund_id}/intervene`, { method: 'POST' });
    expect(await intervene()).toMatchObject({ status: 200, body: { refund: { cs_status: 2 } } });
    expect(await intervene()).toMatchObject({ status: 400 });
  });
});

describe('the buyer’s addresses', () => {
  it('ask, change, return, talk, ask the platform in and give up', async () => {
    const id = await ask(askingReturn(), 4);
    const { tid: _tid, oid: _oid, ...asked } = askingReturn({ refund_fee: '88' });
    expect(await buyer(4, `refunds/${id}/change`, asked)).toMatchObject({ body: { refund: { refund_fee: '88.00' } } });
    expect(await buyer(4, `refunds/${id}/message`, { content: '快点' })).toMatchObject({ status: 200 });
    expect(await buyer(4, `refunds/${id}/return`, { company_code: 'YTO' })).toMatchObject({ status: 400 });
    await top('rp.returngoods.agree', { refund_id: id, seller_address_id: '300103' });
    const parcel = { company_code: 'YTO', sid: 'YT1111111111111' };
    expect(await buyer(4, `refunds/${id}/return`, { ...parcel, collect: true })).toMatchObject({ status: 400 });
    expect(await buyer(4, `refunds/${id}/return`, parcel)).toMatchObject({
      body: { refund: { status: 'WAIT_SELLER_CONFIRM_GOODS' } },
    });
    expect(await buyer(4, `refunds/${id}/intervene`)).toMatchObject({ body: { refund: { cs_status: 2 } } });
    expect(await buyer(3, `refunds/${id}/cancel`)).toMatchObject({ status: 404 });
    expect(await buyer(4, `refunds/${id}/cancel`)).toMatchObject({
      body: { refund: { status: 'CLOSED', tid: SHIPPED } },
    });
  });

  it.each<[string, object, string]>([
    ['refunds', { tid: 7 }, 'tid'],
    ['refunds', { tid: '7', oid: 7 }, 'oid'],
    ['refunds', { desc: 7 }, 'desc'],
    ['refunds', { refund_fee: 7 }, 'refund_fee'],
    ['refunds', { dispute_type: 7 }, 'dispute_type'],
    ['refunds', { good_status: 7 }, 'good_status'],
    ['refunds', { reason: 7 }, 'reason'],
    ['refunds', { password: 7 }, 'password'],
    ['refunds', { pics: 'x' }, 'pics'],
    ['refunds/1/change', { pics: [7] }, 'pics'],
    ['refunds/1/message', { content: 7 }, 'content'],
    ['refunds/1/message', { pics: 7 }, 'pics'],
    ['refunds/1/return', { company_code: 7 }, 'company_code'],
    ['refunds/1/return', { sid: 7 }, 'sid'],
    ['refunds/1/return', { desc: 7 }, 'desc'],
    ['refunds/1/return', { pics: 7 }, 'pics'],
  ])('refuse %s with %j', async (path, data, name) => {
    const { status, body } = await buyer(3, path, data);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error_response: { sub_code: `isv.invalid-parameter:${name}` } });
    expect(refusals).toHaveLength(1);
  });
});
