import type { Intent, LetterChannel, ShopRecord } from 'fixtures';
import { fault, textOf } from '../apply-error.ts';
import type { ChatState, ShopState } from '../state.ts';
import { chatWith } from './chat.ts';
import { RULES } from './intent-rules.ts';
import { intentsOf } from './intents.ts';
import { chooseReply, replyDelay } from './reply.ts';

/** The buyer said something. */
export function applyReceived(state: ShopState, record: ShopRecord): void {
  const chat = chatOf(state, record);
  chat.messages.push({ from: 'buyer', text: textOf(record, 'text'), at: record.at, ...channelOf(record) });
  chat.unread += 1;
  const { reply_to: answered, script } = record.data;
  // Whoever speaks for the buyer by hand has also answered what the buyer was about to answer.
  if (script === undefined && (answered ?? chat.pending?.to) === chat.pending?.to) delete chat.pending;
}

/** The seller said something: the buyer may be going to answer. `at`: simulated ms. */
export function applyAnswered(state: ShopState, record: ShopRecord, at: number): void {
  const chat = chatOf(state, record);
  const text = textOf(record, 'text');
  const { by } = record.data;
  const sent = channelOf(record);
  chat.messages.push({ from: 'seller', text, at: record.at, ...(typeof by === 'string' && { by }), ...sent });
  const intents = intentsIn(record) ?? intentsOf(text);
  chat.said = union(chat.said, intents);
  // One answer to all that was written since the buyer last spoke, as a person would.
  const heard = union(chat.pending?.heard, intents);
  const reply = chooseReply(chat.replies, heard, chat.said);
  if (reply === undefined) return;
  const due = at + replyDelay(reply.text, sent.channel);
  chat.pending = {
    due,
    to: record.seq,
    heard,
    text: reply.text,
    ...(reply.intent && { intent: reply.intent }),
    ...sent,
  };
  state.agenda.add({ at: due, kind: 'reply', id: record.subject });
}

/** The seller has opened the conversation. */
export function applyRead(state: ShopState, record: ShopRecord): void {
  chatOf(state, record).unread = 0;
}

function chatOf(state: ShopState, record: ShopRecord): ChatState {
  const chat = chatWith(state, record.subject);
  if (!chat) throw fault(record, '没有这位买家');
  state.chats.set(record.subject, chat);
  return chat;
}

/** What the record says the message came to; worlds of earlier versions do not say it. */
function intentsIn({ data: { intents } }: ShopRecord): Intent[] | undefined {
  return Array.isArray(intents) ? RULES.map(({ intent }) => intent).filter((one) => intents.includes(one)) : undefined;
}

function channelOf({ data }: ShopRecord): { channel?: LetterChannel } {
  const { channel } = data;
  return channel === 'letter' || channel === 'mail' ? { channel } : {};
}

function union(before: readonly Intent[] = [], more: readonly Intent[]): Intent[] {
  return [...new Set([...before, ...more])];
}
