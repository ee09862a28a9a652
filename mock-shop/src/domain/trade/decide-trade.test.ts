import { PRODUCTS, SETTINGS, type Trade } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import { tinyId, tinyTrade } from '../../testing/tiny-world.ts';
import type { Command } from '../command.ts';
import { simText } from '../sim-time.ts';
import { CANCEL_REASONS, CLOSE_REASONS } from './close.ts';

const DAY = 86_400_000;
const [phone, other] = PRODUCTS;
const sku = phone?.skus[0]?.[0];
if (!phone || !other || !sku) throw new Error('no product');
const line = { num_iid: phone.numIid, ...sku, num: 1, payment: sku.price, total_fee: sku.price };

const UNPAID = tinyId(11);
const SENT = tinyId(12);
const REFUNDING = tinyId(13);
const COD = tinyId(14);
const PAID = tinyId(15);

function two(n: number): Trade {
  const trade = tinyTrade(n, { status: 'WAIT_BUYER_PAY', payment: '206.00', total_fee: '200.00', post_fee: '6.00' });
  const [order] = trade.orders.order;
  if (!order) throw new Error('no order');
  return {
    ...trade,
    orders: {
      order: [
        { ...order, oid: tinyId(111) },
        { ...order, oid: tinyId(112) },
      ],
    },
  };
}

function shop(): Played {
  const timeout_action_time = '2026-11-24T10:00:00+08:00';
  const sent = { status: 'WAIT_BUYER_CONFIRM_GOODS', pay_time: '2026-11-20T09:00:00+08:00' } as const;
  return new Played({
    trades: [
      { ...two(11), timeout_action_time },
      tinyTrade(12, { ...sent, timeout_action_time }),
      tinyTrade(13, { ...sent, timeout_left: 100 }, { refund_status: 'WAIT_SELLER_AGREE' }),
      tinyTrade(14, { status: 'WAIT_BUYER_CONFIRM_GOODS', type: 'cod' }),
      tinyTrade(15, { pay_time: '2026-11-20T09:00:00+08:00', payment: sku?.price ?? '' }, line),
    ],
  });
}

const order = (parts: Partial<Extract<Command, { type: 'trade.create' }>> = {}): Command => ({
  type: 'trade.create',
  actor: 'buyer',
  buyer_nick: '新买家',
  items: [{ num_iid: phone.numIid, sku_id: sku.sku_id, num: 2 }],
  receiver: {
    receiver_name: '王五',
    receiver_state: '浙江省',
    receiver_city: '杭州市',
    receiver_district: '西湖区',
    receiver_address: '文三路 1 号',
    receiver_zip: '310012',
    receiver_mobile: '13812345678',
  },
  ...parts,
});

describe('any command about a trade', () => {
  const about: ((tid: string) => Command)[] = [
    (tid) => ({ type: 'trade.pay', actor: 'buyer', tid }),
    (tid) => ({ type: 'trade.close', actor: 'seller', tid, reason: '缺货' }),
    (tid) => ({ type: 'trade.price', actor: 'seller', tid, orders: [], post_fee: '0.00' }),
    (tid) => ({ type: 'trade.postage', actor: 'seller', tid, post_fee: '0.00' }),
    (tid) => ({ type: 'trade.delay', actor: 'seller', tid, days: 3 }),
    (tid) => ({ type: 'trade.delay', actor: 'buyer', tid }),
    (tid) => ({ type: 'trade.confirm', actor: 'buyer', tid }),
  ];
  it.each(about.map((make) => [make('').type, make] as const))('%s needs a trade that is there', (_type, make) => {
    expect(shop().refusal(make(''))).toBe('isv.missing-parameter:tid');
    expect(shop().refusal(make('12a'))).toBe('isv.invalid-parameter:tid');
    expect(shop().refusal(make(tinyId(99)))).toBe('isv.trade-not-exist');
  });
});

