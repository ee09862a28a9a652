import { buildWorld, type Order, type Receiver, type World } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import { PAID, RefundShop } from '../../testing/refund-world.ts';
import { tinyId, tinyTrade } from '../../testing/tiny-world.ts';
import type { ShipAct } from './command.ts';

const { carriers, addresses } = buildWorld('flag-remarks', 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SF = 'SF1234567890123';

const single = tinyTrade(3, { created: '2026-11-22T09:00:00+08:00', pay_time: '2026-11-22T09:01:00+08:00' });
const line = (n: number, parts: Partial<Order> = {}): Order => ({
  ...(single.orders.order[0] as Order),
  oid: tinyId(n),
  ...parts,
});
/** Three orders, the last of them refunded. */
const triple = tinyTrade(5, {
  created: '2026-11-22T09:05:00+08:00',
  pay_time: '2026-11-22T09:06:00+08:00',
  payment: '300.00',
  orders: {
    order: [
      line(51),
      line(52, { refund_status: 'WAIT_SELLER_AGREE' }),
      line(53, { refund_status: 'SUCCESS', status: 'TRADE_CLOSED' }),
    ],
  },
});
const cod = tinyTrade(6, { created: '2026-11-22T09:08:00+08:00', type: 'cod' });
const unpaid = tinyTrade(7, { created: '2026-11-22T09:09:00+08:00', status: 'WAIT_BUYER_PAY' });
const old = tinyTrade(
  1,
  { created: '2026-10-01T09:00:00+08:00', status: 'TRADE_FINISHED' },
  {
    status: 'TRADE_FINISHED',
    logistics_company: '顺丰速运',
    invoice_no: 'SF0000000000000',
  },
);

function played(parts: Partial<World> = {}): Played {
  return new Played({
    trades: [unpaid, cod, triple, single, old],
    carriers: structuredClone(carriers),
    addresses: [...addresses],
    ...parts,
  });
}

const send = (parts: Partial<ShipAct<'ship.send'>> = {}): ShipAct<'ship.send'> => ({
  type: 'ship.send',
  tid: single.tid,
  way: 'offline',
  company_code: 'SF',
  out_sid: SF,
  ...parts,
});
const elsewhere: Partial<Receiver> = {
  receiver_name: '王五',
  receiver_state: '湖北省',
  receiver_city: '武汉市',
  receiver_district: '洪山区',
  receiver_address: '珞喻路 1 号',
  receiver_zip: '430070',
};
const parcelOf = (shop: Played, tid: string) =>
  (shop.state.parcelsOf.get(tid) ?? []).map((id) => shop.state.parcels.get(id)).at(-1);

describe('the address of a whole trade', () => {
  it('is saved at once, and nothing is recorded when it stays', () => {
    const shop = played();
    const records = shop.run({
      type: 'ship.address',
      tid: single.tid,
      receiver: { receiver_name: ' 王五 ', receiver_mobile: '13900000000' },
    });
    expect(records).toMatchObject([
      {
        actor: 'seller',
        type: 'trade.address.changed',
        data: { before: { receiver_name: '李四' }, after: { receiver_name: '王五' } },
      },
    ]);
    expect(shop.trade(single.tid)).toMatchObject({ receiver_name: '王五', receiver_city: '杭州市' });
    expect(shop.run({ type: 'ship.address', tid: single.tid, receiver: { receiver_name: '王五' } })).toEqual([]);
  });

  it.each<[string, string, Partial<Receiver>, string]>([
    ['no tid', '', {}, 'isv.missing-parameter:tid'],
    ['letters for a tid', 'x', {}, 'isv.invalid-parameter:tid'],
    ['an unknown trade', tinyId(99), {}, 'isv.trade-not-exist'],
    ['an unpaid trade', unpaid.tid, {}, 'isv.invalid-trade-status'],
    ['a finished trade', old.tid, {}, 'isv.invalid-trade-status'],
    ['a name of 51 bytes', single.tid, { receiver_name: `${'王'.repeat(25)}a` }, 'isv.invalid-parameter:receiver_name'],
    ['a phone of 31 bytes', single.tid, { receiver_phone: '1'.repeat(31) }, 'isv.invalid-parameter:receiver_phone'],
    [
      'an address of 229 bytes',
      single.tid,
      { receiver_address: 'a'.repeat(229) },
      'isv.invalid-parameter:receiver_address',
    ],
    ['a city of 33 bytes', single.tid, { receiver_city: 'a'.repeat(33) }, 'isv.invalid-parameter:receiver_city'],
    ['nobody', single.tid, { receiver_name: ' ' }, 'isv.missing-parameter:receiver_name'],
    ['no street', single.tid, { receiver_address: '' }, 'isv.missing-parameter:receiver_address'],
    ['no telephone at all', single.tid, { receiver_mobile: '' }, 'isv.missing-parameter:receiver_mobile'],
    [
      'a mobile number that is none',
      single.tid,
      { receiver_mobile: '12345678901' },
      'isv.invalid-parameter:receiver_mobile',
    ],
    ['a zip of 5 digits', single.tid, { receiver_zip: '31000' }, 'isv.invalid-parameter:receiver_zip'],
    ['a zip of another province', single.tid, { receiver_zip: '430070' }, 'isv.invalid-parameter:receiver_zip'],
    [
      'a province that the zip does not fit',
      single.tid,
      { receiver_state: '湖北省' },
      'isv.invalid-parameter:receiver_zip',
    ],
    ['an emoji', single.tid, { receiver_address: '😀 路' }, 'isv.invalid-parameter:receiver_address'],
  ])('is refused for %s', (_name, tid, receiver, refusal) => {
    const shop = played();
    expect(shop.refusal({ type: 'ship.address', tid, receiver })).toBe(refusal);
    expect(shop.state.lastSeq).toBe(1);
  });

  it('takes the longest texts, and goes without a city or a zip', () => {
    const receiver = {
      receiver_name: '王'.repeat(25),
      receiver_address: '路'.repeat(114),
      receiver_zip: '',
      receiver_city: '',
      receiver_district: '济源市',
      receiver_state: '河南省',
    };
    expect(played().run({ type: 'ship.address', tid: single.tid, receiver })).toHaveLength(1);
  });
});

describe('own courier', () => {
  it('counts as shipped at once, with the deadline for confirming', () => {
    const shop = played();
    const [record] = shop.run(send({ out_sid: ' sf1234567890123 ', sender_id: '300101', cancel_id: '300103' }));
    expect(record).toMatchObject({
      type: 'trade.shipped',
      data: {
        way: 'offline',
        out_sid: SF,
        company_name: '顺丰速运',
        fee: '12.00',
        sender_id: '300101',
        after: { status: 'WAIT_BUYER_CONFIRM_GOODS' },
      },
    });
    expect(record?.data).not.toHaveProperty('refunding');
    const trade = shop.trade(single.tid);
    expect(trade).toMatchObject({
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      consign_time: '2026-11-22T10:05:00+08:00',
      timeout_action_time: '2026-12-02T10:05:00+08:00',
    });
    expect(trade.orders.order[0]).toMatchObject({
      invoice_no: SF,
      logistics_company: '顺丰速运',
      status: 'WAIT_BUYER_CONFIRM_GOODS',
    });
    expect(parcelOf(shop, single.tid)).toMatchObject({
      status: 'CREATED',
      out_sid: SF,
      direction: 'out',
      oids: [single.tid],
    });
  });

  it('keeps another address only when the shipment comes about', () => {
    const shop = played();
    expect(shop.refusal(send({ receiver: elsewhere, out_sid: 'SF1' }))).toBe('isv.logistics-offline-service-error:B60');
    expect(shop.trade(single.tid)).toMatchObject({ receiver_city: '杭州市', status: 'WAIT_SELLER_SEND_GOODS' });
    shop.run(send({ receiver: elsewhere }));
    expect(shop.trade(single.tid)).toMatchObject({
      receiver_city: '武汉市',
      receiver_name: '王五',
      receiver_mobile: '13800000000',
    });
    expect(parcelOf(shop, single.tid)?.ahead.at(-1)?.status_desc).toContain('【武汉市】');
  });

  it('sends a trade in parts, each to its own address, and tells of an open refund', () => {
    const shop = played();
    const [first] = shop.run(send({ tid: triple.tid, sub_tids: [tinyId(52)], receiver: elsewhere }));
    expect(first?.data).toMatchObject({
      refunding: [tinyId(52)],
      oids: [tinyId(52)],
      receiver: { receiver_city: '武汉市' },
    });
    expect(shop.trade(triple.tid)).toMatchObject({ status: 'SELLER_CONSIGNED_PART', receiver_city: '杭州市' });
    expect(shop.refusal(send({ tid: triple.tid, sub_tids: [tinyId(52)], out_sid: 'SF1234567890124' }))).toBe(
      'isv.logistics-offline-service-error:B04',
    );
    shop.run(send({ tid: triple.tid, out_sid: 'SF1234567890124' }));
    expect(shop.trade(triple.tid).status).toBe('WAIT_BUYER_CONFIRM_GOODS');
    expect(parcelOf(shop, triple.tid)).toMatchObject({ oids: [tinyId(51)] });
    expect(shop.trade(triple.tid).orders.order.map(({ status }) => status)).toEqual([
      'WAIT_BUYER_CONFIRM_GOODS',
      'WAIT_BUYER_CONFIRM_GOODS',
      'TRADE_CLOSED',
    ]);
  });

  it('answers a claim that nothing was sent: the refund counts as refused', () => {
    const shop = new RefundShop();
    const id = shop.ask();
    shop.do(send({ tid: PAID, way: 'dummy' }));
    expect(shop.refund(id).status).toBe('SELLER_REFUSE_BUYER');
    expect(shop.trade(PAID)).toMatchObject({
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      orders: { order: [{ refund_status: 'SELLER_REFUSE_BUYER', refund_id: id }] },
    });
  });

  const B = 'isv.logistics-offline-service-error:';
  it.each<[string, Partial<ShipAct<'ship.send'>>, string]>([
    ['no tid', { tid: '' }, 'isv.missing-parameter:tid'],
    ['letters for a tid', { tid: 'x' }, 'isv.invalid-parameter:tid'],
    ['an unknown trade', { tid: tinyId(99) }, `${B}B01`],
    ['an unpaid trade', { tid: unpaid.tid }, `${B}B04`],
    ['a finished trade', { tid: old.tid }, `${B}B04`],
    ['another trade’s order', { sub_tids: [tinyId(51)] }, `${B}B01`],
    ['no order at all', { sub_tids: [] }, 'isv.invalid-parameter:sub_tid'],
    ['an order that was refunded', { tid: triple.tid, sub_tids: [tinyId(53)] }, `${B}B04`],
    ['no carrier', { company_code: '' }, `${B}B56`],
    ['an unknown carrier', { company_code: 'XX' }, `${B}B56`],
    ['a carrier that is switched off', { company_code: 'HTKY' }, `${B}B56`],
    ['no waybill number', { out_sid: ' ' }, `${B}B59`],
    ['a number with more around it', { out_sid: `x${SF}` }, `${B}B60`],
    ['a number of another carrier', { company_code: 'ZTO' }, `${B}B60`],
    ['a number that a trade had before the world began', { out_sid: 'SF0000000000000' }, `${B}B60`],
    ['a way that is none', { way: 'pigeon' as never }, 'isv.invalid-parameter:way'],
    ['an unknown sending address', { sender_id: '1' }, 'isv.invalid-parameter:sender_id'],
    ['an unknown returning address', { cancel_id: '1' }, 'isv.invalid-parameter:cancel_id'],
    ['a new address that is none', { receiver: { receiver_zip: '1' } }, 'isv.invalid-parameter:receiver_zip'],
  ])('is refused for %s', (_name, parts, refusal) => {
    const shop = played();
    expect(shop.refusal(send(parts))).toBe(refusal);
    expect(shop.state.lastSeq).toBe(1);
  });

  it('is refused the second time, and for a number that another parcel has', () => {
    const shop = played();
    shop.run(send());
    expect(shop.refusal(send({ out_sid: 'SF1234567890124' }))).toBe(`${B}B04`);
    expect(shop.refusal(send({ tid: triple.tid }))).toBe(`${B}B60`);
    expect(shop.refusal(send({ tid: triple.tid, company_code: 'JTSD', out_sid: 'JT1234567890123' }))).toBe('');
  });

  it('serves a region that the carrier does not, late', () => {
    const far = tinyTrade(3, {
      ...single,
      receiver_state: '西藏自治区',
      receiver_city: '拉萨市',
      receiver_zip: '850000',
    });
    const shop = played({ trades: [far] });
    const [record] = shop.run(send({ company_code: 'STO', out_sid: '770000000000000' }));
    expect(record?.data).toMatchObject({ fee: '' });
    expect(parcelOf(shop, far.tid)?.ahead.at(-1)?.status_time.slice(0, 10)).toBe('2026-11-29');
  });
});

it('no logistics: shipped at once, without a carrier to ask', () => {
  const shop = played();
  shop.run(send({ way: 'dummy', company_code: 'SF' }));
  expect(shop.trade(single.tid).orders.order[0]).not.toHaveProperty('invoice_no');
  const parcel = parcelOf(shop, single.tid);
  expect(parcel).toMatchObject({ company_code: '', company_name: '无需物流', out_sid: '', ahead: [] });
  expect(shop.refusal({ type: 'ship.inquire', parcel_id: parcel?.parcel_id ?? '', kind: 'trace' })).toBe(
    'isv.parcel-without-carrier',
  );
});

describe('a booked pick-up', () => {
  const booked = (parts: Partial<ShipAct<'ship.send'>> = {}): Played => {
    const shop = played();
    shop.run(send({ way: 'online', out_sid: '', ...parts }));
    return shop;
  };

  it('counts as shipped when the courier has been there, with the number that he brought', () => {
    const shop = booked({ receiver: elsewhere });
    expect(shop.records.at(-1)).toMatchObject({ type: 'parcel.booked', actor: 'seller' });
    expect(shop.trade(single.tid)).toMatchObject({ status: 'WAIT_SELLER_SEND_GOODS', receiver_city: '杭州市' });
    expect(shop.refusal(send())).toBe('isv.logistics-offline-service-error:B04');
    expect(shop.refusal({ type: 'ship.address', tid: single.tid, receiver: { receiver_name: '王五' } })).toBe(
      'isv.invalid-trade-status',
    );
    const records = shop.wait(3 * HOUR).filter(({ type }) => type !== 'clock.day-started');
    expect(records.map(({ type }) => type)).toEqual(['parcel.moved', 'trade.shipped']);
    expect(records[1]).toMatchObject({ actor: 'platform', data: { way: 'online' } });
    const trade = shop.trade(single.tid);
    expect(trade).toMatchObject({ status: 'WAIT_BUYER_CONFIRM_GOODS', receiver_city: '武汉市' });
    const sf = carriers.find(({ code }) => code === 'SF');
    expect(trade.orders.order[0]?.invoice_no).toMatch(new RegExp(`^(?:${sf?.reg_mail_no})$`));
    expect(parcelOf(shop, single.tid)?.status).toBe('PICK_UP');
    shop.wait(4 * DAY);
    expect(parcelOf(shop, single.tid)?.status).toBe('ACCEPTED_BY_RECEIVER');
  });

  it('can be confirmed by the seller, once and with a number that fits', () => {
    const shop = booked();
    const confirm = (out_sid: string) => shop.refusal({ type: 'ship.confirm', tid: single.tid, out_sid });
    expect(confirm('')).toBe('isv.logistics-offline-service-error:B59');
    expect(confirm('123')).toBe('isv.logistics-offline-service-error:B60');
    expect(confirm(SF)).toBe('');
    expect(shop.trade(single.tid).orders.order[0]?.invoice_no).toBe(SF);
    expect(confirm(SF)).toBe('isv.logistics-offline-service-error:B04');
  });

  it('can be called off; then the new address is forgotten', () => {
    const shop = booked({ receiver: elsewhere });
    shop.run({ type: 'ship.cancel', tid: single.tid });
    expect(shop.state.parcels.size).toBe(0);
    expect(shop.refusal({ type: 'ship.cancel', tid: single.tid })).toBe('isv.logistics-offline-service-error:B04');
    expect(shop.wait(DAY).filter(({ type }) => !type.startsWith('clock.'))).toEqual([]);
    expect(shop.trade(single.tid)).toMatchObject({ status: 'WAIT_SELLER_SEND_GOODS', receiver_city: '杭州市' });
    expect(shop.refusal({ type: 'ship.confirm', tid: single.tid, out_sid: SF })).toBe(
      'isv.logistics-offline-service-error:B04',
    );
    expect(shop.refusal({ type: 'ship.cancel', tid: tinyId(99) })).toBe('isv.logistics-offline-service-error:B01');
    expect(shop.refusal(send())).toBe('');
  });

  it('is with the number at hand no booking', () => {
    expect(played().run(send({ way: 'online' }))).toMatchObject([{ type: 'trade.shipped', data: { way: 'online' } }]);
  });
});

describe('a corrected waybill', () => {
  const resend = (parts: Partial<ShipAct<'ship.resend'>> = {}): ShipAct<'ship.resend'> => ({
    type: 'ship.resend',
    tid: single.tid,
    company_code: 'SF',
    out_sid: 'SF1234567890199',
    ...parts,
  });

  it('of the same carrier only puts the number right; another carrier starts over', () => {
    const shop = played();
    shop.run(send());
    shop.wait(3 * HOUR);
    const [record] = shop.run(resend());
    expect(record).toMatchObject({ type: 'trade.reshipped', data: { out_sid: 'SF1234567890199' } });
    expect(parcelOf(shop, single.tid)).toMatchObject({ out_sid: 'SF1234567890199', status: 'PICK_UP' });
    expect(shop.run(resend())).toEqual([]);
    shop.run(resend({ company_code: 'JTSD', out_sid: 'JT1234567890123' }));
    expect(parcelOf(shop, single.tid)).toMatchObject({ company_code: 'JTSD', status: 'CREATED' });
    expect(shop.state.parcels.size).toBe(1);
    expect(shop.trade(single.tid).orders.order[0]).toMatchObject({
      logistics_company: '极兔速递',
      invoice_no: 'JT1234567890123',
    });
  });

  it('gives lost goods a parcel of their own', () => {
    const shop = played({ fates: { [single.tid]: 'lost' } });
    shop.run(send());
    shop.wait(3 * DAY);
    shop.run({ type: 'ship.inquire', parcel_id: parcelOf(shop, single.tid)?.parcel_id ?? '', kind: 'trace' });
    shop.wait(6 * HOUR);
    expect(parcelOf(shop, single.tid)?.status).toBe('LOST');
    const [record] = shop.run(resend());
    expect(record?.data).toMatchObject({ replaces: shop.state.parcelsOf.get(single.tid)?.[0] });
    expect(shop.state.parcels.size).toBe(2);
    shop.wait(3 * DAY);
    expect(parcelOf(shop, single.tid)?.status).toBe('ACCEPTED_BY_RECEIVER');
  });

  it('has to name the parcel where there are several', () => {
    const shop = played();
    shop.run(send({ tid: triple.tid, sub_tids: [tinyId(51)] }));
    shop.run(send({ tid: triple.tid, out_sid: 'SF1234567890124' }));
    expect(shop.refusal(resend({ tid: triple.tid }))).toBe('isv.invalid-parameter:sub_tid');
    expect(shop.refusal(resend({ tid: triple.tid, sub_tids: [tinyId(51), tinyId(52)] }))).toBe(
      'isv.invalid-trade-status',
    );
    expect(shop.refusal(resend({ tid: triple.tid, sub_tids: [tinyId(3)] }))).toBe(
      'isv.logistics-offline-service-error:B01',
    );
    expect(shop.refusal(resend({ tid: triple.tid, sub_tids: [tinyId(52)] }))).toBe('');
    expect(shop.trade(triple.tid).orders.order.map(({ invoice_no }) => invoice_no)).toEqual([
      SF,
      'SF1234567890199',
      undefined,
    ]);
  });

  it.each<[string, Partial<ShipAct<'ship.resend'>>, string]>([
    ['an unknown trade', { tid: tinyId(99) }, 'isv.trade-not-exist'],
    ['a trade that is not sent', { tid: triple.tid }, 'isv.invalid-trade-status'],
    ['a finished trade', { tid: old.tid }, 'isv.invalid-trade-status'],
    ['a carrier that is switched off', { company_code: 'DBL' }, 'isv.logistics-offline-service-error:B56'],
    ['no number', { out_sid: '' }, 'isv.logistics-offline-service-error:B59'],
    ['a number that does not fit', { out_sid: '1' }, 'isv.logistics-offline-service-error:B60'],
    ['a number of another trade', { out_sid: 'SF0000000000000' }, 'isv.logistics-offline-service-error:B60'],
  ])('is refused for %s', (_name, parts, refusal) => {
    const shop = played();
    shop.run(send());
    expect(shop.refusal(resend(parts))).toBe(refusal);
  });
});

describe('a parcel on its way', () => {
  const steps = (shop: Played) => parcelOf(shop, single.tid)?.trace.map(({ status }) => status);

  it('arrives in the time of its zone, one record a step, each later than the one before', () => {
    const shop = played();
    shop.run(send({ company_code: 'ZTO', out_sid: '70000000000001', receiver: elsewhere }));
    const moves = shop.wait(5 * DAY).filter(({ type }) => type === 'parcel.moved');
    const times = moves.map(({ at }) => at);
    expect(moves.length).toBeGreaterThanOrEqual(6);
    expect(times).toEqual([...new Set(times)].sort());
    expect(times.at(-1)?.slice(0, 10)).toBe('2026-11-25');
    expect(steps(shop)?.at(-1)).toBe('ACCEPTED_BY_RECEIVER');
    const told = parcelOf(shop, single.tid)
      ?.trace.map(({ status_desc }) => status_desc)
      .join('\n');
    expect(told).toMatch(
      /【杭州市】.*揽收[\s\S]*离开杭州市转运中心，发往武汉市[\s\S]*到达武汉市转运中心[\s\S]*洪山区派送员正在派送[\s\S]*已签收/,
    );
    // The buyer's confirmation is another matter.
    expect(shop.trade(single.tid).status).toBe('WAIT_BUYER_CONFIRM_GOODS');
  });

  it('is paid at the door when the last parcel has arrived', () => {
    const shop = played();
    shop.run(send({ tid: cod.tid }));
    const before = { ...shop.state.ledger };
    shop.wait(3 * DAY);
    expect(shop.trade(cod.tid)).toMatchObject({ status: 'TRADE_BUYER_SIGNED', received_payment: '100.00' });
    expect(shop.state.ledger).toEqual({ ...before, buyers: before.buyers - 10_000, seller: before.seller + 10_000 });
  });

  it('stalls until the carrier is asked', () => {
    const shop = played({ fates: { [single.tid]: 'stalled' } });
    shop.run(send());
    shop.wait(5 * DAY);
    const seen = steps(shop)?.length;
    expect(steps(shop)?.at(-1)).toBe('SENDING');
    const { parcel_id = '' } = parcelOf(shop, single.tid) ?? {};
    shop.run({ type: 'ship.inquire', parcel_id, kind: 'trace' });
    expect(shop.refusal({ type: 'ship.inquire', parcel_id, kind: 'trace' })).toBe('isv.inquiry-already-open');
    const answers = shop.wait(6 * HOUR).filter(({ type }) => type === 'parcel.answered');
    expect(answers).toMatchObject([{ actor: 'platform', data: { kind: 'trace', tid: single.tid } }]);
    expect(parcelOf(shop, single.tid)?.inquiries[0]?.answer).toContain('滞留');
    shop.wait(3 * DAY);
    expect(steps(shop)?.length).toBeGreaterThan(seen ?? 0);
    expect(steps(shop)?.at(-1)).toBe('ACCEPTED_BY_RECEIVER');
    const times = parcelOf(shop, single.tid)?.trace.map(({ status_time }) => status_time) ?? [];
    expect(times).toEqual([...times].sort());
  });

  it('that somebody else signed for has a receipt that shows it', () => {
    const shop = played({ fates: { [single.tid]: 'signed-by-other' } });
    shop.run(send());
    const { parcel_id = '' } = parcelOf(shop, single.tid) ?? {};
    shop.run({ type: 'ship.inquire', parcel_id, kind: 'proof' });
    shop.wait(6 * HOUR);
    expect(parcelOf(shop, single.tid)?.inquiries[0]).toMatchObject({ answer: expect.stringContaining('还没有签收') });
    shop.wait(3 * DAY);
    expect(parcelOf(shop, single.tid)?.trace.at(-1)?.status_desc).toContain('签收人：');
    shop.run({ type: 'ship.inquire', parcel_id, kind: 'trace' });
    shop.run({ type: 'ship.inquire', parcel_id, kind: 'proof' });
    shop.wait(6 * HOUR);
    const [, trace, proof] = parcelOf(shop, single.tid)?.inquiries ?? [];
    expect(trace?.answer).toContain('代签');
    expect(proof).toMatchObject({ proof: 'proof/other', answer: expect.stringContaining('不是收件人本人') });
  });

  it('that the buyer signed for has one with the buyer’s name', () => {
    const shop = played();
    shop.run(send());
    shop.wait(4 * DAY);
    shop.run({ type: 'ship.inquire', parcel_id: parcelOf(shop, single.tid)?.parcel_id ?? '', kind: 'proof' });
    shop.wait(6 * HOUR);
    expect(parcelOf(shop, single.tid)?.inquiries[0]).toMatchObject({ proof: 'proof/receiver' });
  });

  it.each([
    ['no parcel', '', 'trace', 'isv.missing-parameter:parcel_id'],
    ['an unknown parcel', 'P1', 'trace', 'isv.parcel-not-exist'],
    ['an unknown question', 'P000000002', 'why', 'isv.invalid-parameter:kind'],
  ])('cannot be asked about for %s', (_name, parcel_id, kind, refusal) => {
    const shop = played();
    shop.run(send());
    expect(shop.refusal({ type: 'ship.inquire', parcel_id, kind })).toBe(refusal);
  });
});

it('every carrier’s courier brings numbers that fit its pattern', () => {
  for (const { code, reg_mail_no } of carriers.filter(({ enabled }) => enabled)) {
    const shop = played();
    shop.run(send({ way: 'online', company_code: code, out_sid: '' }));
    shop.wait(DAY);
    expect(shop.trade(single.tid).orders.order[0]?.invoice_no, code).toMatch(new RegExp(`^(?:${reg_mail_no})$`));
  }
});

it('the same commands at the same times give the same bytes', () => {
  const once = (): string => {
    const shop = played();
    shop.run(send({ company_code: 'ZTO', out_sid: '70000000000001', receiver: elsewhere }));
    shop.wait(5 * DAY);
    return JSON.stringify(shop.records);
  };
  expect(once()).toBe(once());
});
