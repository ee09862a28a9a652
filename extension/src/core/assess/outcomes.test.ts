import type { Outcome, WorldCondition } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { clickStep, KitLog, materialOf, sequence } from '../../../e2e/lesson-kit.ts';
import { isComplete } from './attempt.ts';

const penalty = (that: WorldCondition): Outcome => ({ id: 'o', title: '应当如此', clause: 'o', penalty: 30, that });
const logWith = (...outcomes: Outcome[]) => {
  const log = new KitLog(materialOf(clickStep('a'), { outcomes }));
  log.click('a');
  return log;
};
const holds = (that: WorldCondition, tell: (log: KitLog) => void) => {
  const log = logWith(penalty(that));
  tell(log);
  const { score, outcomes, deductions } = log.grade;
  expect(score).toBe(outcomes[0]?.holds ? 100 : 70);
  expect(deductions).toHaveLength(outcomes[0]?.holds ? 0 : 1);
  return outcomes[0]?.holds;
};

/** Records as the shop tells them: type, subject, what they say, and a thing with a field as it then is. */
const TOLD: [type: string, subject: string, data: Record<string, unknown>, path: string, value: string][] = [
  ['trade.memo.updated', '1', { after: { flag: 4, memo: '缺货' } }, 'flag', '4'],
  ['trade.created', '1', { before: null, after: { tid: '1', status: 'WAIT_BUYER_PAY' } }, 'status', 'WAIT_BUYER_PAY'],
  ['trade.paid', '1', { after: { status: 'WAIT_SELLER_SEND_GOODS' } }, 'status', 'WAIT_SELLER_SEND_GOODS'],
  ['trade.closed', '1', { after: { close_reason: '缺货' } }, 'close_reason', '缺货'],
  ['trade.price.changed', '1', { after: { payment: '8.00' } }, 'payment', '8.00'],
  ['trade.postage.changed', '1', { after: { post_fee: '0.00' } }, 'post_fee', '0.00'],
  [
    'trade.delayed',
    '1',
    { days: 7, after: { timeout_action_time: '2026-12-01T10:00:00+08:00' } },
    'timeout_action_time',
    '2026-12-01T10:00:00+08:00',
  ],
  ['trade.signed', '1', { after: { status: 'TRADE_BUYER_SIGNED' } }, 'status', 'TRADE_BUYER_SIGNED'],
  ['trade.finished', '1', { after: { status: 'TRADE_FINISHED' } }, 'status', 'TRADE_FINISHED'],
  [
    'trade.sku.changed',
    '1',
    { after: { orders: { order: [{ oid: '1', sku_id: '9' }] } } },
    'orders.order.0.sku_id',
    '9',
  ],
  ['trade.address.changed', '1', { after: { receiver_address: '甲路' } }, 'receiver_address', '甲路'],
  [
    'trade.shipped',
    '1',
    { out_sid: 'SF1', after: { status: 'WAIT_BUYER_CONFIRM_GOODS' } },
    'status',
    'WAIT_BUYER_CONFIRM_GOODS',
  ],
  ['trade.reshipped', '1', { after: { consign_time: '2026-11-23' } }, 'consign_time', '2026-11-23'],
  ['parcel.booked', 'P1', { before: null, after: { tid: '1', out_sid: '' } }, 'out_sid', ''],
  ['parcel.cancelled', 'P1', { before: { tid: '1' }, after: null }, '', ''],
  ['parcel.moved', 'P1', { after: { status: 'SENDING' } }, 'status', 'SENDING'],
  [
    'parcel.asked',
    'P1',
    { kind: 'proof', tid: '1', after: { inquiries: [{ kind: 'proof' }] } },
    'inquiries.0.kind',
    'proof',
  ],
  ['parcel.answered', 'P1', { tid: '1', answer: '已签收', after: { status: 'LOST' } }, 'status', 'LOST'],
  [
    'refund.applied',
    '7',
    { before: null, after: { tid: '1', status: 'WAIT_SELLER_AGREE' } },
    'status',
    'WAIT_SELLER_AGREE',
  ],
  ['refund.changed', '7', { after: { refund_fee: '9.00' } }, 'refund_fee', '9.00'],
  [
    'refund.agreed',
    '7',
    { after: { return_address: { seller_address_id: '300103' } } },
    'return_address.seller_address_id',
    '300103',
  ],
  [
    'refund.refused',
    '7',
    { of: 'application', after: { status: 'SELLER_REFUSE_BUYER' } },
    'status',
    'SELLER_REFUSE_BUYER',
  ],
  ['refund.goods-returned', '7', { after: { sid: 'YT1' } }, 'sid', 'YT1'],
  ['refund.succeeded', '7', { after: { status: 'SUCCESS' } }, 'status', 'SUCCESS'],
  ['refund.closed', '7', { after: { status: 'CLOSED' } }, 'status', 'CLOSED'],
  [
    'refund.message.added',
    '7',
    { after: { messages: { more: [{ content: '好' }] } } },
    'messages.more.0.content',
    '好',
  ],
  ['refund.intervention.asked', '7', { after: { cs_status: 2 } }, 'cs_status', '2'],
  ['rate.added', '1-seller', { before: null, after: { tid: '1', result: 'good' } }, 'result', 'good'],
  ['rate.explained', '1-buyer', { after: { reply: '抱歉' } }, 'reply', '抱歉'],
  ['address.saved', '300104', { before: null, after: { addr: '丙路' } }, 'addr', '丙路'],
  ['address.removed', '300104', { before: { addr: '丙路' }, after: null }, '', ''],
  ['carrier.switched', 'SF', { after: { enabled: false } }, 'enabled', 'false'],
  ['freight.saved', '410001', { after: { name: '包邮' } }, 'name', '包邮'],
  ['freight.removed', '410001', { before: { name: '包邮' }, after: null }, '', ''],
  ['chat.answered', '小猫', { text: '抱歉', intents: ['apologise'] }, '', ''],
  ['chat.received', '小猫', { text: '好吧', intent: 'agree-close' }, '', ''],
  ['chat.read', '小猫', { before: { unread: 2 }, after: { unread: 0 } }, 'unread', '0'],
];

