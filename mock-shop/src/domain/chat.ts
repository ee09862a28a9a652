import type { Chat } from 'fixtures';
import type { Command, Decision, Now } from './command.ts';
import { find } from './entities.ts';
import { numbered } from './record.ts';
import { invalid, missing, remote, type TopError } from './refusal.ts';
import type { ChatState, ShopState } from './state.ts';
import { hasControl } from './text-fault.ts';

/** Longest message, in UTF-16 units. */
export const CHAT_LENGTH = 500;

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
    const data = { text, by: state.shop.operator.name };
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
  return { buyer_nick: nick, messages: [], unread: 0, replies: [] };
}

/** What the buyer answers to what the seller wrote: the first reply one of whose words occurs, else the one without words. */
export function chooseReply(replies: Chat['replies'], heard: string): string | undefined {
  const fitting = replies.find((reply) => reply.words.some((word) => heard.includes(word)));
  return (fitting ?? replies.find((reply) => reply.words.length === 0))?.text;
}

/**
 * Simulated ms a buyer takes to read and type: 60 s and 2 s for each character, at most 3 minutes.
 * At the usual pace (a day in 24 minutes) that is one to three real seconds.
 */
export function replyDelay(text: string): number {
  return Math.min(60 + 2 * text.length, 180) * 1000;
}
