import type { Lesson, Step } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { anyOrder, choice, clickStep, KitLog, materialOf, sequence } from '../../../e2e/lesson-kit.ts';

const memo = (tid: string, more: Partial<Step> = {}) =>
  sequence(
    clickStep(`open-${tid}`, { target: { testid: 'flag', row: { tid } }, deed: '备注' }),
    clickStep(`memo-${tid}`, {
      action: 'fill',
      target: { testid: 'memo', row: { tid } },
      input: { kind: 'contains-all', terms: ['数据线'] },
      slips: [{ when: { kind: 'contains-all', terms: ['到付'] }, message: '不收到付件', clause: 'collect' }],
      record: { type: 'trade.memo.updated', subject: tid, path: 'after.memo' },
      ...more,
    }),
    clickStep(`save-${tid}`, {
      target: { testid: 'save', row: { tid } },
      record: { type: 'trade.memo.updated', subject: tid },
    }),
  );
const [ONE, TWO, OTHER] = ['100000000000001111', '100000000000002222', '100000000000008821'];
const lesson: Partial<Lesson> = {
  changes: ['trade.*', 'refund.*'],
  irreversible: ['trade.closed', 'refund.*'],
  records: { 'trade.closed': '关闭交易' },
  guards: [{ target: { testid: 'burn' }, message: '会烧掉', clause: 'harm' }],
};
const begun = (mode: 'practice' | 'guided' | 'exam' = 'practice') =>
  new KitLog(materialOf(anyOrder(memo(ONE), memo(TWO)), lesson), mode);
const put = (log: KitLog, tid: string, text: string) => {
  log.click('flag', { tid });
  log.input('fill', 'memo', text, { tid });
  log.click('save', { tid });
  log.saved('trade.memo.updated', tid, { before: { memo: '' }, after: { memo: text } });
};

describe('each of the eight verdicts, with its event and its clause', () => {
  test.each<[string, (log: KitLog) => void, object]>([
    ['correct', (log) => log.click('flag', { tid: ONE }), { step: `open-${ONE}`, reasons: [] }],
    [
      'correct-later',
      (log) => log.click('save', { tid: ONE }),
      { step: `save-${ONE}`, reasons: [{ clause: 'too-early' }] },
    ],
    [
      'slip',
      (log) => {
        log.click('flag', { tid: ONE });
        log.input('fill', 'memo', '换货到付', { tid: ONE });
      },
      { step: `memo-${ONE}`, reasons: [{ clause: 'collect', text: '不收到付件' }] },
    ],
    ['wrong-target', (log) => log.click('flag', { tid: OTHER }), { reasons: [{ clause: 'wrong-target' }] }],
    [
      'wrong-input',
      (log) => {
        log.click('flag', { tid: ONE });
        log.input('fill', 'memo', '好的', { tid: ONE });
      },
      { step: `memo-${ONE}`, reasons: [{ clause: 'missing', text: '没有写到“数据线”' }] },
    ],
    ['harmful', (log) => log.click('burn'), { reasons: [{ clause: 'harm' }] }],
    ['off-task', (log) => log.click('sort'), { text: '', reasons: [] }],
    [
      'undo',
      (log) => {
        log.click('flag', { tid: OTHER });
        log.saved('trade.memo.updated', OTHER, { before: { memo: '' }, after: { memo: 'x' } });
        log.click('undo', { tid: OTHER });
        log.saved('trade.memo.updated', OTHER, { before: { memo: 'x' }, after: { memo: '' } });
      },
      { reasons: [] },
    ],
  ])('%s', (kind, act, expected) => {
    const log = begun();
    act(log);
    const event = log.events.findLast((one) => one.kind === 'action');
    expect(log.verdict).toMatchObject({ kind, event: event?.id, ...expected });
    expect(log.grade.timeline.filter((line) => line.kind === 'action').every((line) => line.verdict)).toBe(true);
  });
});

