import type { ShopRecord } from 'fixtures';
import { chooseReply, replyDelay } from './chat.ts';
import { isFlag, type Memo } from './memo.ts';
import { simMs } from './sim-time.ts';
import type { ChatState, ShopState } from './state.ts';
import { indexTrade } from './trade-index.ts';

/** A record that this state cannot have led to: the stored world is damaged. */
export class ApplyError extends Error {
  override name = 'ApplyError';
}

/**
 * Folds one record into the state, in place, and returns it.
 * @throws ApplyError when the record does not continue this world; the state is then unchanged.
 */
export function apply(state: ShopState, record: ShopRecord): ShopState {
  const at = simMs(record.at);
  if (record.world !== state.id) throw fault(record, '属于另一个世界');
  if (record.seq !== state.lastSeq + 1) throw fault(record, `应当是 ${state.lastSeq + 1} 号`);
  if (at < state.lastAt) throw fault(record, '时间比前一条早');
  if ((record.seq === 1) !== (record.type === 'world.started')) throw fault(record, '世界的开头不对');
  switch (record.type) {
    case 'world.started':
      if (record.data.scenario !== state.scenario || record.data.seed !== state.seed) throw fault(record, '场景不一致');
      break;
    case 'clock.day-started':
      state.date = text(record, 'date');
      break;
    case 'trade.memo.updated':
      applyMemo(state, record);
      break;
    case 'chat.received':
      applyReceived(state, record);
      break;
    case 'chat.answered':
      applyAnswered(state, record, at);
      break;
    case 'chat.read':
      chatOf(state, record).unread = 0;
      break;
    default:
      throw fault(record, `不认识的类型 ${record.type}`);
  }
  state.lastSeq = record.seq;
  state.lastAt = at;
  armScript(state, record, at);
  return state;
}

function applyMemo(state: ShopState, record: ShopRecord): void {
  const place = state.places.get(record.subject);
  const trade = place === undefined ? undefined : state.trades[place];
  if (place === undefined || !trade) throw fault(record, '订单不存在');
  const before = memoOf(record.data.before);
  const after = memoOf(record.data.after);
  if (!before || !after) throw fault(record, '内容残缺');
  if (before.flag !== trade.seller_flag || before.memo !== trade.seller_memo) throw fault(record, '与之前的备注接不上');
  const changed = { ...trade, seller_flag: after.flag, seller_memo: after.memo, modified: record.at };
  state.trades[place] = changed;
  indexTrade(state.index, place, changed);
}

function memoOf(value: unknown): Memo | undefined {
  if (typeof value !== 'object' || value === null || !('flag' in value) || !('memo' in value)) return undefined;
  const { flag, memo } = value;
  return typeof flag === 'number' && isFlag(flag) && typeof memo === 'string' ? { flag, memo } : undefined;
}

function applyReceived(state: ShopState, record: ShopRecord): void {
  const chat = chatOf(state, record);
  chat.messages.push({ from: 'buyer', text: text(record, 'text'), at: record.at });
  chat.unread += 1;
  if (record.data.reply_to === chat.pending?.to) delete chat.pending;
  if (typeof record.data.script === 'string') state.script.delete(record.data.script);
}

function applyAnswered(state: ShopState, record: ShopRecord, at: number): void {
  const chat = chatOf(state, record);
  const said = text(record, 'text');
  const by = record.data.by;
  chat.messages.push({ from: 'seller', text: said, at: record.at, ...(typeof by === 'string' && { by }) });
  // One answer to all that was written since the buyer last spoke, as a person would.
  const heard = chat.pending ? `${chat.pending.heard}\n${said}` : said;
  const reply = chooseReply(chat.replies, heard);
  if (reply !== undefined) chat.pending = { due: at + replyDelay(reply), to: record.seq, heard, text: reply };
}

/** Starts the waiting time of every script entry that this record sets off; an entry is set off once. */
function armScript(state: ShopState, record: ShopRecord, at: number): void {
  for (const waiting of state.script.values()) {
    const { when } = waiting.entry;
    if (waiting.due !== undefined || !('after' in when)) continue;
    if (when.after.type !== record.type || when.after.subject !== record.subject) continue;
    const after = record.data.after;
    const fits = Object.entries(when.after.equals ?? {}).every(
      ([key, value]) => typeof after === 'object' && after !== null && Reflect.get(after, key) === value,
    );
    if (fits) waiting.due = at + when.delay * 1000;
  }
}

function chatOf(state: ShopState, record: ShopRecord): ChatState {
  const chat = state.chats.get(record.subject);
  if (!chat) throw fault(record, '没有这位买家的对话');
  return chat;
}

function text(record: ShopRecord, key: string): string {
  const value = record.data[key];
  if (typeof value !== 'string') throw fault(record, `缺少 ${key}`);
  return value;
}

function fault(record: ShopRecord, why: string): ApplyError {
  return new ApplyError(`第 ${record.seq} 号记录（${record.type}）${why}`);
}
