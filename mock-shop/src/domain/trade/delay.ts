import { changed } from '../change.ts';
import type { Draft } from '../record.ts';
import { invalid, remote } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import type { TradeCommand } from './command.ts';
import { findTrade, type Ruled, wrongStatus } from './find-trade.ts';
import { extended } from './timeout.ts';

/** What a seller may add at a time, in days. Source: textbook OP-6. */
export const DELAY_DAYS = [3, 5, 7, 10] as const;

/**
 * 延长收货时间: the deadline moves on from where it is. The seller as often as he likes; the buyer once a trade, by the
 * days of the shop's settings. Only what was sent and not confirmed. Source: textbook OP-6, AM-26.
 */
export function delayTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.delay' }>,
  at: number,
): Ruled<Draft> {
  const found = findTrade(state, command.tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  const { actor } = command;
  const days = actor === 'seller' ? command.days : state.settings.buyer_extend_days;
  if (actor === 'seller' && !DELAY_DAYS.some((one) => one === days)) {
    return { refusal: invalid('days', `延长的天数只能是 ${DELAY_DAYS.join('、')}`) };
  }
  if (trade.status !== 'WAIT_BUYER_CONFIRM_GOODS') return wrongStatus('只有已经发货、买家还没有确认收货的订单才能延长');
  if (actor === 'buyer' && trade.buyer_extended) {
    return { refusal: remote('isv.trade-extended-already', '每笔订单买家只能延长一次，还需要时间请联系卖家') };
  }
  const longer = extended(trade, days);
  if (!longer) return wrongStatus('这笔订单没有自动确认收货的期限，不用延长');
  const after = actor === 'buyer' ? { ...longer, buyer_extended: true } : longer;
  return {
    is: changed(state, at, actor, 'trade.delayed', { kind: 'trade', id: trade.tid, after }, { tell: { days } }),
  };
}
