import type { Trade } from 'fixtures';
import { gateway, rest } from './call.ts';

/** 关闭交易: `taobao.trade.close`. @throws {ShopError} */
export const closeTrade = (tid: string, close_reason: string): Promise<unknown> =>
  gateway('trade.close', { tid, close_reason });

/** 延长收货时间: `taobao.trade.receivetime.delay`. @throws {ShopError} */
export const delayTrade = (tid: string, days: number): Promise<unknown> =>
  gateway('trade.receivetime.delay', { tid, days: String(days) });

/** 免运费: `taobao.trade.postage.update`. @throws {ShopError} */
export const freePostage = (tid: string): Promise<unknown> =>
  gateway('trade.postage.update', { tid, post_fee: '0.00' });

export interface Prices {
  /** What each order is to cost, in yuan with two decimals. */
  orders: readonly { oid: string; payment: string }[];
  post_fee: string;
}

/** 修改价格. @throws {ShopError} */
export const savePrices = (tid: string, prices: Prices): Promise<unknown> =>
  rest(`/api/trades/${encodeURIComponent(tid)}/price`, prices);

/** Trades that one call for an export brings. */
export const EXPORT_PAGE = 2000;

/** One page of what an export holds, by the list's parameters; times are in ISO 8601. @throws {ShopError} */
export const getExport = (
  params: Record<string, string>,
  page: number,
): Promise<{ total: number; trades: Trade[] }> => {
  const query = new URLSearchParams({ ...params, page_no: String(page), page_size: String(EXPORT_PAGE) });
  return rest(`/api/sold/export?${query}`);
};
