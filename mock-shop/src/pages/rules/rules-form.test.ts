import { loadTraining, RULE_FIELDS, type TrainingRules } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { formOf, ruleChanges, rulesIn } from './rules-form.ts';

const { PRESETS, checkedRules } = await loadTraining();
const { easy, normal, exam } = PRESETS;
const form = (rules: TrainingRules) => formOf(rules, RULE_FIELDS, normal.orders.carriers);
const fault = (path: string, typed: string): unknown => {
  const typing = form(normal);
  const checked = checkedRules(rulesIn({ ...typing, fields: { ...typing.fields, [path]: typed } }, RULE_FIELDS));
  return 'fault' in checked ? checked.fault : Reflect.get(checked.rules, path.split('.')[0] ?? '');
};

describe('the form of the rules', () => {
  it.each([easy, normal, exam])('says of $preset what it is', (rules) => {
    expect(checkedRules(rulesIn(form(rules), RULE_FIELDS))).toEqual({ rules });
  });

  it('takes amounts and empty limits as people type them', () => {
    expect(fault('orders.funds', ' 1200 ')).toMatchObject({ funds: '1200.00' });
    expect(fault('orders.funds', '0.5')).toMatchObject({ funds: '0.50' });
    expect(fault('orders.limit', '')).toMatchObject({ limit: null });
    expect(fault('orders.pieces', '2-9')).toMatchObject({ pieces: [2, 9] });
  });

  it.each<[string, string, string]>([
    ['service.visitors', '', '网店客服系统的来访人数：要是 1 到 1000 的整数'],
    ['service.visitors', '很多', '网店客服系统的来访人数：要是 1 到 1000 的整数'],
    ['service.visitors', '1.5', '网店客服系统的来访人数：要是 1 到 1000 的整数'],
    ['orders.funds', '-3', '网店订单管理的初始可用资金：要写成两位小数的金额，如 12.00'],
    ['orders.pieces', '9-2', '网店订单管理的每单件数：件数的下限不能大于上限'],
    ['orders.pieces', '-', '网店订单管理的每单件数：要是 1 到 999 的整数'],
  ])('%s typed as %j: %s', (path, typed, why) => {
    expect(fault(path, typed)).toBe(why);
  });

  it('knows carriers that do not take part, and their tariffs', () => {
    const few = { ...normal, orders: { ...normal.orders, carriers: normal.orders.carriers.slice(0, 2) } };
    const typing = form(few);
    expect(typing.carriers.map(({ on }) => on)).toEqual(normal.orders.carriers.map((_, i) => i < 2));
    const [first] = typing.carriers;
    if (first?.zones[0]) first.zones[0] = { fee: '9', days: '4' };
    const checked = checkedRules(rulesIn(typing, RULE_FIELDS)) as { rules: TrainingRules };
    expect(checked.rules.orders.carriers).toHaveLength(2);
    expect(checked.rules.orders.carriers[0]?.zones[0]).toMatchObject({ fee: '9.00', days: 4 });
  });
});

describe('what changes', () => {
  it('is told by name, with units', () => {
    const { carriers } = easy.orders;
    const changes = ruleChanges(
      easy,
      { ...exam, orders: { ...exam.orders, carriers: carriers.slice(1) } },
      RULE_FIELDS,
    );
    expect(changes).toContainEqual({ name: '允许暂停', before: '是', after: '否' });
    expect(changes).toContainEqual({ name: '客服 · 来访人数', before: '12 人', after: '24 人' });
    expect(changes).toContainEqual({ name: '订单 · 丢单时限', before: '不会丢', after: '180 秒' });
    expect(changes).toContainEqual({ name: '订单 · 每单件数', before: '1-5 件', after: '1-33 件' });
    expect(changes.at(-1)).toMatchObject({ name: '中通快递', after: '不参加' });
    expect(ruleChanges(easy, easy, RULE_FIELDS)).toEqual([]);
  });
});
