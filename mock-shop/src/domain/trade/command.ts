/** Where a parcel is to go, with TOP's names. */
export interface Receiver {
  receiver_name: string;
  receiver_state: string;
  receiver_city: string;
  receiver_district: string;
  receiver_town?: string;
  receiver_address: string;
  receiver_zip: string;
  receiver_mobile: string;
  receiver_phone?: string;
}

/** What is asked of a trade. Amounts in yuan as TOP writes them; days are simulated. */
export type TradeCommand =
  /** The buyer orders. `cod`: pays at the door. */
  | {
      type: 'trade.create';
      actor: 'buyer';
      buyer_nick: string;
      items: readonly { num_iid: string; sku_id: string; num: number }[];
      receiver: Receiver;
      message?: string;
      cod?: boolean;
    }
  | { type: 'trade.pay'; actor: 'buyer'; tid: string }
  | { type: 'trade.close'; actor: 'seller' | 'buyer'; tid: string; reason: string }
  /** 修改价格: what each of these orders is to cost, and the postage. What is not named stays. */
  | {
      type: 'trade.price';
      actor: 'seller';
      tid: string;
      orders: readonly { oid: string; payment: string }[];
      post_fee?: string;
    }
  | { type: 'trade.postage'; actor: 'seller'; tid: string; post_fee: string }
  /** The seller names the days; what a buyer may add is a setting. */
  | { type: 'trade.delay'; actor: 'seller'; tid: string; days: number }
  | { type: 'trade.delay'; actor: 'buyer'; tid: string }
  /** Receipt confirmed; of a trade paid at the door first the signature, then the confirmation. */
  | { type: 'trade.confirm'; actor: 'buyer'; tid: string }
  | { type: 'trade.sku'; actor: 'seller'; oid: string; sku_id: string };
