import type { Reply } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import { tinyChat, tinyTrade } from '../../testing/tiny-world.ts';
import { apply } from '../apply.ts';

const MINUTE = 60_000;
const replies: Reply[] = [
  { to: ['ask-close'], needs: ['tell-stock'], text: '那关吧', intent: 'agree-close' },
  { to: ['ask-close'], text: '为什么', intent: 'refuse-close' },
];

const shop = (): Played => new Played({ chats: [tinyChat({ replies })], trades: [tinyTrade(2), tinyTrade(3)] });
const send = (text: string, channel?: string, buyer_nick = '买家3') =>
  ({ type: 'chat.send', buyer_nick, text, ...(channel !== undefined && { channel }) }) as const;

describe('what is written to a buyer', () => {
  it('is recorded with what it comes to and the channel it went by', () => {
    expect(shop().run(send('亲您好，这款缺货了', 'mail'))).toMatchObject([
      { type: 'chat.answered', data: { intents: ['greet', 'tell-stock'], channel: 'mail' } },
    ]);
    expect(shop().run(send('嗯'))).toMatchObject([{ data: { intents: [], channel: 'wangwang' } }]);
  });

  it('is refused on a channel there is not', () => {
    expect(shop().refusal(send('您好', 'fax'))).toBe('isv.invalid-parameter:channel');
  });

  it('is answered by its meaning, with the buyer’s own in the record: agreement comes after the explanation', () => {
    const played = shop();
    played.run(send('给您关闭这笔订单吧'));
    expect(played.wait(5 * MINUTE)).toMatchObject([{ type: 'chat.received', data: { intent: 'refuse-close' } }]);
    played.run(send('不好意思，这款断货了'));
    expect(played.wait(5 * MINUTE)).toEqual([]);
    played.run(send('订单取消可以吗'));
    const [record] = played.wait(5 * MINUTE);
    expect(record).toMatchObject({ actor: 'buyer', data: { text: '那关吧', intent: 'agree-close' } });
    expect(record?.data).not.toHaveProperty('channel');
  });

  it('by letter or mail is read and answered later, on the same channel', () => {
    const played = shop();
    played.run(send('取消订单好吗', 'letter'));
    expect(played.wait(25 * MINUTE)).toEqual([]);
    expect(played.wait(10 * MINUTE)).toMatchObject([{ data: { channel: 'letter', intent: 'refuse-close' } }]);
    expect(played.state.chats.get('买家3')?.messages.slice(-2)).toMatchObject([
      { from: 'seller', channel: 'letter' },
      { from: 'buyer', channel: 'letter' },
    ]);
  });

  it('gets an ordinary answer from a buyer who never wrote', () => {
    const played = shop();
    played.run(send('跟您核对一下收货地址', undefined, '买家2'));
    expect(played.wait(5 * MINUTE)).toMatchObject([{ subject: '买家2', data: { intent: 'confirm-address' } }]);
  });

  it('folds from records of earlier versions, which tell neither intents nor channel', () => {
    const played = shop();
    const [record] = played.run(send('取消订单好吗'));
    const folded = shop();
    if (!record) throw new Error('no record');
    const { intents: _intents, channel: _channel, ...data } = record.data;
    apply(folded.state, { ...record, data });
    expect(folded.state.chats).toEqual(played.state.chats);
  });
});
