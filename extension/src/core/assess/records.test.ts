import { describe, expect, test } from 'vitest';
import { choice, clickStep, KitLog, materialOf, sequence } from '../../../e2e/lesson-kit.ts';
import { isComplete } from './attempt.ts';

const NICK = { buyerNick: '小猫' };
const talk = (id: string, intents: string[], more: Parameters<typeof clickStep>[1] = {}) =>
  clickStep(id, {
    action: 'fill',
    target: { testid: 'chat-input', row: NICK },
    input: { kind: 'intents', all: intents, message: `没有${intents}` },
    record: { type: 'chat.answered', subject: '小猫', gather: true },
    ...more,
  });
const say = (log: KitLog, text: string, intents: string[], row: Record<string, string> = NICK) => {
  log.input('fill', 'chat-input', text, row);
  log.saved('chat.answered', row.buyerNick ?? '', { text, intents });
};
const close = clickStep('close', {
  target: { testid: 'close-yes', row: { tid: '1' } },
  record: { type: 'trade.closed', subject: '1', path: 'after.close_reason' },
  input: { kind: 'exact', value: '缺货', message: '理由与事实不符', clause: 'reason' },
});
const closed = (log: KitLog, reason = '缺货') => {
  log.click('close-yes', { tid: '1' });
  log.saved('trade.closed', '1', { after: { close_reason: reason } });
};

describe('talk', () => {
  test('counts together over several messages, none of which is wrong by itself', () => {
    const log = new KitLog(materialOf(talk('told', ['tell-waybill', 'ask-inspect'])));
    say(log, '亲，在吗', ['greet']);
    expect(log.verdict).toMatchObject({ kind: 'off-task', text: '「做 told」还差：没有tell-waybill,ask-inspect' });
    say(log, '单号 SF1', ['tell-waybill']);
    expect(isComplete(log.state)).toBe(false);
    say(log, '请当面验货', ['ask-inspect']);
    expect(log.verdict).toMatchObject({ kind: 'correct', step: 'told' });
    expect(log.grade).toMatchObject({ score: 100, deductions: [], steps: [{ verdict: 'correct', tries: 1 }] });
  });

  test('of one message may do for several steps in a row, but not for one that is not due', () => {
    const trace = sequence(
      talk('sorry', ['apologise']),
      talk('why', ['tell-stock']),
      clickStep('ship'),
      talk('told', ['tell-waybill']),
    );
    const log = new KitLog(materialOf(trace));
    say(log, '抱歉缺货，单号 SF1', ['apologise', 'tell-stock', 'tell-waybill']);
    expect(log.grade.steps.map((one) => one.verdict)).toEqual(['correct', 'correct', 'missing', 'missing']);
    log.click('ship');
    expect(isComplete(log.state)).toBe(false);
    say(log, '单号 SF1', ['tell-waybill']);
    expect(isComplete(log.state)).toBe(true);
  });

  test('needs the student to have written to that buyer: a record alone does not count', () => {
    const log = new KitLog(materialOf(talk('told', ['tell-waybill'])));
    log.saved('chat.answered', '小猫', { text: '单号', intents: ['tell-waybill'] });
    log.input('fill', 'chat-input', '单号', { buyerNick: '大狗' });
    expect(log.verdict.kind).toBe('wrong-target');
    log.saved('chat.answered', '小猫', { text: '单号', intents: ['tell-waybill'] });
    expect(log.grade.score).toBe(0);
    say(log, '单号', ['tell-waybill']);
    expect(log.grade.score).toBe(100);
    const forged = new KitLog(materialOf(sequence(talk('a', ['greet']), talk('b', ['thanks']))));
    say(forged, '在吗', ['greet']);
    forged.saved('chat.answered', '小猫', { text: '谢谢', intents: ['thanks'] });
    expect(forged.grade.score).toBe(50);
  });

  test('has its slips: what must not be promised', () => {
    const slips = [
      { when: { kind: 'contains-all' as const, terms: ['到付'] }, message: '不收到付件', clause: 'collect' },
    ];
    for (const mode of ['practice', 'exam'] as const) {
      const log = new KitLog(materialOf(talk('told', ['offer-return'], { slips })), mode);
      say(log, '可以退货，到付寄回吧', ['offer-return']);
      expect(log.verdict).toMatchObject({ kind: 'slip', reasons: [{ clause: 'collect' }] });
      expect(log.grade.steps[0]).toMatchObject({ verdict: 'corrected', tries: 2 });
      expect(log.grade.deductions.map((one) => one.clause)).toEqual(['collect']);
    }
  });

  test('may have to hold what an earlier record says', () => {
    const ship = clickStep('ship', { record: { type: 'trade.shipped', subject: '1' } });
    const input = {
      kind: 'from-record' as const,
      record: { type: 'trade.shipped', subject: '1' },
      path: 'out_sid',
      message: '单号不对',
    };
    const log = new KitLog(materialOf(sequence(ship, talk('told', [], { input }))));
    log.click('ship');
    log.saved('trade.shipped', '1', { out_sid: 'SF00001' });
    say(log, '单号 SF00002', ['tell-waybill']);
    expect(log.verdict.text).toContain('单号不对');
    say(log, '打错了，是 sf00001', ['tell-waybill']);
    expect(log.grade.score).toBe(100);
  });
});