describe('ordering', () => {
  it('makes a trade of the catalogue, in the list, waiting for payment for three days', () => {
    const played = shop();
    const [record] = played.run(order({ message: '请尽快' }));
    const trade = played.trade(record?.subject ?? '');
    const goods = Number(sku.price) * 2;
    expect(record).toMatchObject({ actor: 'buyer', type: 'trade.created', data: { before: null } });
    expect(trade).toMatchObject({
      status: 'WAIT_BUYER_PAY',
      buyer_nick: '新买家',
      buyer_message: '请尽快',
      total_fee: goods.toFixed(2),
      payment: goods.toFixed(2),
      shipping_type: 'free',
      timeout_action_time: simText(played.now + 3 * DAY),
    });
    expect(trade.orders.order).toMatchObject([{ oid: trade.tid, title: phone.title, sku_id: sku.sku_id, num: 2 }]);
    expect(played.state.trades.at(-1)).toBe(trade);
    expect(trade.tid).toMatch(/^\d{19}$/);
  });

  it('adds postage below 满额包邮, by the province and the pieces', () => {
    const cheap = PRODUCTS.find((one) => Number(one.skus[0]?.[0]?.price) < 30);
    const item = { num_iid: cheap?.numIid ?? '', sku_id: cheap?.skus[0]?.[0]?.sku_id ?? '', num: 1 };
    const fee = { start_standard: 1, start_fee: '8.00', add_standard: 2, add_fee: '3.00' };
    const freight = [
      {
        template_id: '1',
        name: '快递',
        assumer: 0 as const,
        valuation: 0 as const,
        modified: '2026-09-01T09:30:00+08:00',
        fee_list: [
          { states: [], ...fee },
          { states: ['浙江省'], ...fee, start_fee: '5.00' },
        ],
      },
    ];
    const played = new Played({ freight });
    const near = played.trade(played.run(order({ items: [item] }))[0]?.subject ?? '');
    const far = order({ items: [{ ...item, num: 4 }] });
    if (far.type !== 'trade.create') throw new Error('no order');
    const receiver = { ...far.receiver, receiver_state: '四川省', receiver_zip: '610000' };
    const away = played.trade(played.run({ ...far, receiver })[0]?.subject ?? '');
    expect([near.post_fee, near.shipping_type, away.post_fee]).toEqual(['5.00', 'express', '14.00']);
    expect(near.tid).not.toBe(away.tid);
    expect(Number(away.payment)).toBeCloseTo(Number(away.total_fee) + 14);
  });

  it('of several things has an order for each, and paid at the door waits for the seller at once', () => {
    const played = shop();
    const items = [phone, other].map((one) => ({
      num_iid: one.numIid,
      sku_id: one.skus[0]?.[0]?.sku_id ?? '',
      num: 1,
    }));
    const trade = played.trade(played.run(order({ items, cod: true }))[0]?.subject ?? '');
    expect(new Set(trade.orders.order.map(({ oid }) => oid)).size).toBe(2);
    expect(trade).toMatchObject({ type: 'cod', status: 'WAIT_SELLER_SEND_GOODS' });
    expect(trade.timeout_action_time).toBeUndefined();
    expect(played.refusal({ type: 'trade.pay', actor: 'buyer', tid: trade.tid })).toBe('isv.invalid-trade-status');
  });

  it('is refused with what is wrong', () => {
    const played = shop();
    const base = order();
    if (base.type !== 'trade.create') throw new Error('no order');
    const to = (parts: object): Command => ({ ...base, receiver: { ...base.receiver, ...parts } });
    const of = (parts: object): Command => ({
      ...base,
      items: [{ num_iid: phone.numIid, sku_id: sku.sku_id, num: 1, ...parts }],
    });
    const wrong: [Command, string][] = [
      [{ ...base, buyer_nick: ' ' }, 'isv.missing-parameter:buyer_nick'],
      [{ ...base, buyer_nick: '长'.repeat(61) }, 'isv.invalid-parameter:buyer_nick'],
      [{ ...base, message: '话'.repeat(501) }, 'isv.invalid-parameter:buyer_message'],
      [{ ...base, message: '\u0007' }, 'isv.invalid-parameter:buyer_message'],
      [{ ...base, items: [] }, 'isv.missing-parameter:items'],
      [
        { ...base, items: Array.from({ length: 21 }, () => base.items[0] ?? { num_iid: '', sku_id: '', num: 1 }) },
        'isv.invalid-parameter:items',
      ],
      [of({ num_iid: '404' }), 'isv.item-not-exist'],
      [of({ sku_id: '404' }), 'isv.invalid-parameter:sku_id'],
      [of({ num: 0 }), 'isv.invalid-parameter:num'],
      [of({ num: 1.5 }), 'isv.invalid-parameter:num'],
      [of({ num: 1000 }), 'isv.invalid-parameter:num'],
      [to({ receiver_name: '' }), 'isv.missing-parameter:receiver_name'],
      [to({ receiver_name: '名'.repeat(26) }), 'isv.invalid-parameter:receiver_name'],
      [to({ receiver_address: '路\n1' }), 'isv.invalid-parameter:receiver_address'],
      [to({ receiver_mobile: '' }), 'isv.missing-parameter:receiver_mobile'],
      [to({ receiver_mobile: '12345678901' }), 'isv.invalid-parameter:receiver_mobile'],
      [to({ receiver_zip: '31001' }), 'isv.invalid-parameter:receiver_zip'],
    ];
    expect(wrong.map(([command]) => played.refusal(command))).toEqual(wrong.map(([, code]) => code));
    const closed = new Played({ settings: { ...SETTINGS, cod: false } });
    expect(closed.refusal({ ...base, cod: true })).toBe('isv.cod-not-open');
  });
});