describe('a wrong row', () => {
  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['tid', { tid: ONE }, { tid: OTHER }, '…8821 不是要备注的那笔订单，应当是 …1111'],
    ['oid', { tid: ONE, oid: '55510001' }, { tid: ONE, oid: '55510002' }, '…0002 不是要备注的那件宝贝，应当是 …0001'],
    [
      'refundId',
      { refundId: '70001234' },
      { refundId: '70009999', tid: ONE },
      '…9999 不是要备注的那笔退款，应当是 …1234',
    ],
    ['visitorId', { visitorId: 'v-3' }, { visitorId: 'v-4' }, '「v-4」 不是要备注的那位访客，应当是 「v-3」'],
    ['orderId', { orderId: '114-0-21-3312' }, { orderId: '114-0-21-4001' }, '不是要备注的那张单，应当是'],
    ['buyerNick', { buyerNick: '小猫' }, { buyerNick: '大狗' }, '「大狗」 不是要备注的那位买家，应当是 「小猫」'],
  ])('of %s is named, and so is the right one', (_, right, wrong, text) => {
    const rows = {
      tid: '订单',
      oid: { name: '宝贝', measure: '件' },
      refundId: '退款',
      visitorId: { name: '访客', measure: '位' },
      orderId: { name: '单', measure: '张' },
      buyerNick: { name: '买家', measure: '位' },
    };
    const log = new KitLog(
      materialOf(clickStep('a', { target: { testid: 'flag', row: right }, deed: '备注' }), { rows }),
    );
    expect(log.click('flag', wrong)).toBe('wrong-target');
    expect(log.verdict.text).toContain(text);
    log.click('flag', right);
    expect(log.grade).toMatchObject({ score: 100, deductions: [] });
  });

  test('names those that are left to do, and of many the first', () => {
    const log = begun();
    log.click('flag', { tid: OTHER });
    expect(log.verdict.text).toBe('…8821 不是要备注的那笔订单，应当是 …1111、…2222');
    put(log, ONE, '送数据线');
    log.click('flag', { tid: OTHER });
    expect(log.verdict.text).toBe('…8821 不是要备注的那笔订单，应当是 …2222');
    put(log, TWO, '送数据线');
    log.click('flag', { tid: OTHER });
    expect(log.verdict.text).toBe('…8821 不是要备注的那笔订单，请核对订单编号');
    const many = new KitLog(
      materialOf(
        anyOrder(
          ...['1', '2', '3', '4'].map((n) =>
            clickStep(n, { target: { testid: 'flag', row: { tid: `90000${n}${n}${n}${n}` } } }),
          ),
        ),
      ),
    );
    many.click('flag', { tid: OTHER });
    expect(many.verdict.text).toContain('应当是 …1111、…2222、…3333等 4 笔里的');
  });
});

describe('reading', () => {
  test('is free: pages, sorting, filters, scrolling, and a dialog that is opened and cancelled', () => {
    for (const mode of ['practice', 'exam', 'guided'] as const) {
      const log = begun(mode);
      for (const id of ['sort', 'next-page', 'filter', 'detail']) log.click(id);
      log.input('fill', 'search', '小猫');
      log.input('choose', 'page-size', '50');
      log.act('open', { role: 'document', tag: 'html' }, '/refunds');
      log.click('flag', { tid: OTHER });
      log.click('cancel', { tid: OTHER });
      put(log, ONE, '送数据线');
      log.click('flag', { tid: ONE });
      log.click('cancel', { tid: ONE });
      put(log, TWO, '送数据线');
      expect(log.grade).toMatchObject({ score: 100, deductions: [] });
    }
  });
});

describe('a slip by a wrong control', () => {
  const step = clickStep('ship', {
    target: { testid: 'address-and-ship', row: { tid: ONE } },
    slips: [{ target: { testid: 'change-address', row: { tid: ONE } }, message: '那会改整笔订单', clause: 'scope' }],
  });

  test('is told and counts where it is told, while the step is due', () => {
    const log = new KitLog(materialOf(sequence(clickStep('a'), step)));
    expect(log.click('change-address', { tid: ONE })).toBe('off-task');
    log.click('a');
    expect(log.click('change-address', { tid: TWO })).toBe('off-task');
    expect(log.click('change-address', { tid: ONE })).toBe('slip');
    expect(log.verdict).toMatchObject({ step: 'ship', text: '那会改整笔订单', reasons: [{ clause: 'scope' }] });
    expect(log.click('address-and-ship', { tid: ONE })).toBe('correct');
    expect(log.grade.deductions.map((one) => one.clause)).toEqual(['scope']);
    expect(log.click('change-address', { tid: ONE })).toBe('off-task');
  });

  test('is free in an exam, where nothing was said and nothing saved', () => {
    const log = new KitLog(materialOf(step), 'exam');
    log.click('change-address', { tid: ONE });
    log.click('address-and-ship', { tid: ONE });
    expect(log.grade.score).toBe(100);
  });
});

