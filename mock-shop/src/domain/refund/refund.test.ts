import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundAct } from '../../testing/random-refund-act.ts';
import {
  asking,
  askingReturn,
  DAY,
  FINISHED,
  PAID,
  RefundShop,
  refundWorld,
  SHIPPED,
  START,
} from '../../testing/refund-world.ts';
import { tinyId } from '../../testing/tiny-world.ts';
import { apply } from '../apply.ts';
import { decide } from '../decide.ts';
import { due } from '../due.ts';
import { fen } from '../money.ts';
import { simText } from '../sim-time.ts';
import { beginState, type ShopState } from '../state.ts';
import { refusedByShipping } from './shipped.ts';

const BUYER = { actor: 'buyer', buyer_nick: '买家4' } as const;
const SELLER = { actor: 'seller' } as const;
const days = (n: number) => simText(START + n * DAY);

function agree(shop: RefundShop, refund_id: string) {
  return shop.do({ type: 'refund.agree', ...SELLER, refund_id, seller_address_id: '300103' });
}
function sendBack(shop: RefundShop, refund_id: string) {
  const parcel = { company_code: 'YTO', sid: 'yt 9876543210987', desc: '退货卡在盒子里', pics: ['proof/waybill'] };
  return shop.do({ type: 'refund.return', ...BUYER, refund_id, ...parcel });
}

