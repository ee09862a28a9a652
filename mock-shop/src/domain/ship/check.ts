import type { Carrier, Order, Trade } from 'fixtures';
import { invalid, remote, type TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import { fitsPattern, tidyWaybill } from './waybill.ts';

type Fault = 'B01' | 'B04' | 'B56' | 'B59' | 'B60';

/**
 * TOP's refusals of a shipment: B01 no such order, B04 wrong status or shipped already, B56 no company, B59 no waybill
 * number, B60 number breaks the carrier's rule or was used. Source: seller-backend "Gateway".
 */
export function shipFault(code: Fault, why: string): TopError {
  return remote(`isv.logistics-offline-service-error:${code}`, why);
}

/** The carrier of that code, if this shop offers it. */
export function carrierOf(state: ShopState, code: string): Carrier | TopError {
  if (code === '') return shipFault('B56', '请选择物流公司');
  const carrier = state.carriers.get(code);
  if (!carrier) return shipFault('B56', `没有代码为 ${code.slice(0, 20)} 的物流公司`);
  return carrier.enabled ? carrier : shipFault('B56', `${carrier.name}已停用，请换一家，或到物流工具里启用`);
}

/**
 * The waybill number as it is kept, if it can be this carrier's and no other parcel of the shop has it.
 * @param own id of the parcel that may have it already
 */
export function waybillOf(
  state: ShopState,
  carrier: Carrier,
  text: string,
  own?: string,
): string | { fault: TopError } {
  const number = tidyWaybill(text);
  if (number === '') return { fault: shipFault('B59', '请填写运单号') };
  if (!fitsPattern(carrier, number)) {
    return { fault: shipFault('B60', `运单号 ${number.slice(0, 30)} 不符合${carrier.name}的编号规则，请核对`) };
  }
  const user = userOf(state, carrier, number, own);
  return user === undefined
    ? number
    : { fault: shipFault('B60', `运单号 ${number} 已经用在订单 ${user} 上，一个运单号只能用一次`) };
}

/** Which trade uses the number. Looks at every trade, as a world may begin with waybills that have no parcel. */
function userOf(state: ShopState, carrier: Carrier, number: string, own: string | undefined): string | undefined {
  for (const parcel of state.parcels.values()) {
    if (parcel.out_sid === number && parcel.company_code === carrier.code && parcel.parcel_id !== own)
      return parcel.tid;
  }
  const uses = ({ invoice_no, logistics_company }: Order): boolean =>
    invoice_no === number && logistics_company === carrier.name;
  const ownTid = own === undefined ? undefined : state.parcels.get(own)?.tid;
  return state.trades.find(({ tid, orders }) => tid !== ownTid && orders.order.some(uses))?.tid;
}

/** Ids of orders, all of this trade and each once. */
export function ordersOf(trade: Trade, oids: readonly string[]): string[] | { fault: TopError } {
  if (oids.length === 0) return { fault: invalid('sub_tid', '请至少勾选一件宝贝') };
  const stranger = oids.find((oid) => !trade.orders.order.some((order) => order.oid === oid));
  if (stranger !== undefined) {
    return { fault: shipFault('B01', `订单 ${trade.tid} 里没有编号为 ${stranger.slice(0, 20)} 的宝贝`) };
  }
  return [...new Set(oids)];
}

/** An entry of the address library. `undefined` when none was named. */
export function addressFault(
  state: ShopState,
  parameter: 'sender_id' | 'cancel_id',
  id?: string,
): TopError | undefined {
  if (id === undefined || id === '' || state.addresses.has(id)) return undefined;
  return invalid(parameter, '地址库里没有这个地址，请重新选择');
}