describe('paying', () => {
  it('puts the money into escrow and the trade before the seller', () => {
    const played = shop();
    const before = played.state.ledger;
    played.run({ type: 'trade.pay', actor: 'buyer', tid: UNPAID });
    const trade = played.trade(UNPAID);
    expect(trade).toMatchObject({ status: 'WAIT_SELLER_SEND_GOODS', pay_time: simText(played.now) });
    expect(trade.alipay_no).toMatch(/^202611222200\d{16}$/);
    expect(trade).not.toHaveProperty('timeout_action_time');
    expect(played.state.ledger).toEqual({ ...before, buyers: before.buyers - 20_600, escrow: before.escrow + 20_600 });
    expect(played.refusal({ type: 'trade.pay', actor: 'buyer', tid: UNPAID })).toBe('isv.invalid-trade-status');
  });
});

describe('closing', () => {
  it.each([...CLOSE_REASONS])('for TOP’s reason %s', (reason) => {
    const played = shop();
    const [record] = played.run({ type: 'trade.close', actor: 'seller', tid: UNPAID, reason });
    expect(record).toMatchObject({ actor: 'seller', type: 'trade.closed', data: { after: { close_reason: reason } } });
    const trade = played.trade(UNPAID);
    expect(trade).toMatchObject({ status: 'TRADE_CLOSED_BY_TAOBAO', end_time: simText(played.now) });
    expect(trade.orders.order.every(({ status }) => status === 'TRADE_CLOSED_BY_TAOBAO')).toBe(true);
  });

  it('by the buyer has the buyer’s reasons', () => {
    const played = shop();
    const close = (reason: string): Command => ({ type: 'trade.close', actor: 'buyer', tid: UNPAID, reason });
    expect(played.refusal(close('恶意买家/同行捣乱'))).toBe('isv.invalid-parameter:closereason_wrong');
    expect(played.run(close(CANCEL_REASONS[0]))).toMatchObject([{ actor: 'buyer' }]);
  });

  it('needs a reason of the list, an unpaid trade, and ten seconds', () => {
    const played = shop();
    const close = (tid: string, reason = '缺货'): string =>
      played.refusal({ type: 'trade.close', actor: 'seller', tid, reason });
    expect(close(UNPAID, '不想卖了')).toBe('isv.invalid-parameter:closereason_wrong');
    expect(close(UNPAID, '')).toBe('isv.invalid-parameter:closereason_wrong');
    for (const tid of [PAID, SENT]) expect(close(tid)).toBe('isv.invalid-trade-status');
    const fresh = played.run(order())[0]?.subject ?? '';
    played.wait(9000);
    expect(close(fresh)).toBe('CLOSE_TRADE_TOO_FAST');
    played.wait(1000);
    expect(close(fresh)).toBe('');
    expect(close(fresh)).toBe('isv.invalid-trade-status');
  });

  it('happens by itself when nobody paid, and not when somebody did', () => {
    const played = shop();
    expect(played.wait(2 * DAY).filter(({ type }) => type === 'trade.closed')).toMatchObject([
      {
        actor: 'platform',
        subject: UNPAID,
        at: '2026-11-24T10:00:00+08:00',
        data: { after: { close_reason: '未及时付款' } },
      },
    ]);
    const paid = shop();
    paid.run({ type: 'trade.pay', actor: 'buyer', tid: UNPAID });
    expect(paid.wait(30 * DAY).filter(({ type }) => type === 'trade.closed')).toEqual([]);
    expect(paid.refusal({ type: 'trade.pay', actor: 'buyer', tid: UNPAID })).toBe('isv.invalid-trade-status');
  });
});

