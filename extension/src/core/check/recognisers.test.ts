import { flagRemarkTable } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { recogniseAddress } from './address.ts';
import { recogniseBearer } from './bearer.ts';
import { recogniseCarrier } from './carrier.ts';
import { normalise } from './normalise.ts';
import type { Reading } from './outcome.ts';
import { recogniseAmount, recogniseQuantity } from './quantity.ts';
import { recogniseCondition, recogniseHold, recogniseShip } from './shipping.ts';
import { recogniseUntil } from './until.ts';
import { recogniseVariant } from './variant.ts';

const { vocabulary } = flagRemarkTable();
const reading = (body: string, facts: Record<string, string> = {}): Reading => ({
  body: normalise(body),
  facts,
  vocabulary,
  day: '2026-11-22',
});

describe('recogniseBearer', () => {
  it.each([
    ['运费买家付', 'buyer', 'stated'],
    ['运费：客人', 'buyer', 'stated'],
    ['邮费自理', 'buyer', 'stated'],
    ['差价客拍', 'buyer', 'stated'],
    ['补10块已拍', 'buyer', 'stated'],
    ['与买家说好运费我们承担', 'seller', 'stated'],
    ['差价不用买家出', 'seller', 'stated'],
    ['店里出差价', 'seller', 'stated'],
    ['包邮', 'buyer', 'contradicted'],
    ['买家先垫付运费，我们返还', 'seller', 'stated'],
    ['往返运费买家付', 'buyer', 'stated'],
    ['不包邮', 'buyer', 'stated'],
    ['买家出差', 'buyer', 'missing'],
    ['买家已付款', 'seller', 'missing'],
    ['运费已谈好', 'buyer', 'missing'],
  ])('%s · %s: %s', (body, side, state) => {
    expect(recogniseBearer(side, reading(body)).state).toBe(state);
  });
});

describe('recogniseCarrier', () => {
  it.each([
    ['不发圆通，改发EMS', 'EMS', 'stated'],
    ['邮政特快', 'EMS', 'stated'],
    ['SF', '顺丰', 'stated'],
    ['顺丰改EMS', '顺丰', 'contradicted'],
    ['韵达到不了', '中通', 'missing'],
    ['非顺丰不要', '顺丰', 'stated'],
    ['不要顺丰', '顺丰', 'contradicted'],
    ['items', 'EMS', 'missing'],
    ['发跨越', '跨越速运', 'stated'],
  ])('%s · %s: %s', (body, wanted, state) => {
    expect(recogniseCarrier(wanted, reading(body)).state).toBe(state);
  });
});

describe('recogniseAddress', () => {
  const address = '四川省成都市武侯区人民南路四段27号商鼎国际1栋902';
  it.each([
    ['成都武侯人民南路4段27号', 'stated'],
    ['商鼎国际1-902', 'stated'],
    ['人民南路四段27号，电话13800001111', 'stated'],
    ['人民南路', 'missing'],
    ['成都', 'missing'],
    ['人民南路四段28号', 'contradicted'],
    ['商鼎国际2栋902', 'contradicted'],
    ['北京市建国路88号', 'contradicted'],
    ['原地址', 'contradicted'],
  ])('%s: %s', (body, state) => {
    expect(recogniseAddress(address, reading(body)).state).toBe(state);
  });
});

describe('recogniseVariant', () => {
  it.each([
    ['XL蓝色', 'stated'],
    ['换蓝的XL', 'stated'],
    ['换蓝色', 'stated'],
    ['换红色XL', 'contradicted'],
    ['换黑色XL', 'contradicted'],
    ['换蓝色L', 'contradicted'],
    ['红色XL不喜欢', 'missing'],
    ['深蓝色XL', 'contradicted'],
    ['送红包', 'missing'],
  ])('蓝色 XL for 红色 XL in %s: %s', (body, state) => {
    expect(recogniseVariant('蓝色 XL', reading(body), '红色 XL').state).toBe(state);
  });

  it.each([
    ['曜石黑512GB没货', 'stated'],
    ['512g 曜石黑', 'stated'],
    ['曜石黑没货', 'missing'],
    ['曜石黑256G', 'contradicted'],
  ])('曜石黑 512G in %s: %s', (body, state) => {
    expect(recogniseVariant('曜石黑 512G', reading(body)).state).toBe(state);
  });

  it('takes 同款 where nothing changes, and only there', () => {
    expect(recogniseVariant('黑色 L', reading('换同款'), '黑色 L').state).toBe('stated');
    expect(recogniseVariant('黑色 L', reading('换同款'), '黑色 M').state).toBe('missing');
  });
});

describe('recogniseQuantity and recogniseAmount', () => {
  it.each([
    ['红色XL 2件', 'stated'],
    ['红色XLx2', 'stated'],
    ['两条', 'stated'],
    ['红1件蓝1件', 'stated'],
    ['数量无误', 'stated'],
    ['3件', 'contradicted'],
    ['等2个月', 'missing'],
  ])('2 in %s: %s', (body, state) => {
    expect(recogniseQuantity('2', reading(body)).state).toBe(state);
  });

  it.each([
    ['10.00元', 'stated'],
    ['十块', 'stated'],
    ['邮费10', 'stated'],
    ['12元', 'contradicted'],
    ['10件', 'missing'],
  ])('10 yuan in %s: %s', (body, state) => {
    expect(recogniseAmount('10', reading(body)).state).toBe(state);
  });
});

describe('recogniseUntil', () => {
  it.each([
    ['28号前不发', 'stated'],
    ['下周六再发', 'stated'],
    ['六天后发', 'stated'],
    ['月底再发', 'stated'],
    ['30号再发', 'contradicted'],
    ['11.20来电', 'missing'],
    ['在搬家', 'stated'],
    ['等通知', 'missing'],
  ])('2026-11-28 or 搬家 in %s: %s', (body, state) => {
    expect(recogniseUntil(reading(body, { until: '2026-11-28', reason: '搬家' })).state).toBe(state);
  });
});

describe('shipping', () => {
  it.each([
    ['先不要给他发', 'stated'],
    ['12月1日发货', 'stated'],
    ['28号后尽快发', 'stated'],
    ['尽快发', 'contradicted'],
    ['之前先别发，现在可以发了', 'contradicted'],
    ['买家搬家', 'missing'],
  ])('hold in %s: %s', (body, state) => {
    expect(recogniseHold(reading(body)).state).toBe(state);
  });

  it.each([
    ['之前暂不发，现在可以发了', 'stated'],
    ['可以发了，又说先别发', 'contradicted'],
    ['开发票', 'missing'],
    ['不用等了，发出', 'stated'],
    ['可以发了，保留赠品手机壳', 'stated'],
    ['可发，勿漏发赠品，不要发圆通', 'stated'],
    ['补单已付，一起发，附钢化膜', 'stated'],
    ['收到退件后再发', 'contradicted'],
  ])('ship in %s: %s', (body, state) => {
    expect(recogniseShip(reading(body)).state).toBe(state);
  });

  it('takes anything beyond "please ship" for the condition, but not the kept promise', () => {
    expect(recogniseCondition(reading('请安排发货')).state).toBe('missing');
    expect(recogniseCondition(reading('到约定日期，请发货')).state).toBe('stated');
    expect(recogniseCondition(reading('请发货，送数据线', { keep: '数据线' })).state).toBe('missing');
  });
});
