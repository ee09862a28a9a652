import { describe, expect, it } from 'vitest';
import { asking, askingReturn, COD, FINISHED, PAID, RefundShop, SHIPPED, UNPAID } from '../../testing/refund-world.ts';
import { tinyId } from '../../testing/tiny-world.ts';
import type { RefundAct, RefundCommand } from './command.ts';
import { PRACTICE_PASSWORD } from './practice-password.ts';

const picture = (bytes: number) => `data:image/jpeg;base64,${'A'.repeat(Math.ceil((bytes * 4) / 3))}`;

describe('an application is refused', () => {
  it.each<[string, Partial<RefundAct<'refund.apply'>>, string]>([
    ['without tid', { tid: '', buyer_nick: '买家3' }, 'isv.missing-parameter:tid'],
    ['without oid', { oid: '' }, 'isv.missing-parameter:oid'],
    ['for an unknown trade', { tid: tinyId(99), buyer_nick: '买家3' }, 'isv.trade-not-exist'],
    ["for somebody else's trade", { buyer_nick: '买家4' }, 'isv.trade-not-exist'],
    ['for goods of another trade', { oid: tinyId(44) }, 'isv.order-not-exist'],
    ['of an unknown type', { dispute_type: 'REPAIR' }, 'isv.invalid-parameter:dispute_type'],
    ['with unknown goods', { good_status: 'BUYER_RETURNED_GOODS' }, 'isv.invalid-parameter:good_status'],
    ['with a reason of the other list', { reason: '质量问题' }, 'isv.invalid-parameter:reason'],
    ['without a reason', { reason: '' }, 'isv.invalid-parameter:reason'],
    [
      'for a return of goods that never came',
      { dispute_type: 'REFUND_AND_RETURN' },
      'isv.invalid-parameter:dispute_type',
    ],
    [
      'for goods received before shipping',
      { good_status: 'BUYER_RECEIVED', reason: '质量问题' },
      'isv.invalid-parameter:good_status',
    ],
    ['before payment', { tid: UNPAID, oid: UNPAID }, 'isv.trade-status-error'],
    ['before a trade paid at the door is over', { tid: COD, oid: COD }, 'isv.trade-status-error'],
    ['of nothing', { refund_fee: '0.00' }, 'isv.invalid-parameter:refund_fee'],
    ['of a negative amount', { refund_fee: '-1.00' }, 'isv.invalid-parameter:refund_fee'],
    ['of three decimals', { refund_fee: '1.001' }, 'isv.invalid-parameter:refund_fee'],
    ['of no number', { refund_fee: '一百' }, 'isv.invalid-parameter:refund_fee'],
    ['of more than goods and postage', { refund_fee: '106.01' }, 'isv.invalid-parameter:refund_fee'],
    [
      'of more than the goods that came',
      { ...askingReturn(), refund_fee: '100.01' },
      'isv.invalid-parameter:refund_fee',
    ],
    ['with a note of 201 characters', { desc: '字'.repeat(201) }, 'isv.invalid-parameter:desc'],
    ['with a control character', { desc: '坏\u0007' }, 'isv.invalid-parameter:desc'],
    ['with four pictures', { pics: Array(4).fill('proof/box') }, 'isv.invalid-parameter:pics'],
    ['with an SVG', { pics: ['data:image/svg+xml;base64,AAAA'] }, 'isv.invalid-parameter:pics'],
    ['with an address as picture', { pics: ['https://example.com/a.png'] }, 'isv.invalid-parameter:pics'],
    ['with a picture above 130,000 bytes', { pics: [picture(130_002)] }, 'isv.invalid-parameter:pics'],
    ['without a password', { password: '' }, 'isv.missing-parameter:password'],
    ['with a wrong password', { password: '654321' }, 'isv.wrong-password'],
  ])('%s', (_name, parts, code) => {
    const shop = new RefundShop();
    expect(shop.refused(asking(parts))).toBe(code);
    expect(shop.records).toHaveLength(1);
  });

  it('while one is open, and after one succeeded', () => {
    const shop = new RefundShop();
    const id = shop.ask();
    expect(shop.refused(asking())).toBe('isv.refund-exist');
    shop.do({ type: 'refund.agree', actor: 'seller', refund_id: id });
    expect(shop.refused(asking())).toBe('isv.refund-exist');
    const one = shop.ask(askingReturn({ dispute_type: 'REFUND' }));
    shop.do({ type: 'refund.agree', actor: 'seller', refund_id: one });
    expect(shop.refused(askingReturn())).toBe('isv.refund-exist');
  });

  it('without a reason once the seven days are over, and for any once fifteen are', () => {
    const late = (shop: RefundShop) => shop.refused(askingReturn({ tid: FINISHED, refund_fee: '50.00' }));
    const shop = new RefundShop();
    // Signed on 22 November: the week ends with the 29th.
    shop.pass(7 + 14 / 24);
    expect(shop.do(askingReturn({ tid: FINISHED, refund_fee: '50.00' })).type).toBe('refund.applied');
    const other = new RefundShop();
    other.pass(7 + 14.01 / 24);
    expect(late(other)).toBe('isv.refund-seven-days-over');
    expect(other.do(askingReturn({ tid: FINISHED, reason: '质量问题' })).type).toBe('refund.applied');
    const last = new RefundShop();
    last.pass(15);
    expect(last.refused(askingReturn({ tid: FINISHED, reason: '质量问题' }))).toBe('isv.refund-aftersale-over');
  });

  it('counts the seven days from what the carrier says', () => {
    const signed = (status_time: string) =>
      new RefundShop({
        parcels: [
          {
            parcel_id: 'P1',
            tid: SHIPPED,
            oids: [SHIPPED],
            direction: 'out',
            company_code: 'YTO',
            company_name: '圆通速递',
            out_sid: 'YT1234567890123',
            status: 'ACCEPTED_BY_RECEIVER',
            created: '2026-11-10T18:00:00+08:00',
            trace: [{ status_time, status_desc: '已签收', status: 'ACCEPTED_BY_RECEIVER' }],
            ahead: [],
            inquiries: [],
            fate: 'normal',
          },
        ],
      });
    expect(signed('2026-11-13T08:00:00+08:00').refused(askingReturn())).toBe('isv.refund-seven-days-over');
    expect(signed('2026-11-15T08:00:00+08:00').do(askingReturn()).type).toBe('refund.applied');
  });
});