describe('another price', () => {
  const price = (parts: Partial<Extract<Command, { type: 'trade.price' }>>): Command => ({
    type: 'trade.price',
    actor: 'seller',
    tid: UNPAID,
    orders: [],
    ...parts,
  });

  it('keeps all sums in step, and said twice is done once', () => {
    const played = shop();
    const command = price({ orders: [{ oid: tinyId(112), payment: '81.50' }], post_fee: '10.00' });
    expect(played.run(command)).toMatchObject([
      { type: 'trade.price.changed', data: { after: { adjust_fee: '-18.50' } } },
    ]);
    expect(played.trade(UNPAID)).toMatchObject({
      total_fee: '200.00',
      adjust_fee: '-18.50',
      post_fee: '10.00',
      payment: '191.50',
      orders: { order: [{ payment: '100.00', total_fee: '100.00' }, { payment: '81.50' }] },
    });
    expect(played.run(command)).toEqual([]);
    // Up again, above the old price; from one order to the other the sum stays.
    played.run(price({ orders: [{ oid: tinyId(112), payment: '120.00' }] }));
    expect(played.trade(UNPAID)).toMatchObject({ adjust_fee: '20.00', payment: '230.00' });
    played.run(
      price({
        orders: [
          { oid: tinyId(111), payment: '110.00' },
          { oid: tinyId(112), payment: '110.00' },
        ],
      }),
    );
    expect(played.trade(UNPAID)).toMatchObject({ adjust_fee: '20.00', payment: '230.00' });
    played.run(price({ post_fee: '0.00' }));
    expect(played.trade(UNPAID)).toMatchObject({ post_fee: '0.00', shipping_type: 'free', payment: '220.00' });
    played.run(price({ post_fee: '5.00' }));
    expect(played.trade(UNPAID).shipping_type).toBe('express');
  });

  it('is what the buyer then pays', () => {
    const played = shop();
    played.run(
      price({
        orders: [
          { oid: tinyId(111), payment: '0.00' },
          { oid: tinyId(112), payment: '0.00' },
        ],
        post_fee: '0.01',
      }),
    );
    const { escrow } = played.state.ledger;
    played.run({ type: 'trade.pay', actor: 'buyer', tid: UNPAID });
    expect(played.state.ledger.escrow - escrow).toBe(1);
  });

  it('is refused with what is wrong', () => {
    const played = shop();
    const one = (payment: string): Command => price({ orders: [{ oid: tinyId(111), payment }] });
    for (const payment of ['-1.00', '1', '1.0', '1.005', '', 'abc', '1000000.00', '1e3']) {
      expect(played.refusal(one(payment)), payment).toBe('isv.invalid-parameter:payment');
      expect(played.refusal(price({ post_fee: payment })), payment).toBe('isv.invalid-parameter:post_fee');
    }
    expect(played.refusal(price({}))).toBe('isv.missing-parameter:orders');
    expect(played.refusal(price({ orders: [{ oid: tinyId(9), payment: '1.00' }] }))).toBe('isv.invalid-parameter:oid');
    const twice = { oid: tinyId(111), payment: '1.00' };
    expect(played.refusal(price({ orders: [twice, twice] }))).toBe('isv.invalid-parameter:oid');
    const nothing = [tinyId(111), tinyId(112)].map((oid) => ({ oid, payment: '0.00' }));
    expect(played.refusal(price({ orders: nothing, post_fee: '0.00' }))).toBe('isv.invalid-parameter:payment');
    expect(played.refusal(price({ tid: PAID, post_fee: '0.00' }))).toBe('isv.invalid-trade-status');
    expect(played.trade(UNPAID).payment).toBe('206.00');
  });

  it('of the postage alone only falls', () => {
    const played = shop();
    const postage = (post_fee: string, tid = UNPAID): Command => ({
      type: 'trade.postage',
      actor: 'seller',
      tid,
      post_fee,
    });
    expect(played.refusal(postage('6.01'))).toBe('isv.invalid-parameter:post_fee');
    expect(played.refusal(postage('-1.00'))).toBe('isv.invalid-parameter:post_fee');
    expect(played.refusal(postage(''))).toBe('isv.missing-parameter:post_fee');
    expect(played.refusal(postage('0.00', PAID))).toBe('isv.invalid-trade-status');
    expect(played.run(postage('6.00'))).toEqual([]);
    expect(played.run(postage('0.00'))).toMatchObject([
      { type: 'trade.postage.changed', data: { after: { payment: '200.00' } } },
    ]);
    expect(played.run(postage('0.00'))).toEqual([]);
  });
});

