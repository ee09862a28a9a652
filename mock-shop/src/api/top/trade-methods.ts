import type { Trade } from 'fixtures';
import type { Command } from '../../domain/command.ts';
import { sold } from '../../domain/query.ts';
import { invalid, missing, remote, type TopError } from '../../domain/refusal.ts';
import type { Shop } from '../shop.ts';
import { shownTrade, topTime } from './fields.ts';
import type { Method, Outcome } from './method.ts';
import { given, type Params } from './params.ts';
import { readSoldQuery } from './sold-query.ts';

/** Trades and their remarks. */
export const TRADE_METHODS: readonly (readonly [string, Method])[] = [
  ['trades.sold.get', soldGet],
  ['trade.fullinfo.get', fullinfoGet],
  ['trade.memo.add', (shop, params) => memo(shop, params, 'memo.add')],
  ['trade.memo.update', (shop, params) => memo(shop, params, 'memo.update')],
];

async function soldGet(shop: Shop, params: Params): Promise<Outcome> {
  const read = readSoldQuery(params);
  if ('error' in read) return read;
  const { query } = read;
  const { state, clock } = await shop.view();
  const { total, trades } = sold(state, query, clock.sim);
  const fields = given(params, 'fields');
  const shown = trades.map((trade) => shownTrade(trade, fields));
  if (shown.some((trade) => Object.keys(trade).length === 0)) return { error: unknownFields() };
  const more = params.get('use_has_next') === 'true';
  const size = more ? { has_next: query.page * query.size < total } : { total_results: total };
  return { answer: { ...size, trades: { trade: shown } } };
}

async function fullinfoGet(shop: Shop, params: Params): Promise<Outcome> {
  const found = await findTrade(shop, params);
  if ('error' in found) return found;
  const trade = shownTrade(found.trade, given(params, 'fields'));
  return Object.keys(trade).length === 0 ? { error: unknownFields() } : { answer: { trade } };
}

async function memo(shop: Shop, params: Params, type: 'memo.add' | 'memo.update'): Promise<Outcome> {
  const name = `taobao.trade.${type}`;
  const tid = params.get('tid')?.trim() ?? '';
  const flag = given(params, 'flag');
  const reset = given(params, 'reset');
  const refuse = (error: TopError): Outcome => {
    shop.refuse(name, tid, error);
    return { error };
  };
  if (flag !== undefined && !/^\d{1,2}$/.test(flag))
    return refuse(invalid('flag', '旗子只能是 0 到 5：灰、红、黄、绿、蓝、紫'));
  if (reset !== undefined && reset !== 'true' && reset !== 'false')
    return refuse(invalid('reset', 'reset 只能是 true 或 false'));
  const error = await shop.run(name, memoCommand(type, tid, flag, params.get('memo') ?? '', reset === 'true'));
  if (error) return { error };
  const found = await findTrade(shop, params);
  if ('error' in found) return found;
  const { created, modified } = found.trade;
  const time = type === 'memo.add' ? { created: topTime(created) } : { modified: topTime(modified) };
  return { answer: { trade: { tid, ...time } } };
}

function memoCommand(
  type: 'memo.add' | 'memo.update',
  tid: string,
  flag: string | undefined,
  text: string,
  reset: boolean,
): Command {
  const colour = flag === undefined ? {} : { flag: Number(flag) };
  return type === 'memo.add' ? { type, tid, memo: text, ...colour } : { type, tid, memo: text, reset, ...colour };
}

async function findTrade(shop: Shop, params: Params): Promise<{ trade: Trade } | { error: TopError }> {
  const tid = params.get('tid')?.trim() ?? '';
  if (tid === '') return { error: missing('tid') };
  if (!/^\d{1,19}$/.test(tid)) return { error: invalid('tid', '订单编号应当全是数字') };
  const { state } = await shop.view();
  const trade = state.trades[state.places.get(tid) ?? -1];
  return trade ? { trade } : { error: remote('isv.trade-not-exist', `没有编号为 ${tid} 的订单`) };
}

function unknownFields(): TopError {
  return invalid('fields', 'fields 里没有一个认识的字段，例如 tid,status,orders');
}
