import type { ChatMessage, SellerFlag, ShopSettings, Trade } from 'fixtures';
import { gateway, rest } from './call.ts';

/** Every key of a trade that a screen shows. */
const TRADE_FIELDS = [
  'tid,status,type,created,modified,pay_time,consign_time,end_time,timeout_action_time',
  'payment,total_fee,post_fee,discount_fee,adjust_fee,received_payment,shipping_type',
  'buyer_nick,buyer_message,seller_memo,seller_flag,seller_rate,buyer_rate',
  'receiver_name,receiver_state,receiver_city,receiver_district,receiver_town,receiver_address,receiver_zip',
  'receiver_mobile,receiver_phone,alipay_no,close_reason,timeout_left,orders',
].join(',');

export interface SoldPage {
  trades: Trade[];
  /** How many trades match in all. */
  total: number;
}

/** `taobao.trades.sold.get` with the list page's extra parameters. @throws {ShopError} */
export async function getSold(params: Record<string, string>): Promise<SoldPage> {
  const response = await gateway<{ trades?: { trade?: Trade[] }; total_results: number }>('trades.sold.get', {
    fields: TRADE_FIELDS,
    ...params,
  });
  return { trades: response.trades?.trade ?? [], total: Number(response.total_results) };
}

/** `taobao.trade.fullinfo.get`. @throws {ShopError} sub code `isv.trade-not-exist` for an unknown tid. */
export async function getTrade(tid: string): Promise<Trade> {
  return (await gateway<{ trade: Trade }>('trade.fullinfo.get', { tid, fields: TRADE_FIELDS })).trade;
}

/**
 * Saves a remark. Empty text clears it (TOP's `reset`), because that is what an emptied field says;
 * `keepMemo` changes the flag alone. @throws {ShopError}
 */
export async function saveMemo(tid: string, flag: SellerFlag, memo: string, keepMemo = false): Promise<void> {
  await gateway('trade.memo.update', {
    tid,
    flag: String(flag),
    memo,
    reset: String(memo === '' && !keepMemo),
  });
}

export interface WorldInfo {
  world: string;
  scenario: string;
  seed: number;
  title: string;
  shop: { nick: string; title: string; operator: { name: string; nick: string } };
  settings: ShopSettings;
  /** Simulated time, ISO 8601 with offset. */
  now: string;
  /** Real seconds per simulated day. */
  day: number;
  paused: boolean;
}

/** The world that the shop shows, and its clock. @throws {ShopError} */
export const getWorld = (): Promise<WorldInfo> => rest('/api/world');

/** Pauses the clock or changes its pace. @throws {ShopError} */
export const setClock = (change: { paused?: boolean; day?: number }): Promise<unknown> => rest('/api/clock', change);

/** Moves the clock to the next thing that happens by itself. @throws {ShopError} sub code `isv.nothing-ahead` */
export const jumpClock = (): Promise<unknown> => rest('/api/clock/jump', {});

/** How many trades each tab holds, by tab id. @throws {ShopError} */
export async function getCounts(): Promise<Record<string, number>> {
  return rest('/api/sold/counts');
}

export interface Peer {
  buyer_nick: string;
  unread: number;
  last?: ChatMessage;
}

export interface Conversation {
  buyer_nick: string;
  messages: ChatMessage[];
  unread: number;
  /** The buyer's answer is on its way. */
  typing?: boolean;
}

/** All buyers who ever wrote. @throws {ShopError} */
export const getPeers = async (): Promise<Peer[]> => (await rest<{ chats: Peer[] }>('/api/chats')).chats;

/** One conversation. @throws {ShopError} */
export const getConversation = (nick: string): Promise<Conversation> => rest(`/api/chats/${encodeURIComponent(nick)}`);

/** Sends a line of 1–500 characters to a buyer. @throws {ShopError} */
export const sendMessage = (nick: string, text: string): Promise<unknown> =>
  rest(`/api/chats/${encodeURIComponent(nick)}/messages`, { text });

/** Marks a conversation as read. @throws {ShopError} */
export const markRead = (nick: string): Promise<unknown> => rest(`/api/chats/${encodeURIComponent(nick)}/read`, {});
