import type { Order, ScriptedAct, Trade } from 'fixtures';
import type { Command } from '../command.ts';
import { find } from '../entities.ts';
import { yuan } from '../money.ts';
import { refundable } from '../refund/amount.ts';
import { PRACTICE_PASSWORD } from '../refund/practice-password.ts';
import type { ShopState } from '../state.ts';

/** The command that a script has its buyer give; a Chinese sentence when there is nothing it could be given for. */
export function buyerCommand(state: ShopState, deed: ScriptedAct): Command | string {
  const { act, buyer_nick } = deed;
  const actor = 'buyer';
  if (act.type === 'trade.create') {
    const { message, ...order } = act;
    return { ...order, actor, buyer_nick, ...(message !== undefined && { message }) };
  }
  const trade = find(state, 'trade', deed.tid ?? state.tradesOf.get(buyer_nick)?.at(-1) ?? '');
  if (!trade) return '这位买家还没有订单';
  const { tid } = trade;
  switch (act.type) {
    case 'trade.pay':
    case 'trade.close':
    case 'trade.delay':
    case 'trade.confirm':
      return { ...act, actor, tid };
    case 'rate.add':
      return { ...act, actor, tid, ...(deed.oid !== undefined && { oid: deed.oid }) };
  }
  const order = trade.orders.order.find(({ oid }) => deed.oid === undefined || oid === deed.oid);
  if (!order) return '订单里没有这件宝贝';
  if (act.type === 'refund.apply')
    return { ...act, ...claim(trade, order, act), actor, buyer_nick, tid, oid: order.oid };
  if (order.refund_id === undefined) return '还没有申请退款';
  const own = { actor, buyer_nick, refund_id: order.refund_id } as const;
  switch (act.type) {
    case 'refund.change':
      return { ...act, ...claim(trade, order, act), ...own };
    case 'refund.return':
    case 'refund.message':
      return { ...act, ...own, pics: [] };
    case 'refund.cancel':
    case 'refund.intervene':
      return { ...act, ...own };
  }
}

/** What a claim needs beside what the script says of it. */
function claim(
  trade: Trade,
  order: Order,
  act: Extract<ScriptedAct['act'], { type: 'refund.apply' | 'refund.change' }>,
) {
  const { good_status, refund_fee = yuan(refundable(trade, order, good_status)) } = act;
  return { refund_fee, pics: [], password: PRACTICE_PASSWORD };
}