describe('what the task did not name', () => {
  const worked = () => {
    const log = begun();
    put(log, ONE, '送数据线');
    put(log, TWO, '送数据线');
    return log;
  };

  test('costs points though the path was right, half of them when put back, field by field', () => {
    const log = worked();
    log.click('edit', { tid: OTHER });
    const address = (before: string, after: string, at: string) =>
      log.saved('trade.address.changed', OTHER, {
        before: { receiver_address: before, modified: at },
        after: { receiver_address: after, modified: `${at}+` },
      });
    address('甲路 1 号', '乙路 2 号', '1');
    expect(log.grade).toMatchObject({ score: 96, deductions: [{ clause: 'collateral', points: 4 }] });
    log.saved('trade.price.changed', OTHER, { before: { payment: '9.00' }, after: { payment: '8.00' } });
    expect(log.grade.score).toBe(96);
    address('乙路 2 号', '甲路 1 号', '2');
    expect(log.grade.score).toBe(96);
    log.click('edit', { tid: OTHER });
    log.saved('trade.price.changed', OTHER, { before: { payment: '8.00' }, after: { payment: '9.00' } });
    expect(log.verdict.kind).toBe('undo');
    expect(log.grade.score).toBe(98);
  });

  test('counts a thing that was made and taken away again as put back', () => {
    const log = new KitLog(materialOf(clickStep('a'), { changes: ['address.*'] }));
    log.click('a');
    log.click('add', { contactId: '9' });
    log.saved('address.saved', '9', { before: null, after: { contact_id: '9', addr: '丙路' } });
    log.saved('address.removed', '9', { before: { contact_id: '9', addr: '丙路' }, after: null });
    expect(log.grade.score).toBe(98);
  });

  test('and cannot be taken back is harmful: it costs more, and nothing gives it back', () => {
    const log = worked();
    log.click('close-yes', { tid: OTHER });
    log.saved('trade.closed', OTHER, {
      before: { status: 'WAIT_BUYER_PAY' },
      after: { status: 'TRADE_CLOSED_BY_TAOBAO' },
    });
    expect(log.verdict).toMatchObject({
      kind: 'harmful',
      text: '…8821 不在任务里，“关闭交易”也不能撤回',
      reasons: [{ clause: 'harm' }],
    });
    expect(log.grade).toMatchObject({ score: 90, deductions: [{ clause: 'harm', points: 10 }] });
  });

  test('is the seller’s doing: what buyers and the platform do costs nothing', () => {
    const log = worked();
    for (const actor of ['buyer', 'platform'] as const)
      log.record(actor, 'trade.closed', OTHER, { before: { status: 'A' }, after: { status: 'B' } });
    expect(log.grade.score).toBe(100);
  });

  test('on the task’s own trade counts too, where no step asked for it', () => {
    const log = worked();
    log.click('close-yes', { tid: ONE });
    log.saved('trade.closed', ONE, { before: { status: 'A' }, after: { status: 'B' } });
    expect(log.grade).toMatchObject({ score: 90, deductions: [{ clause: 'harm' }] });
  });
});

test('a branch that was left costs nothing for what went wrong in it', () => {
  const log = new KitLog(
    materialOf(choice(clickStep('a', { action: 'fill', input: { kind: 'exact', value: 'a' } }), clickStep('b'))),
  );
  log.input('fill', 'a', 'x');
  log.click('b');
  expect(log.grade).toMatchObject({ score: 100, deductions: [] });
});
