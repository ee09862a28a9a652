import type { ShopRecord } from 'fixtures';
import { fault, textOf } from './apply-error.ts';
import { chatWith, chooseReply, replyDelay } from './chat.ts';
import type { ChatState, ShopState } from './state.ts';

/** The buyer said something. */
export function applyReceived(state: ShopState, record: ShopRecord): void {
  const chat = chatOf(state, record);
  chat.messages.push({ from: 'buyer', text: textOf(record, 'text'), at: record.at });
  chat.unread += 1;
  const { reply_to: answered, script } = record.data;
  // Whoever speaks for the buyer by hand has also answered what the buyer was about to answer.
  if (script === undefined && (answered ?? chat.pending?.to) === chat.pending?.to) delete chat.pending;
}

/** The seller said something: the buyer may be going to answer. `at`: simulated ms. */
export function applyAnswered(state: ShopState, record: ShopRecord, at: number): void {
  const chat = chatOf(state, record);
  const said = textOf(record, 'text');
  const by = record.data.by;
  chat.messages.push({ from: 'seller', text: said, at: record.at, ...(typeof by === 'string' && { by }) });
  // One answer to all that was written since the buyer last spoke, as a person would.
  const heard = chat.pending ? `${chat.pending.heard}\n${said}` : said;
  const reply = chooseReply(chat.replies, heard);
  if (reply === undefined) return;
  chat.pending = { due: at + replyDelay(reply), to: record.seq, heard, text: reply };
  state.agenda.add({ at: chat.pending.due, kind: 'reply', id: record.subject });
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
