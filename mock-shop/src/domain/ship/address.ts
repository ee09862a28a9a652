import type { Receiver, Trade } from 'fixtures';
import { changed } from '../change.ts';
import { receiverFault } from '../receiver.ts';
import type { Draft } from '../record.ts';
import type { TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import { findTrade, type Ruled, wrongStatus } from '../trade/find-trade.ts';
import type { ShipAct } from './command.ts';
import { bookedParcel, RECEIVER_FIELDS, receiverOf } from './parcel.ts';

/**
 * 整笔订单修改地址: before shipping, saved at once, for every order of the trade. Whether the buyer agreed is not asked,
 * as in life. Source: textbook OP-4.
 * @returns nothing when nothing changed
 */
export function changeAddress(
  state: ShopState,
  { tid, receiver }: ShipAct<'ship.address'>,
  at: number,
): Ruled<Draft[]> {
  const found = findTrade(state, tid);
  if ('refusal' in found) return found;
  const trade = found.is;
  if (trade.status !== 'WAIT_SELLER_SEND_GOODS') {
    return wrongStatus(
      trade.status === 'WAIT_BUYER_PAY' ? '买家付款以后才能修改收货地址' : '只有等待发货的订单才能修改收货地址',
    );
  }
  if (bookedParcel(state, tid)) return wrongStatus('已经预约了上门取件，请先取消预约再修改地址');
  const wanted = mergedReceiver(trade, receiver);
  if ('refusal' in wanted) return wanted;
  if (isSame(trade, wanted.is)) return { is: [] };
  const after = { ...trade, ...wanted.is };
  return { is: [changed(state, at, 'seller', 'trade.address.changed', { kind: 'trade', id: tid, after })] };
}

/** The trade's receiver with these parts put in, if something can be sent there. */
export function mergedReceiver(trade: Trade, parts: Partial<Receiver>): { is: Receiver } | { refusal: TopError } {
  const receiver = receiverOf(trade);
  for (const field of RECEIVER_FIELDS) {
    const text = parts[field];
    if (text !== undefined) receiver[field] = text.trim();
  }
  const refusal = receiverFault(receiver);
  return refusal ? { refusal } : { is: receiver };
}

export function isSame(trade: Trade, receiver: Receiver): boolean {
  return RECEIVER_FIELDS.every((field) => trade[field] === receiver[field]);
}