/** One refund in each state, and an answer of every kind to it. */
const STATES = {
  WAIT_SELLER_AGREE: (shop: RefundShop) => shop.ask(askingReturn()),
  WAIT_BUYER_RETURN_GOODS: (shop: RefundShop) => agreed(shop, shop.ask(askingReturn())),
  WAIT_SELLER_CONFIRM_GOODS: (shop: RefundShop) => returned(shop, agreed(shop, shop.ask(askingReturn()))),
  SELLER_REFUSE_BUYER: (shop: RefundShop) => refused(shop, shop.ask(askingReturn())),
  CLOSED: (shop: RefundShop) => {
    const id = shop.ask(askingReturn());
    return shop.do({ type: 'refund.cancel', ...BUYER, refund_id: id }).subject;
  },
  SUCCESS: (shop: RefundShop) => {
    const id = returned(shop, agreed(shop, shop.ask(askingReturn())));
    return shop.do({ type: 'refund.receive', actor: 'seller', refund_id: id }).subject;
  },
} as const;
type State = keyof typeof STATES;
const ALL = Object.keys(STATES) as State[];

const BUYER = { actor: 'buyer', buyer_nick: '买家4' } as const;
const SELLER = { actor: 'seller' } as const;

function agreed(shop: RefundShop, refund_id: string): string {
  return shop.do({ type: 'refund.agree', ...SELLER, refund_id, seller_address_id: '300103' }).subject;
}
function returned(shop: RefundShop, refund_id: string): string {
  return shop.do(goods(refund_id)).subject;
}
function refused(shop: RefundShop, refund_id: string): string {
  return shop.do(no(refund_id, 'application', 13)).subject;
}
function goods(refund_id: string, parts: Partial<RefundAct<'refund.return'>> = {}): RefundCommand {
  const sid = 'YT9876543210987';
  return { type: 'refund.return', ...BUYER, refund_id, company_code: 'YTO', sid, desc: '', pics: [], ...parts };
}
function no(refund_id: string, of: 'application' | 'goods', reason_id: number, message = '不能同意'): RefundCommand {
  return { type: 'refund.refuse', ...SELLER, refund_id, of, reason_id, message };
}

