import { buildWorld, type Chat, ORDINARY_REPLIES, type RemarkCase } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { intentsOf } from './intents.ts';
import { chooseReply, replyDelay } from './reply.ts';

const answer = (replies: Chat['replies'], ...lines: string[]) => {
  const said = lines.flatMap(intentsOf);
  return chooseReply(replies, intentsOf(lines.at(-1) ?? ''), said);
};

/** What a student may well ask in each situation, and a part of the answer: not the answer to anything at all. */
const ASKED: Record<string, readonly (readonly [question: string, part: string])[]> = {
  'address-change': [
    ['地址跟您核对一下', '没错，寄到 {address}'],
    ['确认下新地址，寄到哪里', '没错'],
    ['电话和收件人变了吗', '名字和电话都不变'],
    ['手机号还是原来的吗', '名字和电话都不变'],
  ],
  'bad-review': [
    ['方便说下原因吗', '{reason}啊'],
    ['哪里让您不满意了', '{reason}啊'],
    ['为什么给这个评价', '{reason}啊'],
    ['您打的是中评还是差评', '给的是{rating}'],
    ['非常抱歉', '行了，解决问题就好'],
    ['不好意思，是我们没做好', '行了，解决问题就好'],
  ],
  'buyer-trait': [
    ['您有什么习惯我记下来', '对，我{trait}'],
    ['有什么要注意的', '对，我{trait}'],
    ['对不起，之前疏忽了', '没事没事'],
  ],
  carrier: [
    ['给您发{carrier}对吗', '就发{carrier}'],
    ['您要发哪家快递', '就发{carrier}'],
    ['差价10元谁出', '钱的事'],
    ['邮费要补一点', '钱的事'],
    ['地址电话没变吧', '订单上那个'],
  ],
  'exchange-postage': [
    ['邮费您付了多少', '{amount}元'],
    ['退件寄出了吗', '已经寄出去了'],
    ['单号发我一下', '已经寄出去了'],
  ],
  'exchange-ready': [
    ['给您换哪个颜色、尺码', '对，换{to}'],
    ['{to}对吗', '对，换{to}'],
    ['地址还是原来的吗', '还是原来的地址'],
  ],
  exchange: [
    ['来回运费谁承担', '运费就按刚才说好的'],
    ['换什么颜色尺码', '对，换{to}'],
    ['换{to}是吧', '对，换{to}'],
    ['是什么原因要换呢', '就是{reason}嘛'],
  ],
  gift: [
    ['送您的小礼物记着呢', '说好送{gift}'],
    ['{gift}一定放', '说好送{gift}'],
    ['地址电话对吗', '地址电话都不变'],
    ['我在订单上备注好了', '备注上我就放心了'],
  ],
  hold: [
    ['大概什么时候可以发', '就按前面说的'],
    ['要等到几号', '就按前面说的'],
    ['收货地址变吗', '地址不变'],
    ['方便问下原因吗', '{reason}嘛'],
  ],
  'out-of-stock': [
    ['{missing}缺货', '{missing}到了补给我'],
    ['手机先发可以吗', '手机先发'],
    ['说好几号补来着', '你们说的{day}'],
  ],
  'refund-ready': [
    ['您退了几件', '一共'],
    ['退的数量是多少', '一共'],
    ['退的是什么颜色', '退的是'],
    ['款马上退给您', '等退款'],
  ],
  'ship-now': [
    ['地址电话没变吧', '地址电话没变'],
    ['那今天给您发出', '可以发了'],
    ['现在寄可以吗', '可以发了'],
  ],
  'top-up': [
    ['您要补什么', '弄好了我告诉你'],
    ['差价链接您拍一下', '弄好了我告诉你'],
    ['这单先发可以吗', '不要分开'],
  ],
};

describe('buyers of the remark lesson', () => {
  const seeds = [1, 2, 3, 101, 202, 4040];
  const told = seeds.flatMap((seed) => {
    const world = buildWorld('flag-remarks', seed);
    return (world.facts.cases as RemarkCase[]).map((one) => {
      const chat = world.chats.find(({ buyer_nick }) => buyer_nick === one.buyer_nick);
      if (!chat) throw new Error(one.key);
      return { ...one, chat };
    });
  });

  it.each(Object.keys(ASKED))('answer to the point about %s', (situation) => {
    const cases = told.filter((one) => one.situation === situation);
    expect(cases.length).toBeGreaterThanOrEqual(2 * seeds.length);
    for (const { key, facts, chat } of cases) {
      for (const [question, part] of ASKED[situation] ?? []) {
        const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
        const said = filled(question);
        const got = answer(chat.replies, said);
        expect([key, said, got?.to.length === 0 ? `（随口）${got.text}` : got?.text]).toEqual([
          key,
          said,
          expect.stringContaining(filled(part)),
        ]);
      }
    }
  });

  it('answer something to anything', () => {
    for (const { chat } of told) expect(answer(chat.replies, '嗯嗯')?.to).toEqual([]);
  });
});

describe('an ordinary buyer', () => {
  it('agrees to a closed trade only after an explanation', () => {
    const replies = [...ORDINARY_REPLIES];
    expect(answer(replies, '给您把订单关闭了哈')).toMatchObject({ intent: 'refuse-close' });
    expect(answer(replies, '真抱歉，这款缺货了', '那订单给您关闭可以吗')).toMatchObject({ intent: 'agree-close' });
    expect(answer(replies, '抱歉，缺货了，给您关闭订单可以吗')).toMatchObject({ intent: 'agree-close' });
  });

  it('confirms the address, waits, and says nothing to small talk', () => {
    const replies = [...ORDINARY_REPLIES];
    expect(answer(replies, '跟您确认下收货地址')).toMatchObject({ intent: 'confirm-address' });
    expect(answer(replies, '麻烦您再等两天')).toMatchObject({ intent: 'agree-wait' });
    expect(answer(replies, '嗯嗯')).toBeUndefined();
  });
});

it('a letter is answered later than a message on 旺旺, a mail later still', () => {
  const delays = [replyDelay('好的'), replyDelay('好的', 'letter'), replyDelay('好的', 'mail')];
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(new Set(delays).size).toBe(3);
  expect(replyDelay('长'.repeat(500))).toBe(180_000);
});