describe('of every kind of record of the back office', () => {
  test.each(TOLD)('%s can be asked whether it happened, and what it left', (type, subject, data, path, value) => {
    const happened: WorldCondition = { kind: 'happened', record: { type, subject } };
    const tell = (log: KitLog) => log.saved(type, subject, data);
    expect(holds(happened, tell)).toBe(true);
    expect(holds(happened, () => {})).toBe(false);
    expect(holds(happened, (log) => log.saved(type, 'another', {}))).toBe(false);
    expect(holds({ kind: 'not', that: happened }, tell)).toBe(false);
    if (path === '') return;
    const left: WorldCondition = { kind: 'value', of: subject, path, is: { kind: 'exact', value } };
    expect(holds(left, tell)).toBe(true);
    expect(holds({ ...left, is: { kind: 'exact', value: 'x' } }, tell)).toBe(false);
    expect(holds(left, () => {})).toBe(false);
  });
});

describe('a condition', () => {
  const at = (type: string, equals?: Record<string, string | string[]>) => ({
    type,
    subject: '1',
    ...(equals && { equals }),
  });

  test('counts records that say certain things', () => {
    const twice: WorldCondition = {
      kind: 'happened',
      record: at('trade.delayed', { days: ['7', '10'] }),
      min: 1,
      max: 2,
    };
    const delays =
      (...days: number[]) =>
      (log: KitLog) => {
        for (const one of days) log.saved('trade.delayed', '1', { days: one });
      };
    expect(holds(twice, delays(3))).toBe(false);
    expect(holds(twice, delays(3, 7))).toBe(true);
    expect(holds(twice, delays(7, 10))).toBe(true);
    expect(holds(twice, delays(7, 10, 7))).toBe(false);
    expect(
      holds({ kind: 'happened', record: at('trade.closed'), min: 0, max: 0 }, (log) => log.saved('trade.closed', '2')),
    ).toBe(true);
  });

  test('asks for an order of events, and lists of what was said', () => {
    const asked: WorldCondition = {
      kind: 'before',
      first: { type: 'chat.answered', subject: '小猫', equals: { intents: ['ask-close', 'tell-stock'] } },
      later: { ...at('trade.closed'), actor: 'seller' },
    };
    const talk = (log: KitLog, ...intents: string[]) => log.saved('chat.answered', '小猫', { text: '', intents });
    expect(holds(asked, () => {})).toBe(true);
    expect(holds(asked, (log) => log.record('buyer', 'trade.closed', '1', {}))).toBe(true);
    const closes =
      (...intents: string[]) =>
      (log: KitLog) => {
        talk(log, ...intents);
        log.saved('trade.closed', '1');
      };
    expect(holds(asked, closes('greet', 'tell-stock'))).toBe(true);
    expect(holds(asked, closes('greet'))).toBe(false);
    expect(
      holds(asked, (log) => {
        log.saved('trade.closed', '1');
        talk(log, 'ask-close');
      }),
    ).toBe(false);
  });

  test('takes the last that was told of a thing, also by another’s record, and knows what was never told', () => {
    const open: WorldCondition = {
      kind: 'value',
      of: '1',
      path: 'status',
      is: { kind: 'not', matcher: { kind: 'exact', value: 'TRADE_CLOSED' } },
      untold: true,
    };
    expect(holds(open, () => {})).toBe(true);
    const also = (log: KitLog, status: string) =>
      log.saved('refund.succeeded', '7', { also: [{ kind: 'trade', id: '1', before: {}, after: { status } }] });
    expect(holds(open, (log) => also(log, 'TRADE_CLOSED'))).toBe(false);
    expect(
      holds(open, (log) => {
        also(log, 'TRADE_CLOSED');
        log.saved('trade.x', '1', { after: { status: 'TRADE_FINISHED' } });
        log.saved('trade.y', '1', { after: { flag: 1 } });
      }),
    ).toBe(true);
    const whole: WorldCondition = { kind: 'all', of: [open, { kind: 'any', of: [{ kind: 'not', that: open }, open] }] };
    expect(holds(whole, () => {})).toBe(true);
    expect(
      holds({ kind: 'value', of: '9', path: 'addr', is: { kind: 'exact', value: '丙路' } }, (log) => {
        log.saved('address.saved', '9', { before: null, after: { addr: '丙路' } });
        log.saved('address.removed', '9', { before: { addr: '丙路' }, after: null });
      }),
    ).toBe(false);
  });
});

