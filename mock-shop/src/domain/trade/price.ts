import type { Order, Trade } from 'fixtures';
import { changed } from '../change.ts';
import { fen, yuan } from '../money.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, type TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import type { TradeCommand } from './command.ts';
import { findTrade, type Ruled, wrongStatus } from './find-trade.ts';

/** The most that one order, or a postage, may cost, in fen: a million yuan less a fen. */
export const DEAREST = 99_999_999;

/**
 * 修改价格: what each named order is to cost, and the postage; the sums follow. Only before payment.
 * Said twice it is done once: amounts are what something costs from now on, not what is taken off.
 * Source: seller-backend "Screens"; invariants: fixtures/scenarios/trade/trade.ts.
 */
export function priceTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.price' }>,
  at: number,
): Ruled<Draft | undefined> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  const { orders, post_fee: post } = command;
  if (orders.length === 0 && post === undefined) return { refusal: missing('orders') };
  for (const { oid, payment } of orders) {
    if (!trade.orders.order.some((order) => order.oid === oid)) {
      return { refusal: invalid('oid', `这笔订单里没有编号为 ${oid} 的宝贝`) };
    }
    const fault = amountFault('payment', payment, '宝贝的价格');
    if (fault) return { refusal: fault };
  }
  if (new Set(orders.map(({ oid }) => oid)).size < orders.length) {
    return { refusal: invalid('oid', '同一件宝贝的价格只能写一次') };
  }
  const fault = post === undefined ? undefined : amountFault('post_fee', post, '邮费');
  if (fault) return { refusal: fault };
  if (trade.status !== 'WAIT_BUYER_PAY') return wrongStatus('只有等待买家付款的订单才能修改价格');
  const after = repriced(
    trade,
    new Map(orders.map(({ oid, payment }) => [oid, fen(payment)])),
    fen(post ?? trade.post_fee),
  );
  if (fen(after.payment) === 0) return { refusal: invalid('payment', '买家至少要付 0.01 元') };
  if (after.payment === trade.payment && after.post_fee === trade.post_fee && unmoved(trade, after)) {
    return { is: undefined };
  }
  return { is: changed(state, at, 'seller', 'trade.price.changed', { kind: 'trade', id: trade.tid, after }) };
}

/**
 * 免运费 and TOP's `trade.postage.update`: the postage may only fall, before payment. Nothing changes where it is that
 * already. Source: seller-backend "Gateway".
 */
export function postageTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.postage' }>,
  at: number,
): Ruled<Draft | undefined> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  const { post_fee: post } = command;
  if (post === '') return { refusal: missing('post_fee') };
  const fault = amountFault('post_fee', post, '邮费');
  if (fault) return { refusal: fault };
  if (trade.status !== 'WAIT_BUYER_PAY') return wrongStatus('只有等待买家付款的订单才能修改邮费');
  if (fen(post) > fen(trade.post_fee)) {
    return { refusal: invalid('post_fee', `邮费只能改低，现在是 ${trade.post_fee} 元`) };
  }
  const after = repriced(trade, new Map(), fen(post));
  if (after.post_fee === trade.post_fee) return { is: undefined };
  return { is: changed(state, at, 'seller', 'trade.postage.changed', { kind: 'trade', id: trade.tid, after }) };
}

/** The trade with new prices (fen, by oid) and postage (fen), all sums in step. Unnamed orders keep their price. */
export function repriced(trade: Trade, prices: ReadonlyMap<string, number>, post: number): Trade {
  let goods = 0;
  let more = 0;
  const order = trade.orders.order.map((one): Order => {
    const before = fen(one.payment);
    const after = prices.get(one.oid) ?? before;
    goods += after;
    more += after - before;
    return after === before ? one : { ...one, payment: yuan(after) };
  });
  const paid = trade.shipping_type === 'free' ? 'express' : trade.shipping_type;
  return {
    ...trade,
    adjust_fee: yuan(fen(trade.adjust_fee) + more),
    post_fee: yuan(post),
    payment: yuan(goods + post),
    shipping_type: post === 0 && trade.shipping_type === 'express' ? 'free' : post > 0 ? paid : trade.shipping_type,
    orders: { order },
  };
}

function unmoved(before: Trade, after: Trade): boolean {
  return after.orders.order.every((order, i) => order.payment === before.orders.order[i]?.payment);
}

function amountFault(parameter: string, text: string, what: string): TopError | undefined {
  if (!/^\d{1,7}\.\d{2}$/.test(text) || fen(text) > DEAREST) {
    return invalid(parameter, `${what}写成 0.00 到 ${yuan(DEAREST)} 的两位小数`);
  }
  return undefined;
}
