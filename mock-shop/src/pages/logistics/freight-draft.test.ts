import { expect, it } from 'vitest';
import { draftFault, draftOf, type FreightDraft, NEW_DRAFT, NEW_FEE, templateOf } from './freight-draft.ts';

const fee = { ...NEW_FEE, start_fee: '8', add_fee: '2.5' };
const draft = (parts: Partial<FreightDraft> = {}): FreightDraft => ({
  ...NEW_DRAFT,
  name: '大件',
  fees: [fee],
  ...parts,
});

it('keeps what is typed as TOP writes it, and shows it again', () => {
  const kept = templateOf(draft({ fees: [fee, { ...fee, states: ['浙江省'], start_standard: '2' }] }));
  expect(kept.fee_list).toEqual([
    { states: [], start_standard: 1, start_fee: '8.00', add_standard: 1, add_fee: '2.50' },
    { states: ['浙江省'], start_standard: 2, start_fee: '8.00', add_standard: 1, add_fee: '2.50' },
  ]);
  expect(templateOf(draftOf({ ...kept, fee_list: kept.fee_list.toReversed() }))).toEqual(kept);
});

it('has no fees where the seller pays, and asks for them when the buyer is to pay after all', () => {
  const free = templateOf(draft({ assumer: 1, fees: [NEW_FEE] }));
  expect(free.fee_list).toEqual([]);
  expect(draftFault({ ...draftOf(free), assumer: 0 })).toContain('默认运费：运费写成元');
});

it.each<[string, Partial<FreightDraft>, string | undefined]>([
  ['a whole one', {}, undefined],
  ['no name', { name: ' ' }, '请填写模板名称'],
  ['a line without places', { fees: [fee, fee] }, '指定地区的第 1 行还没有选择地区'],
  ['half a piece', { fees: [{ ...fee, start_standard: '1.5' }] }, '默认运费：件数是 1 到 999 的整数'],
  [
    'a fee that is no amount',
    { fees: [fee, { ...fee, states: ['青海省', '甘肃省'], add_fee: '两元' }] },
    '青海省等地区：运费写成元，最多两位小数，例如 8.00',
  ],
  [
    'the same place twice',
    { fees: [fee, ...['', ''].map(() => ({ ...fee, states: ['青海省'] }))] },
    '青海省出现了两次，一个省份只能有一种运费',
  ],
])('says what is wrong with %s', (_name, parts, fault) => {
  expect(draftFault(draft(parts))).toBe(fault);
});
