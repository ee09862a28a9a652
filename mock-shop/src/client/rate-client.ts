import type { SellerFlag, TradeRate } from 'fixtures';
import type { DueTrade } from '../domain/rate/rate-due.ts';
import type { RateStats } from '../domain/rate/rates-query.ts';
import { gateway, rest } from './call.ts';

/** A rating with what the list shows beside it. Times as TOP writes them. */
export type ShownRate = Omit<TradeRate, 'rate_id'> & {
  pic_path: string;
  sku_properties_name: string;
  seller_flag: SellerFlag;
  seller_memo: string;
  explain_end: string;
};

const FIELDS = [
  'tid,oid,role,nick,rated_nick,result,created,item_title,item_price,content,reply,reply_time',
  'pic_path,sku_properties_name,seller_flag,seller_memo,explain_end',
].join(',');

export interface RatesPage {
  rates: ShownRate[];
  total: number;
}

/** `taobao.traderates.get`: what buyers said of the shop, or the shop of buyers. @throws {ShopError} */
export async function getRates(role: TradeRate['role'], params: Record<string, string>): Promise<RatesPage> {
  const response = await gateway<{ trade_rates?: { trade_rate?: ShownRate[] }; total_results: number }>(
    'traderates.get',
    { rate_type: role === 'buyer' ? 'get' : 'give', role, fields: FIELDS, ...params },
  );
  return { rates: response.trade_rates?.trade_rate ?? [], total: Number(response.total_results) };
}

/** What buyers say of the shop, counted. @throws {ShopError} */
export const getRateStats = (): Promise<RateStats> => rest('/api/rates/stats');

/** One page of the trades whose buyers can be rated now. @throws {ShopError} */
export const getDue = (params: Record<string, string>): Promise<{ total: number; trades: DueTrade[] }> =>
  rest(`/api/rates/due?${new URLSearchParams(params)}`);

/** `taobao.traderate.list.add`: the buyer of a trade, for all that was not rated yet. @throws {ShopError} */
export const rateBuyer = (tid: string, result: TradeRate['result'], content: string): Promise<unknown> =>
  gateway('traderate.list.add', { tid, role: 'seller', result, content });

/** `taobao.traderate.explain.add`. @throws {ShopError} */
export const explainRate = (oid: string, reply: string): Promise<unknown> =>
  gateway('traderate.explain.add', { oid, reply });
