import { ORDINARY_REPLIES } from 'fixtures';
import type { Command, Decision, Now } from '../command.ts';
import { find } from '../entities.ts';
import { numbered } from '../record.ts';
import { invalid, missing, remote, type TopError } from '../refusal.ts';
import type { ChatState, ShopState } from '../state.ts';
import { hasControl } from '../text-fault.ts';
import { intentsOf } from './intents.ts';

/** Longest message, in UTF-16 units. */
export const CHAT_LENGTH = 500;
/** 旺旺, 站内信, 邮件: a record of what was agreed may be kept on any of them. Source: textbook OP-2. */
export const CHANNELS = ['wangwang', 'letter', 'mail'] as const;

/** Talking: the seller writes or reads, a person writes as the buyer. */
export function decideChat(
  state: ShopState,
  command: Extract<Command, { type: 'chat.send' | 'chat.read' | 'chat.say' }>,
  now: Now,
): Decision {
  const subject = command.buyer_nick;
  const refuse = (refusal: TopError): Decision => ({ refusal, subject });
  const chat = chatWith(state, subject);
  if (!chat) return refuse(noBuyer(subject));
  if (command.type === 'chat.read') {
    if (chat.unread === 0) return { records: [] };
    const data = { before: { unread: chat.unread }, after: { unread: 0 } };
    return { records: numbered(state, [{ at: now.sim, actor: 'seller', type: 'chat.read', subject, data }], now.wall) };
  }
  const text = command.text.replaceAll('\r\n', '\n').trim();
  if (text === '') return refuse(missing('text'));
  if (text.length > CHAT_LENGTH) {
    return refuse(invalid('text', `一条消息最多 ${CHAT_LENGTH} 个字，现在是 ${text.length} 个，请分几条发`));
  }
  if (hasControl(text) || !text.isWellFormed()) return refuse(invalid('text', '消息里有不能显示的字符，请删掉后再发'));
  if (command.type === 'chat.send') {
    const channel = CHANNELS.find((one) => one === (command.channel ?? 'wangwang'));
    if (!channel) return refuse(invalid('channel', '消息只能用旺旺、站内信或邮件发'));
    // What it comes to is told by the record: folding it later must not depend on how well words are understood then.
    const data = { text, by: state.shop.operator.name, channel, intents: intentsOf(text) };
    return {
      records: numbered(state, [{ at: now.sim, actor: 'seller', type: 'chat.answered', subject, data }], now.wall),
    };
  }
  const { tid } = command;
  if (tid !== undefined && find(state, 'trade', tid)?.buyer_nick !== subject) {
    return refuse(remote('isv.trade-not-exist', '您没有这笔订单，请核对订单号'));
  }
  const data = { text, ...(tid !== undefined && { tid }) };
  return {
    records: numbered(state, [{ at: now.sim, actor: 'buyer', type: 'chat.received', subject, data }], now.wall),
  };
}

export function noBuyer(nick: string): TopError {
  return remote('isv.buyer-not-exist', `没有名为「${nick}」的买家`);
}

/** The conversation with somebody who bought or wrote: empty when nobody has said anything yet. */
export function chatWith(state: ShopState, nick: string): ChatState | undefined {
  const chat = state.chats.get(nick);
  if (chat || !state.tradesOf.has(nick)) return chat;
  return { buyer_nick: nick, messages: [], unread: 0, replies: [...ORDINARY_REPLIES] };
}
