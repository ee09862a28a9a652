import type { Order, Trade } from 'fixtures';
import { changed } from '../change.ts';
import type { Draft } from '../record.ts';
import { remote } from '../refusal.ts';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import type { TradeCommand } from './command.ts';
import { findTrade, type Ruled, wrongStatus } from './find-trade.ts';
import { tradeAfter } from './trade-after.ts';

/** TOP's reasons of a seller who closes. Source: seller-backend "Gateway", `trade.close`. */
export const CLOSE_REASONS = [
  '未及时付款',
  '买家不想买了',
  '买家信息填写错误，重新拍',
  '恶意买家/同行捣乱',
  '缺货',
  '买家拍错了',
  '同城见面交易',
  '其他原因',
] as const;

/** What a buyer who cancels may say. */
export const CANCEL_REASONS = ['我不想买了', '信息填写错误，重新拍', '卖家缺货', '同城见面交易', '其他原因'] as const;

/** Youngest age of a trade, in simulated ms, at which TOP lets a seller close it. */
const YOUNGEST = 10_000;

/**
 * 关闭交易: only before payment; whether the other side agreed is not asked, as in life. Source: textbook OP-5, AM-25.
 * @param at simulated ms
 */
export function closeTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.close' }>,
  at: number,
): Ruled<Draft> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const { actor, reason } = command;
  const reasons: readonly string[] = actor === 'seller' ? CLOSE_REASONS : CANCEL_REASONS;
  if (!reasons.includes(reason)) {
    const why = `请选择关闭理由：${reasons.join('、')}`;
    return { refusal: remote('isv.invalid-parameter:closereason_wrong', why) };
  }
  const trade = found.is;
  if (trade.status !== 'WAIT_BUYER_PAY') return wrongStatus(whyNotClosed(trade));
  if (actor === 'seller' && at - simMs(trade.created) < YOUNGEST) {
    return { refusal: remote('CLOSE_TRADE_TOO_FAST', '订单刚刚拍下，请 10 秒以后再关闭') };
  }
  return { is: closing(state, trade, actor, reason, at) };
}

/** The record of an unpaid trade's closing. */
export function closing(
  state: ShopState,
  trade: Trade,
  actor: 'seller' | 'buyer' | 'platform',
  reason: string,
  at: number,
): Draft {
  const orders = trade.orders.order.map((order): Order => ({ ...order, status: 'TRADE_CLOSED_BY_TAOBAO' }));
  const after = { ...tradeAfter(trade, orders, { at, settings: state.settings }), close_reason: reason };
  return changed(state, at, actor, 'trade.closed', { kind: 'trade', id: trade.tid, after });
}

function whyNotClosed(trade: Trade): string {
  if (trade.status.startsWith('TRADE_CLOSED')) return '这笔订单已经关闭了';
  if (trade.status === 'TRADE_FINISHED') return '这笔订单已经交易成功，不能关闭';
  return '买家已经付款，不能关闭交易；缺货或买家不要了，请走退款';
}
