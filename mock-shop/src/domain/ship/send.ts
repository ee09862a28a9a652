import type { Carrier, Order, Parcel, Receiver, ShopRecord, Trade } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { refusedByShipping } from '../refund/shipped.ts';
import { invalid, missing, type TopError } from '../refusal.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import type { Ruled } from '../trade/find-trade.ts';
import { tradeAfter } from '../trade/trade-after.ts';
import { OPEN_REFUNDS } from '../trade-index.ts';
import { isSame, mergedReceiver } from './address.ts';
import { zoneFor } from './carrier-zone.ts';
import { addressFault, carrierOf, ordersOf, shipFault, waybillOf } from './check.ts';
import type { ShipAct, Way } from './command.ts';
import { bookedParcel, newParcel, nextParcelId, outParcels, sendable, senderOf } from './parcel.ts';

const WAYS: readonly Way[] = ['offline', 'online', 'dummy'];

/**
 * 发货: all that is left of a trade, or some orders of it. With a waybill, or without logistics, it counts as shipped at
 * once; a booked pick-up does when the courier has been there. A remark that says to wait and an open refund do not
 * hinder it, as in life. Source: textbook OP-2, OP-4; seller-backend "logistics.offline / online / dummy.send".
 */
export function send(state: ShopState, command: ShipAct<'ship.send'>, at: number): Ruled<Draft[]> {
  const { tid, way } = command;
  const trade = unsentTrade(state, tid);
  if ('code' in trade) return { refusal: trade };
  if (!WAYS.includes(way)) return { refusal: invalid('way', '物流服务只有在线下单、自己联系物流和无需物流') };
  const oids = chosen(state, trade, command.sub_tids);
  if ('fault' in oids) return { refusal: oids.fault };
  const address =
    addressFault(state, 'sender_id', command.sender_id) ?? addressFault(state, 'cancel_id', command.cancel_id);
  if (address) return { refusal: address };
  const receiver = newReceiver(trade, command.receiver);
  if ('refusal' in receiver) return receiver;
  const taken = carriage(state, command);
  if ('fault' in taken) return { refusal: taken.fault };

  const from = senderOf(state.addresses.values(), command.sender_id);
  const parcel = newParcel(
    state,
    {
      parcel_id: nextParcelId(state),
      trade,
      oids,
      out_sid: taken.out_sid,
      ...(taken.carrier && { carrier: taken.carrier }),
      ...(from && { from }),
      ...(receiver.is && { receiver: receiver.is }),
    },
    at,
  );
  const tell = {
    way,
    ...(taken.carrier && { fee: zoneFor(taken.carrier, (receiver.is ?? trade).receiver_state).fee }),
    ...(command.sender_id && { sender_id: command.sender_id }),
    ...(command.cancel_id && { cancel_id: command.cancel_id }),
  };
  if (way === 'online' && taken.out_sid === '') return { is: [booking(state, parcel, tell, at)] };
  return { is: [shipped(state, trade, parcel, 'seller', tell, at)] };
}

/** The trade, if some of it can still be sent. */
export function unsentTrade(state: ShopState, tid: string): Trade | TopError {
  if (tid === '') return missing('tid');
  if (!/^\d{1,19}$/.test(tid)) return invalid('tid', '订单编号应当全是数字');
  const trade = find(state, 'trade', tid);
  if (!trade) return shipFault('B01', `没有编号为 ${tid} 的订单`);
  if (trade.status === 'WAIT_SELLER_SEND_GOODS' || trade.status === 'SELLER_CONSIGNED_PART') return trade;
  if (trade.status === 'WAIT_BUYER_PAY') return shipFault('B04', '买家还没有付款，不能发货');
  return shipFault(
    'B04',
    trade.status.startsWith('TRADE_CLOSED') ? '这笔订单已经关闭，不能发货' : '这笔订单已经发过货了',
  );
}

