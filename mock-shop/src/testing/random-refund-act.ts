import fc from 'fast-check';
import type { Order, Refund, Trade } from 'fixtures';
import { yuan } from '../domain/money.ts';
import { refundable } from '../domain/refund/amount.ts';
import { PRACTICE_PASSWORD } from '../domain/refund/practice-password.ts';
import { REFUSE_REASONS, reasonsFor } from '../domain/refund/reasons.ts';
import { makeWaybill } from '../domain/ship/waybill.ts';
import type { ShopState } from '../domain/state.ts';
import { pick, type RandomAct } from './random-act.ts';

/** What the numbers drawn for an act are about: an order, its newest refund, and both sides. */
interface About {
  order: Order;
  trade: Trade;
  state: ShopState;
  refund: Refund | undefined;
  refund_id: string;
  buyer: { actor: 'buyer'; buyer_nick: string };
}
const seller = { actor: 'seller' } as const;

const about =
  (line: number, act: (about: About) => ReturnType<RandomAct>): RandomAct =>
  (trade, state) => {
    const order = pick(trade.orders.order, line);
    const refund_id = order.refund_id ?? '';
    const buyer = { actor: 'buyer', buyer_nick: trade.buyer_nick } as const;
    return act({ order, trade, state, refund: state.refunds.get(refund_id), refund_id, buyer });
  };

const numbers = fc.noBias(fc.tuple(fc.nat(3), fc.nat(10_000)));

/** Money or other goods for an order, before or after it is sent; of the money a part, all of it, or a little too much. */
function application({ order, trade }: About, n: number) {
  const received = order.consign_time !== undefined && n % 3 > 0;
  const good_status = received ? 'BUYER_RECEIVED' : 'BUYER_NOT_RECEIVED';
  const most = refundable(trade, order, good_status);
  return {
    dispute_type: received ? pick(['REFUND', 'REFUND_AND_RETURN', 'EXCHANGE'], n) : 'REFUND',
    good_status,
    reason: pick(reasonsFor(good_status), n),
    refund_fee: yuan([most, Math.floor(most / 2), 1, most + 1][n % 4] ?? most),
    desc: n % 2 ? '请尽快处理' : '',
    pics: n % 5 ? [] : ['phone/graphite'],
    password: PRACTICE_PASSWORD,
  };
}

function parcel({ state }: About, n: number) {
  const company_code = pick([...state.carriers.keys()], n);
  return { company_code, sid: makeWaybill(company_code, `back ${n}`), desc: '', pics: [] };
}

const addressIn = ({ state }: About, n: number): string =>
  state.addresses.size > 0 ? pick([...state.addresses.keys()], n) : '';

/** Anything that may be asked about a refund, whether it is its turn or not. */
const anyAct = (a: About, n: number) => {
  const { refund_id, buyer } = a;
  const refusal = pick(REFUSE_REASONS, n);
  return [
    { type: 'refund.change', ...buyer, refund_id, ...application(a, n) },
    { type: 'refund.cancel', ...buyer, refund_id },
    { type: 'refund.agree', ...seller, refund_id, seller_address_id: addressIn(a, n) },
    { type: 'refund.refuse', ...seller, refund_id, of: refusal.of, reason_id: refusal.id, message: '请补充凭证' },
    { type: 'refund.return', ...(n % 4 ? buyer : seller), refund_id, ...parcel(a, n) },
    { type: 'refund.receive', ...seller, refund_id },
    { type: 'refund.message', ...(n % 2 ? buyer : seller), refund_id, content: '在吗', pics: [] },
    { type: 'refund.intervene', ...(n % 2 ? buyer : seller), refund_id },
  ] as const;
};

const apply = numbers.map(([line, n]) =>
  about(line, (a) => {
    const { tid } = a.trade;
    return { type: 'refund.apply', ...a.buyer, tid, oid: a.order.oid, ...application(a, n) };
  }),
);

/** The next step of whoever's turn it is: what gets a refund to its end. */
const onward = numbers.map(([line, n]) =>
  about(line, (a) => {
    const { refund_id, buyer, refund } = a;
    switch (refund?.status) {
      case 'WAIT_SELLER_AGREE':
        return { type: 'refund.agree', ...seller, refund_id, seller_address_id: addressIn(a, n) };
      case 'WAIT_BUYER_RETURN_GOODS':
        return { type: 'refund.return', ...buyer, refund_id, ...parcel(a, n) };
      case 'WAIT_SELLER_CONFIRM_GOODS':
        return { type: 'refund.receive', ...seller, refund_id };
      case 'SELLER_REFUSE_BUYER':
        return { type: 'refund.change', ...buyer, refund_id, ...application(a, n) };
      default:
        return { type: 'refund.apply', ...buyer, tid: a.trade.tid, oid: a.order.oid, ...application(a, n) };
    }
  }),
);

/** Something that buyer or seller may try about a refund of the trade. */
export const refundAct: fc.Arbitrary<RandomAct> = fc.oneof(
  apply,
  { weight: 4, arbitrary: onward },
  { weight: 3, arbitrary: numbers.map(([line, n]) => about(line, (a) => pick(anyAct(a, n), Math.floor(n / 12)))) },
);
