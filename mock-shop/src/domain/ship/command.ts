import type { Parcel, ParcelInquiry, Receiver } from 'fixtures';

/** 自己联系物流, 在线下单 (a pick-up is booked), 无需物流: TOP's `offline.send`, `online.send`, `dummy.send`. */
export type Way = 'offline' | 'online' | 'dummy';

/** What the seller does to get goods to the buyer. Source: textbook OP-2, OP-4, OP-8; seller-backend "logistics". */
export type ShipCommand =
  /** 整笔订单修改: what is not named stays. Saved at once. */
  | { type: 'ship.address'; tid: string; receiver: Partial<Receiver> }
  | {
      type: 'ship.send';
      tid: string;
      way: Way;
      company_code?: string;
      /** Waybill number. */
      out_sid?: string;
      /** Orders that go now; absent: all that are left. */
      sub_tids?: readonly string[];
      /** 修改地址并发货: kept only if this shipment comes about. */
      receiver?: Partial<Receiver>;
      /** Entries of the address library: where it is sent from, and where it comes back to. */
      sender_id?: string;
      cancel_id?: string;
    }
  /** The booked pick-up has taken place, with this waybill number. */
  | { type: 'ship.confirm'; tid: string; out_sid: string }
  /** The booked pick-up is called off. */
  | { type: 'ship.cancel'; tid: string }
  /** Another waybill for what was shipped; `sub_tids` where the trade went in several parcels. */
  | { type: 'ship.resend'; tid: string; company_code: string; out_sid: string; sub_tids?: readonly string[] }
  /** 联系快递. */
  | { type: 'ship.inquire'; parcel_id: Parcel['parcel_id']; kind: ParcelInquiry['kind'] | string };

export type ShipAct<T extends ShipCommand['type']> = Extract<ShipCommand, { type: T }>;
