import fc from 'fast-check';
import { PRODUCTS } from 'fixtures';
import { receiverOf } from '../domain/ship/parcel.ts';
import { CANCEL_REASONS, CLOSE_REASONS } from '../domain/trade/close.ts';
import { money, pick, type RandomAct } from './random-act.ts';

const act = (one: RandomAct) => fc.constant(one);

/** What may be asked of a trade that is there. */
export const tradeAct: fc.Arbitrary<RandomAct> = fc.oneof(
  act(({ tid }) => ({ type: 'trade.pay', actor: 'buyer', tid })),
  fc.constantFrom(...CLOSE_REASONS).map(
    (reason): RandomAct =>
      ({ tid }) => ({ type: 'trade.close', actor: 'seller', tid, reason }),
  ),
  money.map(
    (post_fee): RandomAct =>
      ({ tid }) => ({ type: 'trade.postage', actor: 'seller', tid, post_fee }),
  ),
  fc.tuple(money, fc.option(money, { nil: undefined })).map(
    ([payment, post_fee]): RandomAct =>
      ({ tid, orders }) => ({
        type: 'trade.price',
        actor: 'seller',
        tid,
        orders: orders.order.map(({ oid }) => ({ oid, payment })),
        ...(post_fee !== undefined && { post_fee }),
      }),
  ),
  fc.constantFrom(3, 5, 7, 10).map(
    (days): RandomAct =>
      ({ tid }) => ({ type: 'trade.delay', actor: 'seller', tid, days }),
  ),
  act(({ tid }) => ({ type: 'trade.delay', actor: 'buyer', tid })),
  act(({ tid }) => ({ type: 'trade.confirm', actor: 'buyer', tid })),
);

/** The next step of a trade's buyer, whoever's turn it is. */
const onward = act(({ tid, status }) => {
  if (status === 'WAIT_BUYER_PAY') return { type: 'trade.pay', actor: 'buyer', tid };
  if (status !== 'TRADE_FINISHED') return { type: 'trade.confirm', actor: 'buyer', tid };
  return { type: 'rate.add', actor: 'buyer', tid, result: 'neutral', content: '一般' };
});

/** What makes new trades, gets them on, changes their goods or calls them off. */
export const orderAct: fc.Arbitrary<RandomAct> = fc.oneof(
  { weight: 3, arbitrary: onward },
  fc.tuple(fc.nat(), fc.nat(), fc.nat(3), fc.boolean()).map(
    ([product, sku, more, cod]): RandomAct =>
      (trade) => ({
        type: 'trade.create',
        actor: 'buyer',
        buyer_nick: trade.buyer_nick,
        items: [0, 1, 2].slice(0, more).map((n) => {
          const { numIid, skus } = pick(PRODUCTS, product + n);
          return { num_iid: numIid, sku_id: pick(skus.flat(), sku).sku_id, num: 1 + n };
        }),
        receiver: receiverOf(trade),
        cod,
      }),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([n, sku]): RandomAct =>
      ({ orders }) => {
        const { oid, num_iid } = pick(orders.order, n);
        const skus = PRODUCTS.find(({ numIid }) => numIid === num_iid)?.skus.flat() ?? [];
        return { type: 'trade.sku', actor: 'seller', oid, sku_id: skus.length > 0 ? pick(skus, sku).sku_id : '1' };
      },
  ),
  fc.constantFrom(...CANCEL_REASONS).map(
    (reason): RandomAct =>
      ({ tid }) => ({ type: 'trade.close', actor: 'buyer', tid, reason }),
  ),
);
