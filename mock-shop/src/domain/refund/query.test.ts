import { expect, it } from 'vitest';
import { askingReturn, PAID, RefundShop, SHIPPED } from '../../testing/refund-world.ts';
import { refundCounts, refundList } from './query.ts';

it('finds refunds by tile, number, trade, buyer, type, reason and time, the newest first', () => {
  const shop = new RefundShop();
  const one = shop.ask();
  shop.pass(2);
  const two = shop.ask(askingReturn());
  shop.do({ type: 'refund.intervene', actor: 'seller', refund_id: two });
  shop.pass(11.5);
  const now = shop.now;
  const found = (query: Partial<Parameters<typeof refundList>[1]>) =>
    refundList(shop.state, { page: 1, size: 20, ...query }, now).refunds.map(({ refund_id }) => refund_id);
  expect(found({})).toEqual([two, one]);
  expect(found({ tile: 'soon' })).toEqual([one]);
  expect(found({ tile: 'intervened' })).toEqual([two]);
  expect(found({ tile: 'success' })).toEqual([]);
  expect(found({ refund_id: one.slice(3) })).toEqual([one]);
  expect(found({ tid: PAID })).toEqual([one]);
  expect(found({ nick: '买家4' })).toEqual([two]);
  expect(found({ status: 'WAIT_SELLER_AGREE', type: 'REFUND' })).toEqual([one]);
  expect(found({ reason: '七天无理由' })).toEqual([two]);
  expect(found({ from: '2026-11-23T00:00:00+08:00' })).toEqual([two]);
  expect(found({ to: '2026-11-23T00:00:00+08:00' })).toEqual([one]);
  expect(found({ modifiedFrom: '2026-11-23T00:00:00+08:00', modifiedTo: '2026-11-25T00:00:00+08:00' })).toEqual([two]);
  expect(refundList(shop.state, { page: 2, size: 1 }, now)).toMatchObject({ total: 2, refunds: [{ refund_id: one }] });
  expect(shop.trade(SHIPPED).orders.order[0]?.refund_id).toBe(two);
  shop.do({ type: 'refund.agree', actor: 'seller', refund_id: one });
  shop.pass(4);
  expect(refundCounts(shop.state, shop.now)).toEqual({
    all: 2,
    waitAgree: 0,
    waitReturn: 1,
    waitReceive: 0,
    soon: 0,
    refused: 0,
    intervened: 1,
    success: 1,
    closed: 0,
  });
});
