import { buildWorld, type FreightTemplate, type SellerAddress, type World } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import type { Command } from '../command.ts';
import { postage } from './freight.ts';
import { PROVINCE_CODES, REGIONS } from './regions.ts';

type Save = Extract<Command, { type: 'address.save' }>;
type Freight = Extract<Command, { type: 'freight.save' }>;

const { addresses, carriers, freight } = buildWorld('flag-remarks', 1);
const shop = (parts: Partial<World> = {}): Played => new Played({ addresses, carriers, freight, ...parts });
const library = ({ state }: Played): SellerAddress[] => [...state.addresses.values()];
const defaults = (played: Played) => [
  library(played)
    .filter((one) => one.send_def)
    .map((one) => one.contact_id),
  library(played)
    .filter((one) => one.cancel_def)
    .map((one) => one.contact_id),
];

const save = (parts: Partial<Save> = {}): Save => ({
  type: 'address.save',
  actor: 'seller',
  contact_name: '小陈',
  province: '江苏省',
  city: '苏州市',
  country: '姑苏区',
  addr: '平江路 8 号',
  zip_code: '215000',
  phone: '',
  mobile_phone: '13812345678',
  memo: '',
  send_def: false,
  cancel_def: false,
  ...parts,
});

describe('the address library', () => {
  it('takes a new address, trimmed, under a number of its own', () => {
    const played = shop();
    const [record] = played.run(save({ contact_name: ' 小陈 ' }));
    expect(record).toMatchObject({
      type: 'address.saved',
      data: {
        before: null,
        after: { contact_name: '小陈', send_def: false, modify_date: '2026-11-22T10:05:00+08:00' },
      },
    });
    expect(library(played)).toHaveLength(4);
    expect(record?.data.also).toBeUndefined();
    // The number of one that is gone never comes back.
    played.run({ type: 'address.remove', actor: 'seller', contact_id: record?.subject ?? '' });
    const [again] = played.run(save());
    expect(again?.subject).not.toBe(record?.subject);
  });

  it('has one default for sending and one for returning at any time', () => {
    const played = shop();
    expect(defaults(played)).toEqual([['300102'], ['300103']]);
    const [fresh] = played.run(save({ send_def: true }));
    expect(defaults(played)).toEqual([[fresh?.subject], ['300103']]);
    expect(fresh?.data.also).toMatchObject([{ kind: 'address', id: '300102', after: { send_def: false } }]);
    const own = library(played).find((one) => one.contact_id === '300103');
    if (!own) throw new Error('gone');
    expect(played.refusal(save({ ...own, type: 'address.save', cancel_def: false }))).toBe(
      'isv.invalid-parameter:cancel_def',
    );
    played.run(save({ ...own, send_def: true }));
    expect(defaults(played)).toEqual([['300103'], ['300103']]);
  });

  it('makes the first address both defaults, and may become empty', () => {
    const played = shop({ addresses: [] });
    const [first] = played.run(save());
    expect(defaults(played)).toEqual([[first?.subject], [first?.subject]]);
    expect(played.refusal(save({ contact_id: first?.subject ?? '' }))).toBe('');
    expect(defaults(played)).toEqual([[first?.subject], [first?.subject]]);
    played.run({ type: 'address.remove', actor: 'seller', contact_id: first?.subject ?? '' });
    expect(library(played)).toEqual([]);
  });

  it('hands a default over when it goes: to the one named, else to the one changed last', () => {
    const named = shop();
    const [record] = named.run({ type: 'address.remove', actor: 'seller', contact_id: '300102', heir: '300101' });
    expect(defaults(named)).toEqual([['300101'], ['300103']]);
    expect(record).toMatchObject({ data: { after: null, also: [{ id: '300101', after: { send_def: true } }] } });
    const unnamed = shop();
    const [fresh] = unnamed.run(save());
    unnamed.run({ type: 'address.remove', actor: 'seller', contact_id: '300102' });
    expect(defaults(unnamed)).toEqual([[fresh?.subject], ['300103']]);
  });

  it('keeps no record of nothing', () => {
    const played = shop();
    const [one] = library(played);
    if (!one) throw new Error('empty');
    expect(played.run(save(one))).toEqual([]);
  });

  it('takes a county that has no city, a phone instead of a mobile, and no postcode', () => {
    const county = { province: '河南省', city: '', country: '济源市', zip_code: '459000' };
    expect(shop().refusal(save(county))).toBe('');
    for (const phone of ['0571-86201188', '057186201188', '86201188-8001', '400-123-4567'])
      expect(shop().refusal(save({ mobile_phone: '', phone }))).toBe('');
    expect(shop().refusal(save({ zip_code: '' }))).toBe('');
  });

  it.each<[string, Partial<Save>, string]>([
    ['no name', { contact_name: ' ' }, 'isv.missing-parameter:contact_name'],
    ['no province', { province: '' }, 'isv.missing-parameter:province'],
    ['a province there is not', { province: '江南省' }, 'isv.invalid-parameter:province'],
    ['neither city nor county', { city: '', country: '' }, 'isv.missing-parameter:city'],
    ['no street', { addr: '' }, 'isv.missing-parameter:addr'],
    ['a street over the limit', { addr: '路'.repeat(115) }, 'isv.invalid-parameter:addr'],
    ['a street on two lines', { addr: '平江路\n8 号' }, 'isv.invalid-parameter:addr'],
    ['a name over the limit', { contact_name: '陈'.repeat(26) }, 'isv.invalid-parameter:contact_name'],
    ['an emoji', { memo: '仓库😀' }, 'isv.invalid-parameter:memo'],
    ['five digits of postcode', { zip_code: '21500' }, 'isv.invalid-parameter:zip_code'],
    ['another province’s postcode', { zip_code: '310000' }, 'isv.invalid-parameter:zip_code'],
    ['no number to call', { mobile_phone: '' }, 'isv.missing-parameter:mobile_phone'],
    ['a wrong mobile', { mobile_phone: '12812345678' }, 'isv.invalid-parameter:mobile_phone'],
    ['a wrong phone', { phone: '12-34' }, 'isv.invalid-parameter:phone'],
    ['an address that is not there', { contact_id: '1' }, 'isv.address-not-exist'],
  ])('refuses %s', (_name, parts, refusal) => {
    expect(shop().refusal(save(parts))).toBe(refusal);
  });

  it('refuses to remove what is not there, and an heir that is not', () => {
    const remove = (contact_id: string, heir?: string): Command => ({
      type: 'address.remove',
      actor: 'seller',
      contact_id,
      ...(heir !== undefined && { heir }),
    });
    expect(shop().refusal(remove(''))).toBe('isv.missing-parameter:contact_id');
    expect(shop().refusal(remove('1'))).toBe('isv.address-not-exist');
    expect(shop().refusal(remove('300102', '300102'))).toBe('isv.invalid-parameter:heir');
  });

  it('holds fifty', () => {
    const played = shop({ addresses: [] });
    for (let i = 0; i < 50; i++) played.run(save());
    expect(played.refusal(save())).toBe('isv.address-too-many');
  });
});

