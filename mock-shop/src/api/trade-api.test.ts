import { PRODUCTS } from 'fixtures';
import { beforeEach, describe, expect, it } from 'vitest';
import { PRACTICE_PASSWORD } from '../domain/refund/practice-password.ts';
import { Asked, type Json } from '../testing/asked.ts';
import { tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';

const [phone] = PRODUCTS;
const sku = phone?.skus[0]?.[0];
const other = phone?.skus[1]?.[0];
if (!phone || !sku || !other) throw new Error('no product');

const UNPAID = tinyId(11);
const SENT = tinyId(12);
const timeout_action_time = '2026-11-24T10:00:00+08:00';

let shop: Asked;
beforeEach(() => {
  const unpaid = { status: 'WAIT_BUYER_PAY', payment: '106.00', post_fee: '6.00', timeout_action_time } as const;
  shop = new Asked(
    tinyWorld({
      trades: [
        tinyTrade(11, unpaid, { num_iid: phone.numIid, ...sku }),
        tinyTrade(12, { status: 'WAIT_BUYER_CONFIRM_GOODS', pay_time: timeout_action_time, timeout_action_time }),
      ],
    }),
  );
});
const buyer = (n: number, path: string, data: object = {}): ReturnType<Asked['rest']> =>
  shop.rest(`/api/buyer/${encodeURIComponent(`买家${n}`)}/${path}`, data);

describe('TOP’s methods for trades', () => {
  it('close, extend, lower the postage, change the style, and answer as TOP does', async () => {
    const modified = '2026-11-22 10:00:00';
    expect(await shop.top('trade.postage.update', { tid: UNPAID, post_fee: '3' })).toMatchObject({
      trade: { tid: UNPAID, modified, post_fee: '3.00', total_fee: '100.00' },
    });
    const props = { oid: UNPAID, sku_props: other.sku_properties_name };
    expect(await shop.top('trade.ordersku.update', props)).toMatchObject({ order: { oid: UNPAID, modified } });
    const full = await shop.top('trade.fullinfo.get', { tid: UNPAID, fields: 'payment,orders.sku_id' });
    expect(full).toMatchObject({ trade: { payment: '103.00', orders: { order: [{ sku_id: other.sku_id }] } } });
    expect(await shop.top('trade.close', { tid: UNPAID, close_reason: '缺货' })).toMatchObject({
      trade: { tid: UNPAID, modified },
    });
    await shop.top('trade.receivetime.delay', { tid: SENT, days: '7' });
    const sent = await shop.top('trade.fullinfo.get', { tid: SENT, fields: 'timeout_action_time' });
    expect(sent).toMatchObject({ trade: { timeout_action_time: '2026-12-01 10:00:00' } });
    expect(shop.refusals).toEqual([]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['trade.close', { tid: UNPAID, close_reason: '算了' }, 15, 'isv.invalid-parameter:closereason_wrong'],
    ['trade.close', { tid: SENT, close_reason: '缺货' }, 15, 'isv.invalid-trade-status'],
    ['trade.close', { close_reason: '缺货' }, 40, 'isv.missing-parameter:tid'],
    ['trade.close', { tid: tinyId(99), close_reason: '缺货' }, 15, 'isv.trade-not-exist'],
    ['trade.receivetime.delay', { tid: SENT }, 40, 'isv.missing-parameter:days'],
    ['trade.receivetime.delay', { tid: SENT, days: '4' }, 41, 'isv.invalid-parameter:days'],
    ['trade.receivetime.delay', { tid: SENT, days: 'x' }, 41, 'isv.invalid-parameter:days'],
    ['trade.receivetime.delay', { tid: UNPAID, days: '3' }, 15, 'isv.invalid-trade-status'],
    ['trade.postage.update', { tid: UNPAID }, 40, 'isv.missing-parameter:post_fee'],
    ['trade.postage.update', { tid: UNPAID, post_fee: '6.01' }, 41, 'isv.invalid-parameter:post_fee'],
    ['trade.postage.update', { tid: UNPAID, post_fee: '-1' }, 41, 'isv.invalid-parameter:post_fee'],
    ['trade.ordersku.update', { oid: UNPAID }, 40, 'isv.missing-parameter:sku_id'],
    ['trade.ordersku.update', { oid: UNPAID, sku_props: '颜色分类:无' }, 41, 'isv.invalid-parameter:sku_props'],
    ['trade.ordersku.update', { sku_id: sku.sku_id }, 40, 'isv.missing-parameter:oid'],
  ])('%s %o is refused, and the refusal made known', async (method, params, code, sub_code) => {
    expect(await shop.top(method, params)).toMatchObject({ code, sub_code });
    expect(shop.refusals).toMatchObject([{ method: `taobao.${method}`, error: { sub_code } }]);
  });
});

describe('the shop’s own resources', () => {
  it('change a price', async () => {
    const wish = { orders: [{ oid: UNPAID, payment: '90.00' }], post_fee: '0.00' };
    const { status, body } = await shop.rest(`/api/trades/${UNPAID}/price`, wish);
    expect(status).toBe(200);
    expect(body).toMatchObject({ trade: { payment: '90.00', adjust_fee: '-10.00', shipping_type: 'free' } });
  });

  it.each<[string, object, string]>([
    ['orders that are no list', { orders: 1 }, 'isv.invalid-parameter:orders'],
    ['a postage that is no text', { post_fee: 1 }, 'isv.invalid-parameter:post_fee'],
    ['nothing', {}, 'isv.missing-parameter:orders'],
    ['a price that is none', { orders: [{ oid: UNPAID }] }, 'isv.invalid-parameter:payment'],
  ])('refuse %s', async (_name, data, sub_code) => {
    const { status, body } = await shop.rest(`/api/trades/${UNPAID}/price`, data);
    expect([status, body]).toMatchObject([400, { error_response: { sub_code } }]);
    expect(shop.refusals).toMatchObject([{ method: 'trades.price', subject: UNPAID }]);
  });

  it('give whole pages of the list for an export, by its filters', async () => {
    const { body } = await shop.rest('/api/sold/export?tab=waitPay&page_size=2000');
    expect(body).toMatchObject({ total: 1, trades: [{ tid: UNPAID }] });
    const { status } = await shop.rest('/api/sold/export?page_size=2001');
    expect(status).toBe(400);
  });
});

describe('a buyer', () => {
  it('orders, pays, extends, confirms and cancels, and is told nothing of remarks', async () => {
    const receiver = {
      receiver_name: '王五',
      receiver_state: '浙江省',
      receiver_city: '杭州市',
      receiver_district: '西湖区',
      receiver_address: '文三路 1 号',
      receiver_mobile: '13812345678',
    };
    const items = [{ num_iid: phone.numIid, sku_id: sku.sku_id, num: 1 }];
    const made = (await buyer(11, 'trades', { items, receiver, message: '快点' })).body.trade as Json;
    expect(made).toMatchObject({ status: 'WAIT_BUYER_PAY', buyer_nick: '买家11', buyer_message: '快点' });
    expect(made).not.toHaveProperty('seller_memo');
    expect(await buyer(11, `trades/${made.tid}/pay`, { password: PRACTICE_PASSWORD })).toMatchObject({
      status: 200,
      body: { trade: { status: 'WAIT_SELLER_SEND_GOODS' } },
    });
    expect(await buyer(11, `trades/${UNPAID}/close`, { reason: '我不想买了' })).toMatchObject({
      body: { trade: { status: 'TRADE_CLOSED_BY_TAOBAO', close_reason: '我不想买了' } },
    });
    expect(await buyer(12, `trades/${SENT}/extend`)).toMatchObject({ body: { trade: { buyer_extended: true } } });
    expect(await buyer(12, `trades/${SENT}/confirm`, { password: PRACTICE_PASSWORD })).toMatchObject({
      body: { trade: { status: 'TRADE_FINISHED' } },
    });
  });

  it.each<[string, string, object, number, string]>([
    ['another’s trade', `trades/${SENT}/confirm`, {}, 404, 'isv.trade-not-exist'],
    ['a trade there is not', `trades/${tinyId(99)}/pay`, {}, 404, 'isv.trade-not-exist'],
    ['no password', `trades/${UNPAID}/pay`, {}, 400, 'isv.missing-parameter:password'],
    ['a wrong password', `trades/${UNPAID}/pay`, { password: 'secret-0' }, 400, 'isv.wrong-password'],
    ['a password that is no text', `trades/${UNPAID}/pay`, { password: 123456 }, 400, 'isv.missing-parameter:password'],
    ['a reason that is no text', `trades/${UNPAID}/close`, { reason: 1 }, 400, 'isv.invalid-parameter:reason'],
    ['no reason', `trades/${UNPAID}/close`, {}, 400, 'isv.invalid-parameter:closereason_wrong'],
    ['things that are no list', 'trades', { items: 1 }, 400, 'isv.invalid-parameter:items'],
    ['no receiver', 'trades', { receiver: 'x' }, 400, 'isv.invalid-parameter:receiver'],
    ['nothing', 'trades', {}, 400, 'isv.missing-parameter:receiver_name'],
    ['a message that is no text', 'trades', { message: 1 }, 400, 'isv.invalid-parameter:message'],
    ['cash on delivery as text', 'trades', { cod: 'yes' }, 400, 'isv.invalid-parameter:cod'],
  ])('is refused %s', async (_name, path, data, status, sub_code) => {
    expect(await buyer(11, path, data)).toMatchObject({ status, body: { error_response: { sub_code } } });
    expect(shop.refusals).toHaveLength(1);
    expect(JSON.stringify(shop.refusals)).not.toContain('secret-0');
  });
});