const ACTS: Record<string, { of: (id: string) => RefundCommand; leads: Partial<Record<State, State>> }> = {
  change: {
    of: (refund_id) => {
      const { tid: _tid, oid: _oid, type: _type, ...asked } = askingReturn({ refund_fee: '60' });
      return { ...asked, type: 'refund.change', refund_id };
    },
    leads: { WAIT_SELLER_AGREE: 'WAIT_SELLER_AGREE', SELLER_REFUSE_BUYER: 'WAIT_SELLER_AGREE' },
  },
  cancel: {
    of: (refund_id) => ({ type: 'refund.cancel', ...BUYER, refund_id }),
    leads: {
      WAIT_SELLER_AGREE: 'CLOSED',
      WAIT_BUYER_RETURN_GOODS: 'CLOSED',
      WAIT_SELLER_CONFIRM_GOODS: 'CLOSED',
      SELLER_REFUSE_BUYER: 'CLOSED',
    },
  },
  agree: {
    of: (refund_id) => ({ type: 'refund.agree', ...SELLER, refund_id, seller_address_id: '300103' }),
    leads: { WAIT_SELLER_AGREE: 'WAIT_BUYER_RETURN_GOODS', SELLER_REFUSE_BUYER: 'WAIT_BUYER_RETURN_GOODS' },
  },
  refuse: { of: (id) => no(id, 'application', 13), leads: { WAIT_SELLER_AGREE: 'SELLER_REFUSE_BUYER' } },
  'refuse the goods': {
    of: (id) => no(id, 'goods', 22),
    leads: { WAIT_SELLER_CONFIRM_GOODS: 'SELLER_REFUSE_BUYER' },
  },
  return: { of: (id) => goods(id), leads: { WAIT_BUYER_RETURN_GOODS: 'WAIT_SELLER_CONFIRM_GOODS' } },
  receive: {
    of: (refund_id) => ({ type: 'refund.receive', ...SELLER, refund_id }),
    leads: { WAIT_SELLER_CONFIRM_GOODS: 'SUCCESS' },
  },
  message: {
    of: (refund_id) => ({ type: 'refund.message', ...SELLER, refund_id, content: '您好', pics: [] }),
    leads: Object.fromEntries(ALL.slice(0, 4).map((state) => [state, state])),
  },
  intervene: {
    of: (refund_id) => ({ type: 'refund.intervene', ...SELLER, refund_id }),
    leads: Object.fromEntries(ALL.slice(0, 4).map((state) => [state, state])),
  },
};

describe.each(Object.entries(ACTS))('to %s', (_name, { of, leads }) => {
  it.each(ALL)('from %s', (from) => {
    const shop = new RefundShop();
    const id = STATES[from](shop);
    expect(shop.refund(id).status).toBe(from);
    const to = leads[from];
    if (to === undefined) expect(shop.refused(of(id))).toBe('isv.refund-status-error');
    else {
      shop.do(of(id));
      expect(shop.refund(id).status).toBe(to);
      expect(shop.trade(SHIPPED).orders.order[0]?.refund_status).toBe(to);
    }
  });

  it('needs a refund that there is', () => {
    const shop = new RefundShop();
    expect(shop.refused(of(''))).toBe('isv.missing-parameter:refund_id');
    expect(shop.refused(of('12x'))).toBe('isv.invalid-parameter:refund_id');
    expect(shop.refused(of('123456789012345678'))).toBe('isv.refund-not-exist');
  });

  it("is not for another buyer's refund", () => {
    const shop = new RefundShop();
    const command = of(STATES.WAIT_SELLER_AGREE(shop));
    if (command.actor === 'buyer')
      expect(shop.refused({ ...command, buyer_nick: '买家3' })).toBe('isv.refund-not-exist');
    else expect(command.actor).toBe('seller');
  });
});