describe('the carriers', () => {
  const turn = (code: string, enabled: boolean): Command => ({
    type: 'carrier.switch',
    actor: 'seller',
    code,
    enabled,
  });

  it('are opened and closed, the last one not', () => {
    const played = shop();
    expect(played.run(turn('ZTO', false))).toMatchObject([
      { type: 'carrier.switched', subject: 'ZTO', data: { before: { enabled: true }, after: { enabled: false } } },
    ]);
    expect(played.run(turn('ZTO', false))).toEqual([]);
    const open = [...played.state.carriers.values()].filter((one) => one.enabled);
    const refusals = open.map(({ code }) => played.refusal(turn(code, false)));
    expect(refusals).toEqual([...open.slice(1).map(() => ''), 'isv.carrier-last']);
    played.run(turn('DBL', true));
    expect(played.state.carriers.get('DBL')?.enabled).toBe(true);
  });

  it('are known by their code', () => {
    expect(shop().refusal(turn('', true))).toBe('isv.missing-parameter:code');
    expect(shop().refusal(turn('XX', true))).toBe('isv.carrier-not-exist');
  });
});

describe('freight templates', () => {
  const entry = (states: string[], more: Partial<FreightTemplate['fee_list'][number]> = {}) => ({
    states,
    start_standard: 1,
    start_fee: '8.00',
    add_standard: 1,
    add_fee: '2.00',
    ...more,
  });
  const template = (parts: Partial<Freight> = {}): Freight => ({
    type: 'freight.save',
    actor: 'seller',
    name: '大件',
    assumer: 0,
    valuation: 0,
    fee_list: [entry([]), entry(['浙江省', '上海市'], { start_fee: '6.00', add_standard: 2 })],
    ...parts,
  });

  it('are added, changed and removed', () => {
    const played = shop();
    const [record] = played.run(template({ name: ' 大件 ' }));
    const template_id = record?.subject ?? '';
    expect(played.state.freight.get(template_id)).toMatchObject({
      name: '大件',
      modified: '2026-11-22T10:05:00+08:00',
    });
    played.wait(60_000);
    expect(played.run(template({ template_id }))).toEqual([]);
    expect(played.run(template({ template_id, name: '小件' }))).toMatchObject([{ data: { after: { name: '小件' } } }]);
    played.run({ type: 'freight.remove', actor: 'seller', template_id });
    expect(played.state.freight.size).toBe(2);
  });

  it('are free where the seller pays, whatever the fees say', () => {
    const played = shop();
    const [record] = played.run(template({ assumer: 1, fee_list: [] }));
    const free = played.state.freight.get(record?.subject ?? '');
    expect(free?.fee_list).toHaveLength(1);
    expect(free && postage(free, '浙江省', 9)).toBe(0);
  });

  it('count the first pieces, then each further ones begun', () => {
    const one = { assumer: 0 as const, fee_list: template().fee_list };
    expect([1, 2, 3, 4].map((n) => postage(one, '浙江省', n))).toEqual([600, 800, 800, 1000]);
    expect([1, 2, 3].map((n) => postage(one, '广东省', n))).toEqual([800, 1000, 1200]);
    const heavy = { assumer: 0 as const, fee_list: [entry([], { add_standard: 0.1, add_fee: '0.10' })] };
    expect([0.5, 1, 1.3, 1.31].map((kg) => postage(heavy, '广东省', kg))).toEqual([800, 800, 830, 840]);
  });

  it.each<[string, Partial<Freight>, string]>([
    ['no name', { name: ' ' }, 'isv.missing-parameter:name'],
    ['a name over the limit', { name: '模'.repeat(26) }, 'isv.invalid-parameter:name'],
    ['a name that is taken', { name: '普通快递' }, 'isv.invalid-parameter:name'],
    ['nobody who pays', { assumer: 2 }, 'isv.invalid-parameter:assumer'],
    ['no way of counting', { valuation: 3 }, 'isv.invalid-parameter:valuation'],
    ['no default', { fee_list: [entry(['浙江省'])] }, 'isv.invalid-parameter:fee_list'],
    ['two defaults', { fee_list: [entry([]), entry([])] }, 'isv.invalid-parameter:fee_list'],
    [
      'a province twice',
      { fee_list: [entry([]), entry(['浙江省']), entry(['上海市', '浙江省'])] },
      'isv.invalid-parameter:fee_list',
    ],
    ['a province there is not', { fee_list: [entry([]), entry(['江南省'])] }, 'isv.invalid-parameter:fee_list'],
    ['no piece', { fee_list: [entry([], { start_standard: 0 })] }, 'isv.invalid-parameter:fee_list'],
    ['half a piece', { fee_list: [entry([], { add_standard: 1.5 })] }, 'isv.invalid-parameter:fee_list'],
    [
      'a hundredth of a kg',
      { valuation: 1, fee_list: [entry([], { add_standard: 0.05 })] },
      'isv.invalid-parameter:fee_list',
    ],
    ['a negative fee', { fee_list: [entry([], { start_fee: '-1.00' })] }, 'isv.invalid-parameter:fee_list'],
    ['a fee that is no amount', { fee_list: [entry([], { add_fee: '2' })] }, 'isv.invalid-parameter:fee_list'],
    ['too high a fee', { fee_list: [entry([], { add_fee: '1000.00' })] }, 'isv.invalid-parameter:fee_list'],
    ['a template that is not there', { template_id: '1' }, 'isv.template-not-exist'],
  ])('refuse %s', (_name, parts, refusal) => {
    expect(shop().refusal(template(parts))).toBe(refusal);
  });

  it('are never all removed', () => {
    const played = shop();
    const remove = (template_id: string): Command => ({ type: 'freight.remove', actor: 'seller', template_id });
    expect(played.refusal(remove(''))).toBe('isv.missing-parameter:template_id');
    expect(played.refusal(remove('1'))).toBe('isv.template-not-exist');
    expect([...played.state.freight.keys()].map((id) => played.refusal(remove(id)))).toEqual(['', 'isv.template-last']);
  });
});

it('the large areas hold every province once', () => {
  const names = REGIONS.flatMap(({ provinces }) => provinces);
  expect(names).toHaveLength(34);
  expect(new Set(names)).toEqual(new Set(PROVINCE_CODES.keys()));
  expect([...PROVINCE_CODES.values()].every((code) => /^\d{2}0000$/.test(code))).toBe(true);
});
