import type { Parcel, Refund } from 'fixtures';
import { beforeEach, describe, expect, it } from 'vitest';
import { Asked } from '../testing/asked.ts';
import { tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';

const refund: Refund = {
  refund_id: tinyId(31),
  tid: tinyId(3),
  oid: tinyId(3),
  buyer_nick: '买家3',
  status: 'WAIT_SELLER_AGREE',
  dispute_type: 'REFUND',
  good_status: 'BUYER_NOT_RECEIVED',
  refund_phase: 'onsale',
  reason: '空包裹',
  desc: '',
  title: '手机',
  num: 1,
  total_fee: '100.00',
  refund_fee: '100.00',
  created: '2026-11-22T09:40:00+08:00',
  modified: '2026-11-22T09:40:00+08:00',
  cs_status: 1,
  messages: [],
};
const finished = tinyTrade(4, {
  status: 'TRADE_FINISHED',
  created: '2026-11-10T09:00:00+08:00',
  end_time: '2026-11-20T09:00:00+08:00',
});
const parcel: Parcel = {
  parcel_id: 'P1',
  tid: tinyId(3),
  oids: [tinyId(3)],
  direction: 'out',
  company_code: 'YTO',
  company_name: '圆通速递',
  out_sid: 'YT1234567890123',
  status: 'SENDING',
  created: '2026-11-22T09:00:00+08:00',
  trace: [],
  ahead: [{ status_time: '2026-11-25T09:00:00+08:00', status_desc: '丢了', status: 'LOST' }],
  inquiries: [],
  fate: 'lost',
};

let shop: Asked;
beforeEach(() => {
  shop = new Asked(
    tinyWorld({
      trades: [
        tinyTrade(3, { pay_time: '2026-11-22T09:01:00+08:00', seller_flag: 4, seller_memo: '难缠 小刘 11.22' }),
        tinyTrade(2),
        finished,
      ],
      refunds: [refund],
      parcels: [parcel],
    }),
  );
});
const call = (path: string, data?: object): ReturnType<Asked['rest']> => shop.rest(path, data);
const of = (nick: string, rest: string): string => `/api/buyer/${encodeURIComponent(nick)}/${rest}`;

describe('what a buyer is told', () => {
  it('is who there is to be', async () => {
    const { body } = await call('/api/buyers?q=3');
    expect(body).toMatchObject({ total: 1, buyers: [{ nick: '买家3', trades: 1 }] });
  });

  it('is the own trades, without the seller’s remarks', async () => {
    const { body } = await call(of('买家3', 'trades?tab=waitSend'));
    expect(body).toMatchObject({ total: 1, counts: { all: 1 }, trades: [{ tid: tinyId(3) }] });
    expect(JSON.stringify(body)).not.toMatch(/seller_memo|seller_flag|难缠/);
  });

  it('is all that belongs to a trade, but not what will become of its parcel', async () => {
    for (const path of [`trades/${tinyId(3)}`, `refunds/${refund.refund_id}`]) {
      const { body } = await call(of('买家3', path));
      expect(body).toMatchObject({
        trade: { tid: tinyId(3) },
        refunds: [refund],
        rates: [],
        parcels: [{ parcel_id: 'P1', status: 'SENDING' }],
        settings: { confirm_days: 10 },
        refundable: { [tinyId(3)]: { BUYER_NOT_RECEIVED: '100.00', BUYER_RECEIVED: '100.00' } },
      });
      expect(JSON.stringify(body)).not.toMatch(/seller_memo|丢了|lost/);
    }
  });

  it.each([
    ['another’s trade', of('买家2', `trades/${tinyId(3)}`), 404, 'isv.trade-not-exist'],
    ['another’s refund', of('买家2', `refunds/${refund.refund_id}`), 404, 'isv.refund-not-exist'],
    ['the trades of nobody', of('谁', 'trades'), 404, 'isv.buyer-not-exist'],
    ['the talk of nobody', of('谁', 'chat'), 404, 'isv.buyer-not-exist'],
    ['a tab there is not', of('买家3', 'trades?tab=x'), 400, 'isv.invalid-parameter:tab'],
    ['page 0', of('买家3', 'trades?page=0'), 400, 'isv.invalid-parameter:page'],
    ['51 on a page', of('买家3', 'trades?size=51'), 400, 'isv.invalid-parameter:size'],
  ])('is not %s', async (_name, path, status, sub_code) => {
    expect(await call(path)).toMatchObject({ status, body: { error_response: { sub_code } } });
  });
});

describe('what a buyer does', () => {
  const rate = of('买家4', `trades/${tinyId(4)}/rate`);

  it('is rating what was bought', async () => {
    expect(await call(rate, { oid: tinyId(4), result: 'bad', content: '发烫' })).toMatchObject({
      status: 200,
      body: { trade: { buyer_rate: true }, rates: [{ role: 'buyer', result: 'bad', content: '发烫' }] },
    });
  });

  it('may begin with what the window shows and where the last order went', async () => {
    const { body } = await call(of('买家2', 'shop'));
    expect(body).toMatchObject({ cod: true, free_post_from: '99.00', receiver: { receiver_name: '李四' } });
    expect(body).toMatchObject({
      products: expect.arrayContaining([expect.objectContaining({ skus: expect.any(Array) })]),
    });
  });

  it.each<[string, string, object, string]>([
    ['another’s trade', of('买家2', `trades/${tinyId(4)}/rate`), {}, 'isv.trade-not-exist'],
    ['nothing', rate, {}, 'isv.missing-parameter:oid'],
    ['no grade', rate, { oid: tinyId(4) }, 'isv.missing-parameter:result'],
    ['no words', rate, { oid: tinyId(4), result: 'good' }, 'isv.missing-parameter:content'],
    [
      'what has not ended',
      of('买家2', `trades/${tinyId(2)}/rate`),
      { oid: '1', result: 'good', content: '' },
      'isv.trade-status-error',
    ],
  ])('is not rating %s', async (_name, path, data, sub_code) => {
    expect(await call(path, data)).toMatchObject({ body: { error_response: { sub_code } } });
    expect(shop.refusals).toHaveLength(1);
  });
});

describe('what a buyer says', () => {
  it('is heard by the seller as unread', async () => {
    const said = await call(of('买家3', 'chat'), { text: '请尽快发货', tid: tinyId(3) });
    expect(said).toMatchObject({ status: 200, body: { messages: [{}, { from: 'buyer', text: '请尽快发货' }] } });
    expect(await call(of('买家3', 'chat'))).toEqual(said);
    expect(await call(`/api/chats/${encodeURIComponent('买家3')}`)).toMatchObject({ body: { unread: 2 } });
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['no text', { text: 7 }],
    ['no tid', { text: '好', tid: 7 }],
  ])('is refused when it is %s', async (_name, data) => {
    expect(await call(of('买家3', 'chat'), data)).toMatchObject({
      status: 400,
      body: { error_response: { sub_code: 'isv.missing-parameter:text' } },
    });
  });
});
