/** Who asks: the shop's seller, or the buyer of that nick, who has a say in his own refunds alone. */
type BySeller = { actor: 'seller' };
/** What the seller has seen of the refund (`versionOf`); absent: whatever there is. */
type Seen = { version?: number };
type ByBuyer = { actor: 'buyer'; buyer_nick: string };

/** What a buyer fills in to ask for money or other goods. */
export interface Application {
  dispute_type: string;
  good_status: string;
  reason: string;
  /** Yuan with two decimals; for an exchange `0.00`. */
  refund_fee: string;
  /** At most 200 characters. */
  desc: string;
  /** At most 3: `data:` URLs, or names of pictures that the shop draws. */
  pics: readonly string[];
  /** The practice password. */
  password: string;
}

/** What buyer and seller do about a refund. Source: textbook OP-7, seller-backend "refunds". */
export type RefundCommand =
  | ({ type: 'refund.apply'; tid: string; oid: string } & Application & ByBuyer)
  | ({ type: 'refund.change'; refund_id: string } & Application & ByBuyer)
  | ({ type: 'refund.cancel'; refund_id: string } & ByBuyer)
  /** The address is wanted where goods come back; `post_fee_bear_role` absent: as the reason says. */
  | ({
      type: 'refund.agree';
      refund_id: string;
      seller_address_id?: string;
      remark?: string;
      post_fee_bear_role?: number;
    } & BySeller &
      Seen)
  /** `of`: what is refused, the application or the goods that came back. */
  | ({
      type: 'refund.refuse';
      refund_id: string;
      of: 'application' | 'goods';
      message: string;
      reason_id?: number;
      proof?: string;
    } & BySeller &
      Seen)
  /** A seller may fill in the waybill for the buyer (TOP `rp.returngoods.refill`). `collect`: freight collect, never taken. */
  | ({
      type: 'refund.return';
      refund_id: string;
      company_code: string;
      sid: string;
      desc: string;
      pics: readonly string[];
      collect?: boolean;
    } & (BySeller | ByBuyer))
  | ({ type: 'refund.receive'; refund_id: string } & BySeller & Seen)
  | ({ type: 'refund.message'; refund_id: string; content: string; pics: readonly string[] } & (BySeller | ByBuyer))
  | ({ type: 'refund.intervene'; refund_id: string } & (BySeller | ByBuyer));

/** The command of that type. */
export type RefundAct<T extends RefundCommand['type']> = Extract<RefundCommand, { type: T }>;
