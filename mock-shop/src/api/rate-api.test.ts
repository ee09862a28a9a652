import { beforeEach, describe, expect, it } from 'vitest';
import { Asked } from '../testing/asked.ts';
import { tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';

const DONE = tinyId(11);
const LATE = tinyId(12);
const finished = (n: number, end_time: string, parts = {}) =>
  tinyTrade(
    n,
    { status: 'TRADE_FINISHED', created: '2026-10-01T09:00:00+08:00', end_time, ...parts },
    { num_iid: '77' },
  );

let shop: Asked;
beforeEach(async () => {
  shop = new Asked(
    tinyWorld({
      trades: [
        finished(13, '2026-11-21T10:00:00+08:00'),
        finished(12, '2026-11-01T10:00:00+08:00'),
        finished(11, '2026-11-20T10:00:00+08:00', { seller_flag: 4, seller_memo: '中评跟进' }),
      ],
    }),
  );
  const rate = { oid: DONE, result: 'neutral', content: '有点慢' };
  const { status } = await shop.rest(`/api/buyer/${encodeURIComponent('买家11')}/trades/${DONE}/rate`, rate);
  expect(status).toBe(200);
});

describe('TOP’s methods for ratings', () => {
  const get = (params: Record<string, string>) =>
    shop.top('traderates.get', { rate_type: 'get', role: 'buyer', ...params });

  it('give what was received and given, as TOP nests and names it', async () => {
    expect(await get({})).toEqual({
      request_id: expect.any(String),
      total_results: 1,
      trade_rates: {
        trade_rate: [
          {
            tid: DONE,
            oid: DONE,
            num_iid: '77',
            role: 'buyer',
            nick: '买家11',
            rated_nick: '小店',
            result: 'neutral',
            created: '2026-11-22 10:00:00',
            item_title: '手机 <A&B> 第 11 款',
            item_price: '100.00',
            content: '有点慢',
            reply: '',
            valid_score: true,
          },
        ],
      },
    });
    expect(await get({ fields: 'oid,seller_flag,seller_memo,explain_end', use_has_next: 'true' })).toMatchObject({
      has_next: false,
      trade_rates: {
        trade_rate: [{ oid: DONE, seller_flag: 4, seller_memo: '中评跟进', explain_end: '2026-12-22 10:00:00' }],
      },
    });
    expect(await get({ rate_type: 'give', role: 'seller' })).toMatchObject({ total_results: 0 });
    // As a buyer the shop neither gave nor got any.
    expect(await get({ rate_type: 'give' })).toMatchObject({ total_results: 0 });
    for (const [params, total] of [
      [{ result: 'bad' }, 0],
      [{ result: 'unhappy' }, 1],
      [{ replied: 'false', written: 'true', peer_nick: '买家', item_title: '手机' }, 1],
      [{ start_date: '2026-11-23' }, 0],
      [{ start_date: '2026-11-22', end_date: '2026-11-22', tid: DONE }, 1],
    ] as const)
      expect(await get(params)).toMatchObject({ total_results: total });
  });

  it('rate buyers and explain', async () => {
    expect(await shop.top('traderate.add', { tid: DONE, oid: DONE, role: 'seller', result: 'good' })).toMatchObject({
      trade_rate: { tid: DONE, oid: DONE, created: '2026-11-22 10:00:00' },
    });
    const third = tinyId(13);
    expect(await shop.top('traderate.list.add', { tid: third, role: 'seller', result: 'good' })).toMatchObject({
      trade_rate: { tid: third, created: '2026-11-22 10:00:00' },
    });
    expect(await shop.top('traderate.explain.add', { oid: DONE, reply: '抱歉让您久等' })).toMatchObject({
      is_success: true,
    });
    expect(await get({ replied: 'true', fields: 'reply,reply_time' })).toMatchObject({
      trade_rates: { trade_rate: [{ reply: '抱歉让您久等', reply_time: '2026-11-22 10:00:00' }] },
    });
    expect(shop.refusals).toEqual([]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['traderates.get', { role: 'buyer' }, 41, 'isv.invalid-parameter:rate_type'],
    ['traderates.get', { rate_type: 'get' }, 41, 'isv.invalid-parameter:role'],
    ['traderates.get', { rate_type: 'get', role: 'shop' }, 41, 'isv.invalid-parameter:role'],
    ['traderates.get', { rate_type: 'get', role: 'buyer', result: 'x' }, 41, 'isv.invalid-parameter:result'],
    ['traderates.get', { rate_type: 'get', role: 'buyer', replied: 'x' }, 41, 'isv.invalid-parameter:replied'],
    ['traderates.get', { rate_type: 'get', role: 'buyer', page_size: '151' }, 41, 'isv.invalid-parameter:page_size'],
    ['traderates.get', { rate_type: 'get', role: 'buyer', fields: 'x' }, 41, 'isv.invalid-parameter:fields'],
    [
      'traderates.get',
      { rate_type: 'get', role: 'buyer', start_date: '2026-11-22', end_date: '2026-11-21' },
      41,
      'isv.invalid-parameter:start_date',
    ],
  ])('%s refuses %j', async (method, params, code, sub_code) => {
    expect(await shop.top(method, params)).toMatchObject({ code, sub_code });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['traderate.add', { tid: DONE, oid: DONE, result: 'good' }, 40, 'isv.missing-parameter:role'],
    ['traderate.add', { tid: DONE, role: 'buyer', result: 'good' }, 41, 'isv.invalid-parameter:role'],
    ['traderate.add', { tid: DONE, role: 'seller' }, 40, 'isv.missing-parameter:result'],
    ['traderate.list.add', { tid: LATE, role: 'seller', result: 'good' }, 15, 'isv.rate-time-over'],
    ['traderate.explain.add', { oid: LATE, reply: '好' }, 15, 'isv.rate-not-exist'],
  ])('%s refuses %j and makes it known', async (method, params, code, sub_code) => {
    expect(await shop.top(method, params)).toMatchObject({ code, sub_code });
    expect(shop.refusals).toMatchObject([{ method: `taobao.${method}`, error: { sub_code } }]);
  });
});

describe('the small resources', () => {
  it('tell the statistics', async () => {
    const { body } = await shop.rest('/api/rates/stats');
    expect(body).toMatchObject({ good: 0, unanswered: 1, periods: { week: { good: 0, neutral: 1, bad: 0 } } });
  });

  it('list whom the seller can rate now, the newest trade first, with the time that is left', async () => {
    const due = async (query = '') => (await shop.rest(`/api/rates/due${query}`)).body;
    expect(await due()).toMatchObject({
      total: 2,
      trades: [
        { trade: { tid: tinyId(13) }, oids: [tinyId(13)], rate_until: '2026-12-06T10:00:00+08:00' },
        { trade: { tid: DONE } },
      ],
    });
    expect(await due('?page=2&size=1')).toMatchObject({ total: 2, trades: [{ trade: { tid: DONE } }] });
    expect(await due('?nick=11')).toMatchObject({ total: 1 });
    expect(await due(`?tid=${DONE}`)).toMatchObject({ total: 1 });
    await shop.top('traderate.add', { tid: DONE, role: 'seller', result: 'good' });
    expect(await due()).toMatchObject({ total: 1 });
    for (const query of ['?page=0', '?size=101', '?page=x']) {
      expect((await shop.rest(`/api/rates/due${query}`)).status).toBe(400);
    }
  });
});