describe('more time to confirm', () => {
  it('comes on top of the deadline, from the seller as often as wanted', () => {
    const played = shop();
    for (const days of [3, 5, 7, 10]) played.run({ type: 'trade.delay', actor: 'seller', tid: SENT, days });
    expect(played.records.at(-1)).toMatchObject({ type: 'trade.delayed', data: { days: 10 } });
    expect(played.trade(SENT).timeout_action_time).toBe('2026-12-19T10:00:00+08:00');
    expect(played.wait(20 * DAY).filter(({ subject }) => subject === SENT)).toEqual([]);
    expect(played.wait(7 * DAY).filter(({ subject }) => subject === SENT)).toMatchObject([{ type: 'trade.finished' }]);
  });

  it('comes from the buyer once, by the shop’s setting; also while a refund has stopped the clock', () => {
    const played = shop();
    const more: Command = { type: 'trade.delay', actor: 'buyer', tid: SENT };
    played.run(more);
    expect(played.trade(SENT)).toMatchObject({
      timeout_action_time: '2026-11-27T10:00:00+08:00',
      buyer_extended: true,
    });
    expect(played.refusal(more)).toBe('isv.trade-extended-already');
    played.run({ type: 'trade.delay', actor: 'seller', tid: REFUNDING, days: 3 });
    expect(played.trade(REFUNDING).timeout_left).toBe(100 + 3 * 86_400);
  });

  it('is refused for other days, other states, and where there is no deadline', () => {
    const played = shop();
    const delay = (tid: string, days: number): string =>
      played.refusal({ type: 'trade.delay', actor: 'seller', tid, days });
    for (const days of [0, 1, 4, 11, -3, 3.5, Number.NaN]) expect(delay(SENT, days)).toBe('isv.invalid-parameter:days');
    for (const tid of [UNPAID, PAID, COD]) expect(delay(tid, 3)).toBe('isv.invalid-trade-status');
  });
});