/** The record of goods that are on their way: the orders, the trade's status and deadline, and the address if it was another. */
export function shipped(
  state: ShopState,
  trade: Trade,
  parcel: Parcel,
  actor: ShopRecord['actor'],
  tell: Record<string, unknown>,
  at: number,
): Draft {
  const { oids, company_name, company_code, out_sid, parcel_id, receiver } = parcel;
  const refused = refusedByShipping(state, trade.tid, oids, at);
  const orders = trade.orders.order.map((order): Order => {
    if (!oids.includes(order.oid)) return order;
    const refund = refused.find(({ oid }) => oid === order.oid);
    return {
      ...order,
      ...(refund && { refund_status: refund.status }),
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      consign_time: simText(at),
      ...(company_code && { logistics_company: company_name, invoice_no: out_sid }),
    };
  });
  const whole = trade.orders.order.every(({ oid, status }) => oids.includes(oid) || status.startsWith('TRADE_CLOSED'));
  const refunding = trade.orders.order
    .filter(({ oid, refund_status }) => oids.includes(oid) && OPEN_REFUNDS.includes(refund_status))
    .map(({ oid }) => oid);
  // 单笔交易修改 is of the goods that went there; the others still go where the trade says. Source: textbook OP-4.
  const after = { ...tradeAfter(trade, orders, { at, settings: state.settings }), ...(whole && receiver) };
  return changed(
    state,
    at,
    actor,
    'trade.shipped',
    { kind: 'trade', id: trade.tid, after },
    {
      also: [
        { kind: 'parcel', id: parcel_id, after: parcel },
        ...refused.map((refund): Changed => ({ kind: 'refund', id: refund.refund_id, after: refund })),
      ],
      tell: {
        ...tell,
        parcel_id,
        oids,
        company_name,
        out_sid,
        ...(receiver && { receiver }),
        ...(refunding.length > 0 && { refunding }),
      },
    },
  );
}

/** The record of a booked pick-up. Nothing of the trade changes yet. */
function booking(state: ShopState, parcel: Parcel, tell: Record<string, unknown>, at: number): Draft {
  const [begun] = parcel.trace;
  const trace = begun ? [{ ...begun, status_desc: `已预约${parcel.company_name}上门取件` }] : [];
  const after = { ...parcel, trace };
  return changed(state, at, 'seller', 'parcel.booked', { kind: 'parcel', id: parcel.parcel_id, after }, { tell });
}

/** Ids of the orders that go now. */
function chosen(state: ShopState, trade: Trade, wanted?: readonly string[]): string[] | { fault: TopError } {
  const left = sendable(trade, outParcels(state, trade.tid)).map(({ oid }) => oid);
  if (left.length === 0) {
    return {
      fault: shipFault(
        'B04',
        bookedParcel(state, trade.tid) ? '已经预约了上门取件，请先取消预约' : '这笔订单里没有可以发货的宝贝',
      ),
    };
  }
  if (!wanted) return left;
  const oids = ordersOf(trade, wanted);
  if ('fault' in oids) return oids;
  const gone = oids.find((oid) => !left.includes(oid));
  return gone === undefined ? oids : { fault: shipFault('B04', `宝贝 ${gone} 已发货、已预约取件或已退款，不能再发`) };
}

function newReceiver(trade: Trade, parts?: Partial<Receiver>): { is?: Receiver } | { refusal: TopError } {
  if (!parts) return {};
  const wanted = mergedReceiver(trade, parts);
  if ('refusal' in wanted) return wanted;
  return isSame(trade, wanted.is) ? {} : wanted;
}

/** Who carries it, and under which number. */
function carriage(
  state: ShopState,
  { way, company_code = '', out_sid = '' }: ShipAct<'ship.send'>,
): { carrier?: Carrier; out_sid: string } | { fault: TopError } {
  if (way === 'dummy') return { out_sid: '' };
  const carrier = carrierOf(state, company_code);
  if (!('zones' in carrier)) return { fault: carrier };
  if (way === 'online' && out_sid.trim() === '') return { carrier, out_sid: '' };
  const number = waybillOf(state, carrier, out_sid);
  return typeof number === 'string' ? { carrier, out_sid: number } : number;
}