describe('an outcome', () => {
  test('with a penalty names its clause and the record that shows it', () => {
    const log = logWith(penalty({ kind: 'happened', record: { type: 'trade.closed', subject: '1' }, min: 0, max: 0 }));
    log.saved('trade.closed', '1');
    expect(log.grade.deductions).toEqual([
      { clause: 'o', title: 'o', text: '没有达到：应当如此', points: 30, event: log.events.at(-1)?.id },
    ]);
  });

  const earned: Outcome = {
    id: 'paid',
    title: '退款成功',
    clause: 'not-done',
    weight: 3,
    by: ['a'],
    that: { kind: 'value', of: '7', path: 'status', is: { kind: 'exact', value: 'SUCCESS' } },
  };

  test('with a weight is earned like a step, by what the student did, and is waited for', () => {
    const material = materialOf(sequence(clickStep('a'), clickStep('b')), { outcomes: [earned] });
    const forged = new KitLog(material);
    forged.saved('refund.succeeded', '7', { after: { status: 'SUCCESS' } });
    expect(forged.grade.score).toBe(0);
    const log = new KitLog(material);
    log.click('a');
    log.click('b');
    expect(log.grade).toMatchObject({ score: 40, outcomes: [{ id: 'paid', holds: false, points: 0, max: 60 }] });
    expect(isComplete(log.state)).toBe(false);
    log.record('platform', 'refund.succeeded', '7', { after: { status: 'SUCCESS' } });
    expect(log.grade).toMatchObject({ score: 100, deductions: [], outcomes: [{ holds: true, points: 60 }] });
    expect(isComplete(log.state)).toBe(true);
  });

  test('is all that counts where the rubric says so', () => {
    const material = materialOf(sequence(clickStep('a'), clickStep('b')), { outcomes: [earned] });
    const log = new KitLog({ ...material, rubric: { ...material.rubric, only: 'outcomes' } });
    log.click('b');
    log.click('a');
    expect(log.grade.score).toBe(0);
    log.saved('refund.succeeded', '7', { after: { status: 'SUCCESS' } });
    expect(log.grade).toMatchObject({ score: 100, deductions: [] });
  });

  test('stands for each item of a list fact, where it is to', () => {
    const each: Outcome = {
      ...penalty({ kind: 'happened', record: { type: 'trade.closed', subject: '{{item.tid}}' }, min: 0, max: 0 }),
      id: 'keep.{{item.tid}}',
      each: '{{tasks}}',
      when: '{{item.close}}',
      is: '',
    };
    const material = materialOf(clickStep('a'), { outcomes: [each] });
    const tasks = [
      { tid: '1', close: '' },
      { tid: '2', close: '缺货' },
      { tid: '3', close: '' },
    ];
    const log = new KitLog({ ...material, facts: { ...material.facts, tasks } });
    for (const tid of ['1', '2']) log.saved('trade.closed', tid);
    expect(log.grade.outcomes.map(({ id, holds: so }) => [id, so])).toEqual([
      ['keep.1', false],
      ['keep.3', true],
    ]);
  });
});