describe('confirming', () => {
  const confirm = (tid: string): Command => ({ type: 'trade.confirm', actor: 'buyer', tid });

  it('gives the seller what was held', () => {
    const played = shop();
    const before = played.state.ledger;
    played.run(confirm(SENT));
    expect(played.trade(SENT)).toMatchObject({
      status: 'TRADE_FINISHED',
      received_payment: '100.00',
      end_time: simText(played.now),
      orders: { order: [{ status: 'TRADE_FINISHED' }] },
    });
    expect(played.state.ledger).toEqual({ ...before, escrow: before.escrow - 10_000, seller: before.seller + 10_000 });
    expect(played.refusal(confirm(SENT))).toBe('isv.invalid-trade-status');
  });

  it('is refused before everything is sent and while a refund is open', () => {
    const played = shop();
    expect(played.refusal(confirm(UNPAID))).toBe('isv.invalid-trade-status');
    expect(played.refusal(confirm(PAID))).toBe('isv.invalid-trade-status');
    expect(played.refusal(confirm(REFUNDING))).toBe('isv.trade-refunding');
  });

  it('happens by itself at the deadline, but not while a refund is open', () => {
    const played = shop();
    const happened = played.wait(3 * DAY).filter(({ type }) => type === 'trade.finished');
    expect(happened).toMatchObject([{ actor: 'platform', subject: SENT, at: '2026-11-24T10:00:00+08:00' }]);
    played.wait(60 * DAY);
    expect(played.trade(REFUNDING).status).toBe('WAIT_BUYER_CONFIRM_GOODS');
  });

  it('at the door pays and signs, and is confirmed after that, by the platform at last', () => {
    const played = shop();
    const before = played.state.ledger;
    played.run(confirm(COD));
    expect(played.trade(COD)).toMatchObject({
      status: 'TRADE_BUYER_SIGNED',
      received_payment: '100.00',
      pay_time: simText(played.now),
      timeout_action_time: simText(played.now + 10 * DAY),
    });
    expect(played.state.ledger).toEqual({ ...before, buyers: before.buyers - 10_000, seller: before.seller + 10_000 });
    const { seller } = played.state.ledger;
    played.wait(10 * DAY);
    expect(played.trade(COD)).toMatchObject({ status: 'TRADE_FINISHED', received_payment: '100.00' });
    expect(played.state.ledger.seller).toBe(seller + 10_000 /* the other trade's */);
  });
});

describe('another style', () => {
  const to = (sku_id: string, oid = PAID): Command => ({ type: 'trade.sku', actor: 'seller', oid, sku_id });
  const same = phone.skus[1]?.[0];
  const dearer = phone.skus[0]?.[1];
  if (!same || !dearer) throw new Error('no sku');

  it('of the same price, before the order is sent', () => {
    const played = shop();
    expect(played.run(to(sku.sku_id))).toEqual([]);
    expect(played.run(to(same.sku_id))).toMatchObject([
      { type: 'trade.sku.changed', subject: PAID, data: { oid: PAID } },
    ]);
    expect(played.trade(PAID).orders.order[0]).toMatchObject(same);
    expect(played.trade(PAID).status).toBe('WAIT_SELLER_SEND_GOODS');
  });

  it('is refused with what is wrong', () => {
    const played = shop();
    expect(played.refusal(to(''))).toBe('isv.missing-parameter:sku_id');
    expect(played.refusal(to(same.sku_id, ''))).toBe('isv.missing-parameter:oid');
    expect(played.refusal(to(same.sku_id, tinyId(99)))).toBe('isv.trade-not-exist');
    expect(played.refusal(to('404'))).toBe('isv.invalid-parameter:sku_id');
    expect(played.refusal(to(other.skus[0]?.[0]?.sku_id ?? ''))).toBe('isv.invalid-parameter:sku_id');
    expect(played.refusal(to(dearer.sku_id))).toBe('isv.invalid-parameter:sku_id');
    const part = (parts: Parameters<typeof tinyTrade>[2]) =>
      new Played({ trades: [tinyTrade(15, {}, { ...line, ...parts })] });
    expect(part({ status: 'WAIT_BUYER_CONFIRM_GOODS' }).refusal(to(same.sku_id))).toBe('isv.invalid-trade-status');
    expect(part({ refund_status: 'WAIT_SELLER_AGREE' }).refusal(to(same.sku_id))).toBe('isv.invalid-trade-status');
  });
});
