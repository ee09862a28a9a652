import { loadTraining } from 'fixtures';
import { beforeEach, describe, expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import { clockHeld } from './clock-held.ts';
import { accountsOf, rulesOf, signedIn } from './round.ts';

const PASSWORD = '123456';
const training = await loadTraining();
let shop: Played;
beforeEach(() => {
  shop = new Played();
  shop.state.training = training;
});

const signIn = (account: string, password = PASSWORD) => shop.run({ type: 'account.sign-in', account, password });
const why = (command: Parameters<Played['run']>[0]): string => {
  try {
    shop.run(command);
  } catch (error) {
    return String(error).replace('Error: refused: ', '');
  }
  return '';
};
/** A round of 网店客服系统; its rules as the shop's are now. */
const startRound = () => shop.run({ type: 'shift.start', kind: 'service', day: 1440 });
const exam = () => {
  signIn('admin');
  shop.run({ type: 'rules.change', rules: training.PRESETS.exam });
};

describe('signing in', () => {
  it('says who it is, whatever the case and the spaces around, and never the password', () => {
    const [record] = signIn(' XS07 ');
    expect(record).toMatchObject({
      type: 'account.signed-in',
      actor: 'seller',
      data: { name: '郑凯文', role: 'student', after: { account: 'xs07' } },
    });
    expect(signedIn(shop.state)).toMatchObject({ account: 'xs07', no: 7, class: '电商 2401', group: '第 2 组' });
    signIn('teacher');
    shop.run({ type: 'account.sign-out' });
    expect(signedIn(shop.state)).toBeUndefined();
    expect(why({ type: 'account.sign-in', account: 'xs01', password: 'secret-9' })).toContain('isv.wrong-password');
    expect(JSON.stringify(shop.records)).not.toMatch(/123456|secret-9/);
  });

  it('again as the same person, or out when nobody is in, is no news', () => {
    signIn('xs01');
    expect(signIn('xs01')).toEqual([]);
    shop.run({ type: 'account.sign-out' });
    expect(shop.run({ type: 'account.sign-out' })).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['', PASSWORD, 'isv.missing-parameter:account'],
    ['  ', PASSWORD, 'isv.missing-parameter:account'],
    ['xs41', PASSWORD, 'isv.account-not-exist'],
    ['__proto__', PASSWORD, 'isv.account-not-exist'],
    ['xs01', '', 'isv.missing-parameter:password'],
    ['xs01', '12345', 'isv.wrong-password'],
  ])('as %j with %j is refused', (account, password, sub_code) => {
    expect(shop.refusal({ type: 'account.sign-in', account, password })).toBe(sub_code);
    expect(signedIn(shop.state)).toBeUndefined();
  });

  it('or out is refused while a round goes on', () => {
    signIn('xs01');
    startRound();
    expect(shop.refusal({ type: 'account.sign-in', account: 'xs02', password: PASSWORD })).toBe('isv.shift-running');
    expect(shop.refusal({ type: 'account.sign-out' })).toBe('isv.shift-running');
    shop.run({ type: 'shift.end', shift_id: 'service-1' });
    signIn('xs02');
  });
});

describe('the roster', () => {
  const NEW = [
    { account: 'a1', name: ' 甲 ', class: '网店 1 班', group: '一组' },
    { account: 'a2', name: '乙' },
  ];

  it('of the teacher takes the place of the students before; staff stays', () => {
    signIn('teacher');
    const [record] = shop.run({ type: 'roster.replace', accounts: NEW });
    expect(record).toMatchObject({ type: 'roster.replaced', actor: 'admin' });
    expect(accountsOf(shop.state)).toMatchObject([
      { account: 'a1', name: '甲', role: 'student', class: '网店 1 班', group: '一组', no: 1 },
      { account: 'a2', name: '乙', role: 'student', class: '', group: '', no: 2 },
      { account: 'teacher' },
      { account: 'judge' },
      { account: 'admin' },
    ]);
    expect(shop.refusal({ type: 'account.sign-in', account: 'xs01', password: PASSWORD })).toBe(
      'isv.account-not-exist',
    );
    signIn('A2');
    expect(signedIn(shop.state)).toMatchObject({ name: '乙' });
  });

  it.each<[string, unknown, string]>([
    ['no list', { 0: NEW[0] }, '名单里一个人也没有'],
    ['an empty list', [], '名单里一个人也没有'],
    [
      'too many',
      Array.from({ length: 501 }, (_, i) => ({ account: `a${i}`, name: '甲' })),
      '名单最多 500 人，这一份有 501 人',
    ],
    ['no account', [{ name: '甲' }], '第 1 人：没有账号'],
    ['nothing', [NEW[0], null], '第 2 人：没有账号'],
    ['a strange account', [{ account: '小王', name: '甲' }], '第 1 人：账号只能用字母、数字、_ 和 -'],
    ['a long account', [{ account: 'a'.repeat(21), name: '甲' }], '第 1 人：账号超过 20 个字'],
    ['no name', [{ account: 'a1', name: ' ' }], '第 1 人：没有姓名'],
    ['a long name', [{ account: 'a1', name: '名'.repeat(21) }], '第 1 人：姓名超过 20 个字'],
    ['a long class', [{ account: 'a1', name: '甲', class: '班'.repeat(21) }], '第 1 人：班级超过 20 个字'],
    ['a long group', [{ account: 'a1', name: '甲', group: '组'.repeat(21) }], '第 1 人：小组超过 20 个字'],
    ['an account twice', [NEW[0], { account: 'A1', name: '丙' }], '第 2 人：账号 A1 和第 1 人重复'],
    ['staff', [{ account: 'Admin', name: '甲' }], '第 1 人：账号 Admin 是平台自己的账号，请换一个'],
  ])('with %s is refused', (_, accounts, reason) => {
    signIn('teacher');
    expect(why({ type: 'roster.replace', accounts })).toBe(`isv.invalid-parameter:accounts ${reason}`);
    expect(accountsOf(shop.state)).toHaveLength(43);
  });

  it.each(['', 'xs01', 'judge'])('is not for %j to replace', (account) => {
    if (account) signIn(account);
    expect(shop.refusal({ type: 'roster.replace', accounts: NEW })).toBe('isv.permission-denied');
  });

  it('is not replaced while a round goes on', () => {
    signIn('teacher');
    startRound();
    expect(shop.refusal({ type: 'roster.replace', accounts: NEW })).toBe('isv.shift-running');
  });
});

describe('rules', () => {
  it('are kept for the rounds to come; one that goes on keeps its own', () => {
    signIn('teacher');
    startRound();
    shop.run({ type: 'rules.change', rules: training.PRESETS.exam });
    expect(rulesOf(shop.state).preset).toBe('exam');
    expect(shop.state.shifts.get('service-1')?.rules.preset).toBe('normal');
    const [record] = shop.run({ type: 'rules.change', rules: training.PRESETS.easy });
    expect(record).toMatchObject({ type: 'rules.changed', actor: 'admin', data: { before: { preset: 'exam' } } });
    expect(shop.run({ type: 'rules.change', rules: training.PRESETS.easy })).toEqual([]);
  });

  it('that are not sound are refused by the entry’s name', () => {
    signIn('admin');
    const { normal } = training.PRESETS;
    expect(why({ type: 'rules.change', rules: { ...normal, service: { ...normal.service, pre: -1 } } })).toBe(
      'isv.invalid-parameter:rules 网店客服系统的售前占比：要是 0 到 100 的整数',
    );
    expect(shop.refusal({ type: 'rules.change', rules: undefined })).toBe('isv.invalid-parameter:rules');
    expect(rulesOf(shop.state)).toBe(training.PRESETS.normal);
  });

  it.each(['', 'xs01', 'judge'])('are not for %j to change', (account) => {
    if (account) signIn(account);
    expect(shop.refusal({ type: 'rules.change', rules: training.PRESETS.easy })).toBe('isv.permission-denied');
  });
});

describe('the clock', () => {
  it('is free until a round begins, and again when it is over', () => {
    expect(clockHeld(shop.state, { sim: 0 })).toBeUndefined();
    signIn('xs01');
    startRound();
    expect(clockHeld(shop.state, { sim: 0 })).toMatchObject({ sub_code: 'isv.shift-running' });
    expect(clockHeld(shop.state, { day: 60 })).toMatchObject({ sub_code: 'isv.shift-running' });
    expect(clockHeld(shop.state, { paused: true })).toBeUndefined();
    expect(clockHeld(shop.state, { paused: false })).toBeUndefined();
    shop.run({ type: 'shift.end', shift_id: 'service-1' });
    expect(clockHeld(shop.state, { sim: 0 })).toBeUndefined();
  });

  it('is not paused either where the rules say so', () => {
    exam();
    signIn('xs01');
    startRound();
    expect(clockHeld(shop.state, { paused: true })).toMatchObject({ sub_msg: '这一轮的规则不许暂停' });
    expect(clockHeld(shop.state, { paused: false })).toBeUndefined();
  });
});

describe('rounds', () => {
  it.each<[string, Parameters<Played['run']>[0], string]>([
    ['nobody', { type: 'shift.start', kind: 'service', day: 1440 }, 'isv.not-signed-in'],
    ['no kind', { type: 'shift.start', kind: 'x', day: 1440 }, 'isv.invalid-parameter:kind'],
    ['no number', { type: 'shift.end', shift_id: '' }, 'isv.missing-parameter:shift_id'],
    ['none of that number', { type: 'shift.end', shift_id: 'service-9' }, 'isv.shift-not-exist'],
  ])('are refused for %s', (_, command, sub_code) => {
    expect(shop.refusal(command)).toBe(sub_code);
  });

  it('go one at a time, and end once', () => {
    signIn('xs01');
    startRound();
    expect(shop.refusal({ type: 'shift.start', kind: 'service', day: 1440 })).toBe('isv.shift-running');
    shop.run({ type: 'shift.end', shift_id: 'service-1' });
    expect(shop.refusal({ type: 'shift.end', shift_id: 'service-1' })).toBe('isv.shift-over');
    startRound();
    expect([...shop.state.shifts.keys()]).toEqual(['service-1', 'service-2']);
  });
});
