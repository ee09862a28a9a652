/** Rating, by either side. Values come from outside: `decideRate` checks them all. */
export type RateCommand =
  /** Without `oid` every order of the trade that the side has not rated. */
  | { type: 'rate.add'; actor: 'seller' | 'buyer'; tid: string; oid?: string; result: string; content: string }
  /** The rated side answers what the other said of the order. */
  | { type: 'rate.explain'; actor: 'seller' | 'buyer'; oid: string; reply: string };
