import type { Parcel, Refund } from 'fixtures';
import { getResponse } from 'msw/utils/get-response';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinyId, tinyTrade, tinyWorld } from '../testing/tiny-world.ts';
import { Faults } from './faults.ts';
import { handlers } from './handlers.ts';
import { memoryShelf } from './memory-shelf.ts';
import { newWorld } from './open-world.ts';
import { Shop } from './shop.ts';

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

let call: (path: string, data?: object) => Promise<{ status: number; body: unknown }>;
beforeEach(() => {
  const world = tinyWorld({
    trades: [tinyTrade(3, { seller_flag: 4, seller_memo: '难缠 小刘 11.22' }), tinyTrade(2)],
    refunds: [refund],
    parcels: [parcel],
  });
  const { state, row, first } = newWorld({ scenario: 'tiny', seed: 7, day: 1440 }, () => world, 1000);
  const silent = { record: () => {}, refused: () => {}, wrote: () => {}, clock: () => {}, lost: () => {} };
  const shop = new Shop(state, row, memoryShelf(row, first), silent, () => 2000);
  const list = handlers(shop, new Faults());
  call = async (path, data) => {
    const init = data === undefined ? {} : { method: 'POST', body: JSON.stringify(data) };
    const response = await getResponse(list, new Request(`http://shop.test${path}`, init));
    if (!response) throw new Error(`nobody answers ${path}`);
    return { status: response.status, body: await response.json() };
  };
});
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
