import type { Carrier, Receiver, Refund, ShopSettings, Trade, TradeRate } from 'fixtures';
import type { BuyerEntry, BuyerTab } from '../domain/buyer-query.ts';
import type { Application } from '../domain/refund/command.ts';
import { rest } from './call.ts';
import type { SeenParcel } from './ship-client.ts';
import type { Conversation } from './shop-client.ts';

/** A trade as its buyer sees it: the seller's remarks are not for him. */
export type BuyerTrade = Omit<Trade, 'seller_memo' | 'seller_flag'>;

/** A trade and all that belongs to it. */
export interface Deal {
  trade: BuyerTrade;
  refunds: Refund[];
  rates: TradeRate[];
  parcels: SeenParcel[];
  settings: ShopSettings;
  /** The most that may go back for each order, in yuan, by whether its goods have come. */
  refundable: Record<string, Record<'BUYER_NOT_RECEIVED' | 'BUYER_RECEIVED', string>>;
  carriers: Pick<Carrier, 'code' | 'name' | 'reg_mail_no'>[];
}

export interface BuyerTradesPage {
  trades: BuyerTrade[];
  /** How many trades are on the tab. */
  total: number;
  counts: Record<BuyerTab, number>;
}

const at = (nick: string, path: string): string => `/api/buyer/${encodeURIComponent(nick)}/${path}`;

/** Buyers whose nick contains the word, who was active last first. @throws {ShopError} */
export const getBuyers = (word: string): Promise<{ total: number; buyers: BuyerEntry[] }> =>
  rest(`/api/buyers?q=${encodeURIComponent(word)}`);

/** One page of a buyer's trades. @throws {ShopError} sub code `isv.buyer-not-exist` */
export const getBuyerTrades = (nick: string, tab: BuyerTab, page: number, size: number): Promise<BuyerTradesPage> =>
  rest(at(nick, `trades?tab=${tab}&page=${page}&size=${size}`));

/** A buyer's trade. @throws {ShopError} sub code `isv.trade-not-exist` also for another buyer's */
export const getDeal = (nick: string, tid: string): Promise<Deal> =>
  rest(at(nick, `trades/${encodeURIComponent(tid)}`));

/** The trade that a buyer's refund belongs to. @throws {ShopError} sub code `isv.refund-not-exist` */
export const getRefundDeal = (nick: string, refund: string): Promise<Deal> =>
  rest(at(nick, `refunds/${encodeURIComponent(refund)}`));

/** The talk with the seller. @throws {ShopError} */
export const getTalk = (nick: string): Promise<Conversation> => rest(at(nick, 'chat'));

/** Says something to the seller; `tid`: the trade that it is about. @throws {ShopError} */
export const say = (nick: string, text: string, tid?: string): Promise<Conversation> =>
  rest(at(nick, 'chat'), { text, ...(tid !== undefined && { tid }) });

/** What a shop window needs: the goods, where the buyer's last order went, and the shop's rules. */
export interface Window {
  products: {
    numIid: string;
    title: string;
    skus: { sku_id: string; sku_properties_name: string; pic_path: string; price: string }[][];
  }[];
  receiver?: Receiver;
  /** 货到付款 is open. */
  cod: boolean;
  free_post_from: string;
}

/** What can be bought. @throws {ShopError} */
export const getWindow = (nick: string): Promise<Window> => rest(at(nick, 'shop'));

export interface NewTrade {
  items: { num_iid: string; sku_id: string; num: number }[];
  receiver: Receiver;
  message: string;
  cod: boolean;
}

/** Orders. @throws {ShopError} */
export const createTrade = async (nick: string, wish: NewTrade): Promise<BuyerTrade> =>
  (await rest<{ trade: BuyerTrade }>(at(nick, 'trades'), wish)).trade;

type TradeAct = 'pay' | 'close' | 'extend' | 'confirm' | 'rate';

/** Does something with a trade; a password is sent, compared and forgotten. @throws {ShopError} */
export async function actOnTrade(
  nick: string,
  tid: string,
  act: TradeAct,
  data: Record<string, string> = {},
): Promise<void> {
  await rest(at(nick, `trades/${encodeURIComponent(tid)}/${act}`), data);
}

/** Asks for the money back. @throws {ShopError} */
export const applyRefund = async (nick: string, tid: string, oid: string, asked: Application): Promise<Refund> =>
  (await rest<{ refund: Refund }>(at(nick, 'refunds'), { tid, oid, ...asked })).refund;

type RefundAct = 'change' | 'cancel' | 'return' | 'message' | 'intervene';

/** Does something with a refund. @throws {ShopError} */
export async function actOnRefund(nick: string, refund: string, act: RefundAct, data: object = {}): Promise<void> {
  await rest(at(nick, `refunds/${encodeURIComponent(refund)}/${act}`), data);
}