describe('asking before closing', () => {
  const asked = sequence(talk('ask', ['ask-close']), {
    ...close,
    after: {
      record: { type: 'chat.received', subject: '小猫', equals: { intent: ['agree-close', 'want-close'] } },
      message: '买家还没有答应',
    },
  });

  test('is the way; the buyer’s word is waited for', () => {
    const log = new KitLog(materialOf(asked));
    say(log, '帮您关闭可以吗', ['ask-close']);
    expect(log.click('close-yes', { tid: '1' })).toBe('correct-later');
    expect(log.verdict.text).toBe('买家还没有答应');
    log.record('buyer', 'chat.received', '小猫', { text: '为什么', intent: 'refuse-close' });
    expect(log.click('close-yes', { tid: '1' })).toBe('correct-later');
    log.record('buyer', 'chat.received', '小猫', { text: '关吧', intent: 'agree-close' });
    closed(log);
    expect(log.verdict.kind).toBe('correct');
    expect(log.grade).toMatchObject({ score: 100, deductions: [] });
  });

  test.each(['practice', 'exam'] as const)('left out costs the close its first try, once it is done (%s)', (mode) => {
    const log = new KitLog(materialOf(asked), mode);
    closed(log);
    say(log, '帮您关闭可以吗', ['ask-close']);
    expect(log.grade.steps).toMatchObject([
      { id: 'ask', verdict: 'correct' },
      { id: 'close', verdict: 'corrected', tries: 2 },
    ]);
    expect(log.grade.deductions.map((one) => one.clause)).toEqual(['too-early']);
    const right = new KitLog(materialOf(sequence(talk('ask', ['ask-close']), close)), mode);
    say(right, '帮您关闭可以吗', ['ask-close']);
    closed(right);
    expect(log.grade.mastery.kc).toBeLessThan(right.grade.mastery.kc ?? 0);
  });
});

describe('a step that a button saves', () => {
  test('is judged by what the record says was saved', () => {
    const log = new KitLog(materialOf(close));
    closed(log, '买家不想买了');
    expect(log.verdict).toMatchObject({ kind: 'wrong-input', text: '理由与事实不符', reasons: [{ clause: 'reason' }] });
    expect(log.grade.steps[0]?.verdict).toBe('faulty');
    closed(log);
    expect(log.verdict.kind).toBe('correct');
    expect(log.grade.steps[0]).toMatchObject({ verdict: 'corrected', tries: 2 });
  });

  test('earns nothing by the button alone, by the record alone, or by the record of another', () => {
    const pressed = new KitLog(materialOf(close));
    pressed.click('close-yes', { tid: '1' });
    const recorded = new KitLog(materialOf(close));
    recorded.saved('trade.closed', '1', { after: { close_reason: '缺货' } });
    const byBuyer = new KitLog(materialOf(close));
    byBuyer.click('close-yes', { tid: '1' });
    byBuyer.record('buyer', 'trade.closed', '1', { after: { close_reason: '缺货' } });
    const elsewhere = new KitLog(materialOf(close));
    elsewhere.click('close-yes', { tid: '1' });
    elsewhere.saved('trade.closed', '2', { after: { close_reason: '缺货' } });
    expect([pressed, recorded, byBuyer, elsewhere].map((log) => log.grade.score)).toEqual([0, 0, 0, 0]);
  });

  test('is chosen of two branches by the button that was pressed', () => {
    const inquire = (kind: string) =>
      sequence(
        clickStep(kind, {
          target: { testid: kind },
          record: { type: 'parcel.asked', subject: 'P1', equals: { kind } },
        }),
      );
    const log = new KitLog(materialOf(choice(inquire('trace'), inquire('proof'))));
    log.click('proof');
    log.saved('parcel.asked', 'P1', { kind: 'proof', tid: '1' });
    expect(log.grade).toMatchObject({ score: 100, steps: [{ id: 'proof', verdict: 'correct' }] });
  });

  test('may be the buyer’s, where the student is in the buyer’s place', () => {
    const apply = clickStep('apply', { record: { type: 'refund.applied', subject: '1', actor: 'buyer' } });
    const log = new KitLog(materialOf(apply));
    log.click('apply');
    log.record('buyer', 'refund.applied', '77', { before: null, after: { refund_id: '77', tid: '1', oid: '2' } });
    expect(log.grade.score).toBe(100);
  });
});

describe('a record is about', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['its subject', '1', {}],
    ['the trade that a new refund names', '77', { before: null, after: { tid: '1' } }],
    ['the trade that a refund changes with it', '77', { before: {}, after: {}, also: [{ kind: 'trade', id: '1' }] }],
    ['the trade that a parcel’s inquiry tells', 'P9', { tid: '1', kind: 'trace' }],
  ])('%s', (_, subject, data) => {
    const log = new KitLog(materialOf(clickStep('a', { record: { type: 'x.done', subject: '1' } })));
    log.click('a');
    log.saved('x.done', subject, data);
    expect(log.grade.score).toBe(100);
  });
});
