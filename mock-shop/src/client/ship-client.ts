import type { Carrier, Parcel, Receiver, SellerAddress, Trade } from 'fixtures';
import { gateway, rest } from './call.ts';

/** A parcel as far as anybody can know it. */
export type SeenParcel = Omit<Parcel, 'ahead' | 'fate'>;

export interface ShippingPage {
  trades: Trade[];
  total: number;
  /** How many trades each tab holds. */
  counts: Record<string, number>;
  parcels: SeenParcel[];
}

/** One page of 发货管理. @throws {ShopError} */
export const getShipping = (params: Record<string, string>): Promise<ShippingPage> =>
  rest(`/api/shipping?${new URLSearchParams(params)}`);

export interface Shipping {
  trade: Trade;
  /** To the buyer, oldest first. */
  parcels: SeenParcel[];
  carriers: Carrier[];
  addresses: SellerAddress[];
}

/** A trade with its parcels, and what it can be sent with. @throws {ShopError} `isv.trade-not-exist` */
export const getShippingOf = (tid: string): Promise<Shipping> => rest(`/api/shipping/${encodeURIComponent(tid)}`);

/** 整笔订单修改: `taobao.trade.shippingaddress.update`. @throws {ShopError} */
export const saveReceiver = (tid: string, receiver: Receiver): Promise<unknown> =>
  gateway('trade.shippingaddress.update', { tid, ...receiver });

export interface Shipment {
  tid: string;
  way: 'offline' | 'online' | 'dummy';
  company_code?: string;
  out_sid?: string;
  /** Orders that go now; absent: all that are left. */
  oids?: readonly string[];
  /** Kept only if the shipment comes about. */
  receiver?: Receiver;
  sender_id?: string;
  cancel_id?: string;
}

/** `taobao.logistics.offline.send`, `online.send`, `dummy.send`. @throws {ShopError} sub code `isv.logistics-offline-service-error:B…` */
export async function ship({ tid, way, oids, receiver, ...rest }: Shipment): Promise<void> {
  await gateway(`logistics.${way}.send`, { tid, ...split(oids), ...receiver, ...rest });
}

/** `taobao.logistics.online.confirm`: the courier took it, under this number. @throws {ShopError} */
export const confirmPickUp = (tid: string, out_sid: string): Promise<unknown> =>
  gateway('logistics.online.confirm', { tid, out_sid });

/** `taobao.logistics.online.cancel`. @throws {ShopError} */
export const cancelPickUp = (tid: string): Promise<unknown> => gateway('logistics.online.cancel', { tid });

/** `taobao.logistics.consign.resend`: another waybill for a parcel, or the goods of an exchange. @throws {ShopError} */
export const resend = (
  { tid, oids }: Pick<SeenParcel, 'tid' | 'oids'>,
  company_code: string,
  out_sid: string,
): Promise<unknown> => gateway('logistics.consign.resend', { tid, ...split(oids), company_code, out_sid });

/** 联系快递. @throws {ShopError} */
export const inquire = (parcelId: string, kind: 'trace' | 'proof'): Promise<unknown> =>
  rest(`/api/parcels/${encodeURIComponent(parcelId)}/inquiries`, { kind });

function split(oids: readonly string[] | undefined): Record<string, string> {
  return oids ? { is_split: '1', sub_tid: oids.join(',') } : {};
}