describe('an answer is refused', () => {
  it.each<[string, State, (id: string) => RefundCommand, string]>([
    [
      'without a return address',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({ type: 'refund.agree', ...SELLER, refund_id }),
      'isv.missing-parameter:seller_address_id',
    ],
    [
      'with an address that is not in the library',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({ type: 'refund.agree', ...SELLER, refund_id, seller_address_id: '9' }),
      'isv.invalid-parameter:seller_address_id',
    ],
    [
      'with a third bearer of the freight',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({
        type: 'refund.agree',
        ...SELLER,
        refund_id,
        seller_address_id: '300103',
        post_fee_bear_role: 2,
      }),
      'isv.invalid-parameter:post_fee_bear_role',
    ],
    [
      'with a remark above 400 bytes',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({
        type: 'refund.agree',
        ...SELLER,
        refund_id,
        seller_address_id: '300103',
        remark: '字'.repeat(201),
      }),
      'isv.invalid-parameter:remark',
    ],
    [
      'that says one character',
      'WAIT_SELLER_AGREE',
      (id) => no(id, 'application', 13, '不'),
      'isv.invalid-parameter:refuse_message',
    ],
    [
      'that says 201 characters',
      'WAIT_SELLER_AGREE',
      (id) => no(id, 'application', 13, '不'.repeat(201)),
      'isv.invalid-parameter:refuse_message',
    ],
    [
      'for no listed reason',
      'WAIT_SELLER_AGREE',
      (id) => no(id, 'application', 99),
      'isv.invalid-parameter:refuse_reason_id',
    ],
    [
      'for a reason of the other kind',
      'WAIT_SELLER_CONFIRM_GOODS',
      (id) => no(id, 'goods', 13),
      'isv.invalid-parameter:refuse_reason_id',
    ],
    [
      'with a proof that is no picture',
      'WAIT_SELLER_AGREE',
      (id) => ({ ...no(id, 'application', 13), proof: 'data:text/html;base64,AAAA' }) as RefundCommand,
      'isv.invalid-parameter:refuse_proof',
    ],
    [
      'without a carrier',
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { company_code: '' }),
      'isv.missing-parameter:company_code',
    ],
    [
      'with an unknown carrier',
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { company_code: 'XX' }),
      'isv.invalid-parameter:company_code',
    ],
    [
      'without a waybill',
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { sid: ' ' }),
      'isv.logistics-offline-service-error:B59',
    ],
    [
      "with a waybill against the carrier's rule",
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { sid: 'YT123' }),
      'isv.logistics-offline-service-error:B60',
    ],
    [
      'freight collect',
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { collect: true }),
      'isv.invalid-parameter:collect',
    ],
    [
      'with a long note on the parcel',
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { desc: '字'.repeat(201) }),
      'isv.invalid-parameter:desc',
    ],
    [
      'with four pictures of the parcel',
      'WAIT_BUYER_RETURN_GOODS',
      (id) => goods(id, { pics: Array(4).fill('proof/box') }),
      'isv.invalid-parameter:pics',
    ],
    [
      'empty',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({ type: 'refund.message', ...SELLER, refund_id, content: ' ', pics: [] }),
      'isv.missing-parameter:content',
    ],
    [
      'above 400 bytes',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({ type: 'refund.message', ...BUYER, refund_id, content: '字'.repeat(201), pics: [] }),
      'isv.invalid-parameter:content',
    ],
    [
      'with a wrong picture',
      'WAIT_SELLER_AGREE',
      (refund_id) => ({ type: 'refund.message', ...BUYER, refund_id, content: '', pics: ['x'] }),
      'isv.invalid-parameter:pics',
    ],
  ])('%s', (_name, from, of, code) => {
    const shop = new RefundShop();
    expect(shop.refused(of(STATES[from](shop)))).toBe(code);
  });

  it('to what the seller has not seen', () => {
    const shop = new RefundShop();
    const refund_id = STATES.WAIT_SELLER_AGREE(shop);
    shop.do({ type: 'refund.message', ...BUYER, refund_id, content: '快点', pics: [] });
    const seen = { ...SELLER, refund_id, version: 1 };
    const stale = 'isv.refund-version-error';
    expect(shop.refused({ type: 'refund.agree', ...seen, seller_address_id: '300103' })).toBe(stale);
    expect(shop.refused({ type: 'refund.receive', ...seen })).toBe(stale);
    expect(shop.refused({ ...no(refund_id, 'application', 13), ...seen } as RefundCommand)).toBe(stale);
    shop.do({ ...no(refund_id, 'application', 13), version: 2 } as RefundCommand);
  });

  it('when the waybill is used, or the platform was asked in already', () => {
    const shop = new RefundShop();
    const one = STATES.WAIT_SELLER_CONFIRM_GOODS(shop);
    const two = agreed(shop, shop.ask(askingReturn({ oid: tinyId(44) })));
    expect(shop.refused(goods(two))).toBe('isv.logistics-offline-service-error:B60');
    shop.do({ type: 'refund.intervene', ...BUYER, refund_id: one });
    expect(shop.refused({ type: 'refund.intervene', ...SELLER, refund_id: one })).toBe('isv.refund-intervened');
  });
});

it('never puts the payment password into a record', () => {
  const shop = new RefundShop();
  STATES.SUCCESS(shop);
  shop.ask({ tid: PAID });
  const kept = JSON.stringify([shop.records, [...shop.state.refunds.values()]]);
  expect(kept).not.toContain(`"${PRACTICE_PASSWORD}"`);
  expect(kept).not.toContain('password');
});
