import { expect, it } from 'vitest';
import { askingReturn, RefundShop } from '../../testing/refund-world.ts';
import { remaining, stateLabel } from './refund-labels.ts';
import { stepsOf } from './refund-steps.ts';

const seller = { actor: 'seller' } as const;

it('the way of a return, step by step, and of one that was given up', () => {
  const shop = new RefundShop();
  const refund_id = shop.ask(askingReturn());
  const way = () => stepsOf(shop.refund(refund_id)).map(({ label, reached }) => (reached ? `${label}✓` : label));
  expect(way()).toEqual(['买家申请退款✓', '商家同意退货', '买家退货', '商家确认收货', '退款完成']);
  shop.do({ type: 'refund.agree', ...seller, refund_id, seller_address_id: '300103' });
  expect(way().filter((step) => step.endsWith('✓'))).toEqual(['买家申请退款✓', '商家同意退货✓']);
  shop.do({
    type: 'refund.return',
    ...seller,
    refund_id,
    company_code: 'YTO',
    sid: 'YT1234567890987',
    desc: '',
    pics: [],
  });
  expect(way()[2]).toBe('买家退货✓');
  shop.do({ type: 'refund.cancel', actor: 'buyer', buyer_nick: '买家4', refund_id });
  expect(way()).toEqual(['买家申请退款✓', '商家同意退货✓', '买家退货✓', '退款关闭✓']);
});

it('money alone has three steps; an exchange speaks of goods', () => {
  const shop = new RefundShop();
  const money = shop.refund(shop.ask());
  expect(stepsOf(money).map(({ label }) => label)).toEqual(['买家申请退款', '商家处理', '退款完成']);
  expect(stateLabel(money)).toBe('退款待处理');
  const refund = shop.refund(shop.ask(askingReturn({ dispute_type: 'EXCHANGE' })));
  expect(stepsOf(refund)[0]?.label).toBe('买家申请换货');
  expect([
    stateLabel(refund),
    stateLabel({ ...refund, status: 'SUCCESS' }),
    stateLabel({ ...refund, status: 'CLOSED' }),
  ]).toEqual(['换货待处理', '换货完成', '换货关闭']);
});

it('what is left of the time reads the same in TOP’s spelling', () => {
  const now = Date.parse('2026-11-22T10:00:00+08:00');
  expect(remaining('2026-12-07T10:00:00+08:00', now)).toBe('还剩 15 天 0 小时 0 分');
  expect(remaining('2026-12-07 10:00:00', now)).toBe('还剩 15 天 0 小时 0 分');
  expect(remaining('2026-11-22 10:00:00', now)).toBe('已到期，正在处理');
  expect(remaining(undefined, now)).toBe('');
});
