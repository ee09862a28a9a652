import { flagRemarkTable } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { recogniseGift, recogniseKept } from './gift.ts';
import { normalise } from './normalise.ts';
import type { Reading } from './outcome.ts';
import { recogniseRating } from './rating.ts';
import { recogniseCause, recogniseTopic } from './topic.ts';

const { vocabulary } = flagRemarkTable();
const reading = (body: string): Reading => ({ body: normalise(body), facts: {}, vocabulary, day: '2026-11-22' });

describe('topics', () => {
  it.each([
    ['数据线', '随单附充电线', 'stated'],
    ['数据线', '送耳机', 'missing'],
    ['数据线', '数据线不用送了', 'contradicted'],
    ['数据线', '送数据线，不送耳机', 'stated'],
    ['数据线和手机壳', '送数据线', 'missing'],
    ['数据线和手机壳', '送数据线、壳子', 'stated'],
    ['生日贺卡', '手写贺卡一张', 'stated'],
    ['生日贺卡', '不用放贺卡了', 'contradicted'],
    ['小风扇', '小风扇没货了，改送雨伞', 'contradicted'],
  ])('gift %s in %s: %s', (gift, body, state) => {
    expect(recogniseGift(gift, reading(body)).state).toBe(state);
  });

  it.each([
    ['电池不耐用', '掉电快', 'stated'],
    ['电池不耐用', '屏幕碎了', 'missing'],
    ['电池不耐用', '电池用着不行', 'stated'],
    ['尺码偏小', '换个尺码', 'missing'],
    ['尺码偏小', '尺码偏大', 'contradicted'],
    ['补差价20元', '差价补拍二十元', 'stated'],
    ['补差价20元', '差价补拍30元', 'contradicted'],
    ['颜色不喜欢', '换蓝色', 'missing'],
    ['袖子开线', '袖口脱线', 'stated'],
  ])('%s in %s: %s', (topic, body, state) => {
    expect(recogniseTopic(topic, reading(body)).state).toBe(state);
  });

  it('tells ratings apart, and takes 中差评 for none', () => {
    expect(recogniseRating('中评', reading('给了中评')).state).toBe('stated');
    expect(recogniseRating('中评', reading('给了差评')).state).toBe('contradicted');
    expect(recogniseRating('中评', reading('中差评')).state).toBe('missing');
  });

  it.each([
    ['鞋子挤脚', '穿着走路脚疼，换39码，邮费客付', 'stated'],
    ['鞋子挤脚', '换39码，邮费客付，退件到了发', 'missing'],
    ['与男朋友撞色想换', '撞色了', 'stated'],
    ['手机发热', '包装简陋，已道歉', 'missing'],
    ['手机发热', '物流慢，已道歉', 'missing'],
    ['客服回复慢', '快递慢，已致歉', 'missing'],
    ['客服回复慢', '嫌回得慢，已致歉', 'stated'],
    ['屏幕有划痕', '主管已跟进', 'missing'],
  ])('cause %s in %s: %s', (cause, body, state) => {
    expect(recogniseCause(cause, reading(body)).state).toBe(state);
  });

  it('looks for a promised courier under all its names', () => {
    expect(recogniseKept('送数据线、发顺丰', reading('走SF，附充电线')).state).toBe('stated');
    expect(recogniseKept('顺丰', reading('走圆通')).state).toBe('contradicted');
    expect(recogniseKept('数据线', reading('发货')).state).toBe('missing');
  });
});
