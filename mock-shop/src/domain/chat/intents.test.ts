import type { Intent } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { RULES } from './intent-rules.ts';
import { intentsOf } from './intents.ts';

/** What is said, and what it must come to among other things; with `!` what it must not. */
const SAID: readonly (readonly [string, string])[] = [
  ['亲，您好，在的呢', 'greet'],
  ['Hello，早上好', 'greet'],
  ['感谢您的支持', 'thanks'],
  ['辛苦您了，谢谢', 'thanks'],
  ['真的很抱歉，给您添麻烦了', 'apologise'],
  ['不好意思让您久等', 'apologise'],
  ['对不起，这是我们的疏忽', 'apologise'],
  ['给您赔个不是', 'apologise !compensate'],
  ['ｓｏｒｒｙ 亲', 'apologise'],
  ['换了是我也着急，非常理解您', 'empathise'],
  ['请您放心，我来跟进', 'empathise'],
  ['收货地址发我一下好吗', 'ask-address'],
  ['跟您核对一下收货地址：浙江省杭州市西湖区文三路 1 号', 'confirm-address'],
  ['地址是订单上那个，对吗？', 'confirm-address'],
  ['寄到苏州市姑苏区平江路 8 号 3 幢 201 室，没错吧', 'confirm-address'],
  ['收件人和电话有变化吗', 'ask-contact'],
  ['运单号码发您了', '!ask-contact'],
  ['给您发哪家快递？', 'ask-carrier'],
  ['改发顺丰可以的', 'ask-carrier'],
  ['默认ＥＭＳ', 'ask-carrier'],
  ['往返的运费谁来承担呢', 'ask-postage !ask-carrier'],
  ['快递费补10元', 'ask-postage !ask-carrier'],
  ['随单给您放一份小礼品', 'ask-gift'],
  ['再送您一条数据线', 'ask-gift'],
  ['已经送到驿站了', '!ask-gift'],
  ['能说说是什么原因吗', 'ask-reason'],
  ['怎么了亲，哪里不满意', 'ask-reason'],
  ['看到您打的中评了', 'ask-rating'],
  ['还有什么要求吗', 'ask-wants'],
  ['我给您备注好了', 'note-down'],
  ['您希望什么时候发', 'ask-time'],
  ['想换什么颜色、尺码', 'ask-variant ask-exchange'],
  ['换成XL码墨绿的对吧', 'ask-variant ask-exchange'],
  ['我明白了', '!ask-variant'],
  ['插个红旗', 'note-down !ask-variant'],
  ['您一共退了几件', 'ask-quantity'],
  ['两条裙子对吗', 'ask-quantity'],
  ['发您邮件了', '!ask-quantity'],
  ['退件寄出了吗，单号是多少', 'ask-return'],
  ['手机先走，膜后面补', 'ask-split'],
  ['差价您拍一下', 'ask-top-up'],
  ['今天给您安排发出', 'ask-ship'],
  ['暂时不能发货', '!ask-ship'],
  ['请问您收到货了吗', 'ask-received'],
  ['包裹收到没有', 'ask-received'],
  ['是不是家人或同事代收了', 'ask-received'],
  ['麻烦您再等等，到货就发', 'ask-wait'],
  ['请耐心等候', 'ask-wait'],
  ['那我把这笔交易关闭，可以吗', 'ask-close'],
  ['订单给您取消掉好不好', 'ask-close'],
  ['可不可以关闭这个订单', 'ask-close'],
  ['不会关闭您的订单', '!ask-close'],
  ['我们不会随便取消订单的，您放心', '!ask-close'],
  ['不好意思，关闭交易您看行吗', 'ask-close apologise'],
  ['帮您延长收货时间5天', 'ask-extend'],
  ['收货时间给您延７天', 'ask-extend'],
  ['不用延长收货', '!ask-extend'],
  ['请注意查收', 'ask-watch'],
  ['收件时请当面开箱验货，有异常请派送员签字盖章', 'ask-inspect'],
  ['这款缺货了', 'tell-stock'],
  ['仓库没货', 'tell-stock'],
  ['没有缺货哦，现货', '!tell-stock'],
  ['是不是缺货了', 'tell-stock'],
  ['您的包裹已发货，中通快递，单号 76300000000001', 'announce-shipped tell-waybill ask-carrier'],
  ['已经发出了，YT１２３４５６７８９０１２３', 'announce-shipped tell-waybill'],
  ['还没有发出', '!announce-shipped'],
  ['已经安排发货，请放心', '!announce-shipped'],
  ['电话是13800001111对吗', '!tell-waybill'],
  ['订单号 2371234567890123456', '!tell-waybill'],
  ['查清楚了，稍后给您回复', 'promise-reply'],
  ['明天10点前联系您', 'promise-reply'],
  ['我马上给您退款', 'offer-refund'],
  ['钱原路退给您', 'offer-refund'],
  ['这种情况不能退款', '!offer-refund'],
  ['您寄回来，运费我们出', 'offer-return'],
  ['给您换一台新的', 'offer-exchange'],
  ['漏的那份马上补发', 'offer-exchange'],
  ['不给换', '!offer-exchange'],
  ['给您推荐两款热销的', 'offer-substitute'],
  ['送您一张优惠券', 'compensate'],
  ['退您5元邮费', 'compensate'],
];

it.each(SAID)('「%s」 comes to %s', (text, wanted) => {
  const got = intentsOf(text);
  for (const one of wanted.split(' ')) {
    if (one.startsWith('!')) expect(got).not.toContain(one.slice(1));
    else expect(got).toContain(one);
  }
});

describe('the rules', () => {
  it('are each reached by an example, once, in one order', () => {
    const reached = new Set(SAID.flatMap(([text]) => intentsOf(text)));
    expect(RULES.map(({ intent }) => intent).filter((one) => !reached.has(one))).toEqual([]);
    expect(new Set(RULES.map(({ intent }) => intent)).size).toBe(RULES.length);
    const both = intentsOf('请注意查收，您好，已经发出了');
    expect(both).toEqual(RULES.map(({ intent }) => intent).filter((one: Intent) => both.includes(one)));
  });

  it('find nothing where nothing is said', () => {
    for (const text of ['', '嗯', '好的', '。。。', '哈哈哈😀', '啊？'.repeat(100)])
      expect(intentsOf(text)).toEqual([]);
  });
});