describe('before shipping', () => {
  it('gives everything back at once when the seller agrees, and closes the trade', () => {
    const shop = new RefundShop();
    const { ledger } = shop.state;
    const id = shop.ask({ refund_fee: '106', desc: '不想要了', pics: ['proof/box'] });
    expect(shop.refund(id)).toMatchObject({
      status: 'WAIT_SELLER_AGREE',
      refund_phase: 'onsale',
      refund_fee: '106.00',
      total_fee: '100.00',
      timeout_action_time: days(15),
    });
    expect(id).toMatch(/^\d{18}$/);
    expect(shop.refund(id).messages.map(({ owner_role, pic_urls }) => [owner_role, pic_urls.length])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    const record = shop.do({ type: 'refund.agree', ...SELLER, refund_id: id });
    expect(record).toMatchObject({ type: 'refund.succeeded', actor: 'seller', data: { how: 'agreed' } });
    expect(shop.refund(id)).toMatchObject({ status: 'SUCCESS', messages: { length: 3 } });
    expect(shop.refund(id).timeout_action_time).toBeUndefined();
    expect(shop.trade(PAID)).toMatchObject({ status: 'TRADE_CLOSED', end_time: days(0), received_payment: '0.00' });
    expect(shop.trade(PAID).orders.order[0]).toMatchObject({ status: 'TRADE_CLOSED', refund_status: 'SUCCESS' });
    const { buyers, escrow, seller } = shop.state.ledger;
    expect([buyers - ledger.buyers, escrow - ledger.escrow, seller - ledger.seller]).toEqual([10_600, -10_600, 0]);
  });

  it('leaves the rest of a partial refund with the seller', () => {
    const shop = new RefundShop();
    const { ledger } = shop.state;
    shop.do({ type: 'refund.agree', ...SELLER, refund_id: shop.ask({ refund_fee: '30.5' }) });
    const { buyers, escrow, seller } = shop.state.ledger;
    expect([buyers - ledger.buyers, escrow - ledger.escrow, seller - ledger.seller]).toEqual([3050, -10_600, 7550]);
    expect(shop.trade(PAID).received_payment).toBe('75.50');
  });

  it('counts as refused when the goods are sent all the same', () => {
    const shop = new RefundShop();
    const id = shop.ask();
    expect(refusedByShipping(shop.state, PAID, [tinyId(99)], START)).toEqual([]);
    const [refund] = refusedByShipping(shop.state, PAID, [PAID], START);
    expect(refund).toMatchObject({ refund_id: id, status: 'SELLER_REFUSE_BUYER', timeout_action_time: days(7) });
    const other = shop.ask(askingReturn());
    expect(refusedByShipping(shop.state, SHIPPED, [SHIPPED], START)).toEqual([]);
    expect(shop.refund(other).status).toBe('WAIT_SELLER_AGREE');
  });
});

describe('goods that come back', () => {
  it('go from the agreement over the parcel to the money', () => {
    const shop = new RefundShop();
    const { ledger } = shop.state;
    const id = shop.ask(askingReturn());
    expect(shop.trade(SHIPPED)).toMatchObject({ timeout_left: (9 * 24 + 8) * 3600 });
    expect(shop.trade(SHIPPED).timeout_action_time).toBeUndefined();
    expect(agree(shop, id)).toMatchObject({ type: 'refund.agreed', data: { after: { post_fee_bear_role: 1 } } });
    expect(shop.refund(id)).toMatchObject({
      status: 'WAIT_BUYER_RETURN_GOODS',
      timeout_action_time: days(7),
      return_address: {
        seller_address_id: '300103',
        name: '售后组',
        phone: '0571-86201199',
        address: '浙江省 杭州市 临平区 兴元路 66 号 5 号仓',
        zip: '311103',
      },
    });
    sendBack(shop, id);
    expect(shop.refund(id)).toMatchObject({
      status: 'WAIT_SELLER_CONFIRM_GOODS',
      good_status: 'BUYER_RETURNED_GOODS',
      company_name: '圆通速递',
      sid: 'YT9876543210987',
      good_return_time: days(0),
      timeout_action_time: days(10),
    });
    const [parcel] = [...shop.state.parcels.values()];
    expect(parcel).toMatchObject({
      direction: 'back',
      refund_id: id,
      tid: SHIPPED,
      oids: [SHIPPED],
      status: 'CREATED',
    });
    expect(parcel?.ahead.at(-1)).toMatchObject({
      status: 'ACCEPTED_BY_RECEIVER',
      status_desc: expect.stringContaining('退货仓'),
    });
    shop.pass(5);
    expect(shop.state.parcels.get(parcel?.parcel_id ?? '')?.status).toBe('ACCEPTED_BY_RECEIVER');
    expect(shop.do({ type: 'refund.receive', ...SELLER, refund_id: id })).toMatchObject({ data: { how: 'received' } });
    const { buyers, escrow, seller } = shop.state.ledger;
    expect([buyers - ledger.buyers, escrow - ledger.escrow, seller - ledger.seller]).toEqual([10_000, -10_000, 0]);
    // The other order goes on, and with it the clock.
    expect(shop.trade(SHIPPED)).toMatchObject({
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      timeout_action_time: '2026-12-06T18:00:00+08:00',
    });
  });

  it('cost the seller the freight when the fault is the seller’s', () => {
    const shop = new RefundShop();
    const id = shop.ask(askingReturn({ reason: '质量问题' }));
    expect(agree(shop, id)).toMatchObject({ data: { after: { post_fee_bear_role: 0 } } });
    expect(shop.refund(id).messages.at(-1)?.content).toContain('退货运费由卖家承担');
  });

  it('of an exchange bring no money back, and the order goes on', () => {
    const shop = new RefundShop();
    const { ledger } = shop.state;
    const id = shop.ask(askingReturn({ dispute_type: 'EXCHANGE', reason: '尺寸/规格不符', refund_fee: '' }));
    agree(shop, id);
    sendBack(shop, id);
    shop.pass(2);
    shop.do({ type: 'refund.receive', ...SELLER, refund_id: id });
    expect(shop.refund(id)).toMatchObject({ status: 'SUCCESS', refund_fee: '0.00' });
    expect(shop.state.ledger).toEqual(ledger);
    expect(shop.trade(SHIPPED).orders.order[0]).toMatchObject({
      refund_status: 'CLOSED',
      status: 'WAIT_BUYER_CONFIRM_GOODS',
    });
    expect(shop.trade(SHIPPED).timeout_action_time).toBe('2026-12-03T18:00:00+08:00');
  });

  it('can be refused; then the buyer asks anew, or the seller takes them after all', () => {
    const shop = new RefundShop();
    const id = shop.ask(askingReturn());
    agree(shop, id);
    sendBack(shop, id);
    const record = shop.do({
      type: 'refund.refuse',
      ...SELLER,
      refund_id: id,
      of: 'goods',
      reason_id: 22,
      message: '盒子是空的',
      proof: 'proof/box',
    });
    expect(record).toMatchObject({ type: 'refund.refused', data: { of: 'goods', reason: '退回的商品数量不对' } });
    expect(shop.refused({ type: 'refund.agree', ...SELLER, refund_id: id, seller_address_id: '300103' })).toBe(
      'isv.refund-status-error',
    );
    const { tid: _tid, oid: _oid, type: _type, ...again } = askingReturn({ refund_fee: '40' });
    shop.do({ ...again, type: 'refund.change', refund_id: id });
    expect(shop.refund(id)).toMatchObject({ status: 'WAIT_SELLER_AGREE', refund_fee: '40.00' });
    expect(shop.refund(id)).not.toHaveProperty('sid');
    agree(shop, id);
    shop.do({
      ...({ type: 'refund.return', ...SELLER } as const),
      refund_id: id,
      company_code: 'YTO',
      sid: 'YT1111111111111',
      desc: '',
      pics: [],
    });
    shop.do({ type: 'refund.refuse', ...SELLER, refund_id: id, of: 'goods', reason_id: 21, message: '还没收到' });
    shop.do({ type: 'refund.receive', ...SELLER, refund_id: id });
    expect(shop.refund(id).status).toBe('SUCCESS');
  });
});

describe('after the trade’s end', () => {
  it('the seller gives the money back, and the trade stays finished', () => {
    const shop = new RefundShop();
    const { ledger } = shop.state;
    const id = shop.ask(askingReturn({ tid: FINISHED, dispute_type: 'REFUND', reason: '少件/漏发', refund_fee: '20' }));
    expect(shop.refund(id).refund_phase).toBe('aftersale');
    shop.do({ type: 'refund.agree', ...SELLER, refund_id: id });
    expect(shop.trade(FINISHED)).toMatchObject({ status: 'TRADE_FINISHED', received_payment: '80.00' });
    const { buyers, escrow, seller } = shop.state.ledger;
    expect([buyers - ledger.buyers, escrow - ledger.escrow, seller - ledger.seller]).toEqual([2000, 0, -2000]);
  });
});

describe('time', () => {
  it('of 15 days makes an unanswered application for money succeed', () => {
    const shop = new RefundShop();
    const id = shop.ask();
    expect(shop.pass(14.99)).toEqual([]);
    expect(shop.pass(0.01)).toMatchObject([
      { type: 'refund.succeeded', subject: id, actor: 'platform', at: days(15), data: { how: 'timeout' } },
    ]);
    expect(shop.pass(100)).toEqual([]);
  });

  it('of 15, 7 and 10 days carries a return on; the default return address is taken', () => {
    const shop = new RefundShop();
    const id = shop.ask(askingReturn());
    expect(shop.pass(15)).toMatchObject([{ type: 'refund.agreed', actor: 'platform', data: { why: 'timeout' } }]);
    expect(shop.refund(id)).toMatchObject({
      status: 'WAIT_BUYER_RETURN_GOODS',
      return_address: { seller_address_id: '300103' },
    });
    sendBack(shop, id);
    const happened = shop.pass(10);
    expect(happened).toMatchObject([{ type: 'refund.succeeded', subject: id, at: days(25) }]);
    const other = new RefundShop();
    const idle = other.ask(askingReturn());
    agree(other, idle);
    expect(other.pass(7)).toMatchObject([{ type: 'refund.closed', subject: idle, data: { why: 'timeout' } }]);
    expect(other.trade(SHIPPED).timeout_action_time).toBe('2026-12-08T18:00:00+08:00');
  });

  it('stands still where there is no return address, until the seller adds one', () => {
    const shop = new RefundShop({ addresses: [] });
    const id = shop.ask(askingReturn());
    shop.pass(15);
    expect(shop.refund(id)).toMatchObject({ status: 'WAIT_BUYER_RETURN_GOODS' });
    expect(shop.refund(id)).not.toHaveProperty('timeout_action_time');
    expect(shop.refund(id).messages.at(-1)).toMatchObject({ owner_role: 3, content: expect.stringContaining('补录') });
    const goods = { company_code: 'YTO', sid: 'YT9876543210987', desc: '', pics: [] };
    expect(shop.refused({ type: 'refund.return', ...BUYER, refund_id: id, ...goods })).toBe('isv.refund-no-address');
    const [address] = refundWorld().addresses;
    if (address) shop.state.addresses.set(address.contact_id, address);
    agree(shop, id);
    expect(shop.refund(id)).toMatchObject({ timeout_action_time: days(22), return_address: { name: '售后组' } });
  });

  it('of 7 days ends a claim that was refused and not changed, unless the platform was asked in', () => {
    const no = { type: 'refund.refuse', ...SELLER, of: 'application', reason_id: 13, message: '不能同意' } as const;
    const shop = new RefundShop();
    const id = shop.ask(askingReturn());
    shop.do({ ...no, refund_id: id });
    expect(shop.pass(7)).toMatchObject([{ type: 'refund.closed', subject: id }]);
    const other = new RefundShop();
    const asked = other.ask(askingReturn());
    other.do({ ...no, refund_id: asked });
    other.do({ type: 'refund.intervene', ...BUYER, refund_id: asked });
    expect(other.pass(60)).toEqual([]);
    expect(other.refund(asked)).toMatchObject({ cs_status: 2, status: 'SELLER_REFUSE_BUYER' });
    agree(other, asked);
    expect(other.refund(asked).status).toBe('WAIT_BUYER_RETURN_GOODS');
  });

  it('starts anew with a changed application; the asking-in of the platform does not stop the seller’s', () => {
    const shop = new RefundShop();
    const id = shop.ask();
    shop.pass(5);
    const { tid: _tid, oid: _oid, type: _type, ...again } = asking({ refund_fee: '50' });
    shop.do({ ...again, type: 'refund.change', refund_id: id });
    shop.do({ type: 'refund.intervene', actor: 'buyer', buyer_nick: '买家3', refund_id: id });
    expect(shop.pass(14)).toEqual([]);
    expect(shop.pass(1)).toMatchObject([{ type: 'refund.succeeded' }]);
  });

  it('for confirming counts on after refunds that overlapped', () => {
    const shop = new RefundShop();
    const one = shop.ask(askingReturn());
    shop.pass(1);
    const two = shop.ask(askingReturn({ oid: tinyId(44) }));
    shop.pass(1);
    shop.do({ type: 'refund.cancel', ...BUYER, refund_id: one });
    shop.pass(1);
    shop.do({ type: 'refund.cancel', ...BUYER, refund_id: two });
    expect(shop.trade(SHIPPED).timeout_action_time).toBe('2026-12-04T18:00:00+08:00');
  });
});

describe('a record', () => {
  it('tells new messages alone, not the pictures of old ones', () => {
    const shop = new RefundShop();
    const picture = `data:image/png;base64,${'A'.repeat(4000)}`;
    const id = shop.ask({ pics: [picture] });
    const record = shop.do({ type: 'refund.message', ...SELLER, refund_id: id, content: '您好', pics: [] });
    expect(record.data).toMatchObject({
      before: { messages: { count: 1 } },
      after: { messages: { more: [{ id: 2, owner_role: 2, content: '您好' }] } },
    });
    expect(JSON.stringify(record).length).toBeLessThan(1000);
  });
});

const held = (state: ShopState) => state.ledger.buyers + state.ledger.escrow + state.ledger.seller;

it('whatever both sides do while time passes: money is conserved, no refund is above the payment, the fold is the state', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(refundAct, fc.constantFrom(PAID, SHIPPED, FINISHED), fc.nat(9)), {
        minLength: 10,
        maxLength: 60,
      }),
      (moves) => {
        const shop = new RefundShop();
        for (const [act, tid, wait] of moves) {
          shop.pass(wait > 7 ? wait - 1 : 0);
          const decision = decide(shop.state, act(shop.trade(tid), shop.state), { sim: shop.now, wall: 0 });
          if ('records' in decision) for (const record of decision.records) shop.keep([record]);
          for (const { dispute_type, status } of shop.state.refunds.values()) seen.add(`${dispute_type} ${status}`);
          expect(held(shop.state)).toBe(0);
          expect(Math.min(shop.state.ledger.escrow, shop.state.ledger.seller)).toBeGreaterThanOrEqual(0);
        }
        for (const refund of shop.state.refunds.values()) {
          const trade = shop.trade(refund.tid);
          expect(fen(refund.refund_fee)).toBeLessThanOrEqual(fen(trade.payment));
          const order = trade.orders.order.find(({ oid }) => oid === refund.oid);
          if (order?.refund_id === refund.refund_id && refund.dispute_type !== 'EXCHANGE') {
            expect(order?.refund_status).toBe(refund.status);
          }
        }
        const folded = beginState(refundWorld(), 1000);
        for (const record of shop.records) apply(folded, record);
        expect(folded.refunds).toEqual(shop.state.refunds);
        expect(folded.trades).toEqual(shop.state.trades);
        expect(folded.ledger).toEqual(shop.state.ledger);
        expect(due(folded, { sim: shop.now, wall: 0 })).toEqual([]);
      },
    ),
    { numRuns: 100, seed: 7 },
  );
  expect(seen.size).toBeGreaterThanOrEqual(12);
});
