import { describe, expect, it } from 'vitest';
import { type BuyerPlace, buyerUrl, readBuyerPath } from './buyer-url.ts';

const nick = '爱吃/西瓜 100%';
const tid = '2123';

describe('an address of the buyer’s view', () => {
  it.each<[string, BuyerPlace]>([
    ['/buyer', { at: 'choose' }],
    [buyerUrl(nick), { at: 'trades', nick }],
    [buyerUrl(nick, 'shop'), { at: 'shop', nick }],
    [buyerUrl(nick, 'shop', '56'), { at: 'order', nick, item: '56' }],
    [buyerUrl(nick, 'chat'), { at: 'chat', nick }],
    [buyerUrl(nick, 'trades', tid), { at: 'trade', nick, tid }],
    [buyerUrl(nick, 'trades', tid, 'pay'), { at: 'pay', nick, tid }],
    [buyerUrl(nick, 'trades', tid, 'confirm'), { at: 'confirm', nick, tid }],
    [buyerUrl(nick, 'trades', tid, 'rate'), { at: 'rate', nick, tid }],
    [buyerUrl(nick, 'trades', tid, 'logistics'), { at: 'logistics', nick, tid }],
    [buyerUrl(nick, 'trades', tid, 'refund', '77'), { at: 'apply', nick, tid, oid: '77' }],
    [buyerUrl(nick, 'refunds', '88'), { at: 'refund', nick, refund: '88' }],
    [buyerUrl(nick, 'refunds', '88', 'change'), { at: 'change', nick, refund: '88' }],
    [buyerUrl(nick, 'refunds', '88', 'return'), { at: 'return', nick, refund: '88' }],
  ])('%s is read back', (path, place) => {
    expect(readBuyerPath(path)).toEqual(place);
  });

  it.each([
    '/buyer/a/nowhere',
    '/buyer/a/trades',
    '/buyer/a/trades/1/eat',
    '/buyer/a/trades/1/pay/2',
    '/buyer/a/trades/1/refund',
    '/buyer/a/refunds',
    '/buyer/a/refunds/1/pay',
    '/buyer/a/shop/1/2',
    '/buyer/a/chat/1',
    '/buyer/%E4%ZZ',
  ])('%s is none', (path) => {
    expect(readBuyerPath(path)).toBeUndefined();
  });
});
