import type { Parcel, Refund, Trade } from 'fixtures';
import type { ShopState } from '../state.ts';
import { isLive } from '../trade/trade-after.ts';
import { outParcels } from './parcel.ts';

/** The parcel in which the goods of an exchange went to the buyer anew: sent after the old ones were accepted. `parcels`: the trade's. */
export function sentAnew<P extends Pick<Parcel, 'direction' | 'oids' | 'created'>>(
  { oid, dispute_type, status, modified }: Pick<Refund, 'oid' | 'dispute_type' | 'status' | 'modified'>,
  parcels: readonly P[],
): P | undefined {
  // An exchange that is over does not change any more: its last change is the acceptance.
  if (dispute_type !== 'EXCHANGE' || status !== 'SUCCESS') return undefined;
  return parcels.findLast((one) => one.direction === 'out' && one.oids.includes(oid) && one.created >= modified);
}

/** Exchanges of the trade whose old goods are back and whose new ones have not been sent. Source: docs/back-office "退款". */
export function owedExchanges(state: ShopState, trade: Trade): Refund[] {
  const live = trade.orders.order.filter(isLive).map(({ oid }) => oid);
  return (state.refundsOf.get(trade.tid) ?? []).flatMap((id) => {
    const refund = state.refunds.get(id);
    if (refund?.dispute_type !== 'EXCHANGE' || refund.status !== 'SUCCESS' || !live.includes(refund.oid)) return [];
    return sentAnew(refund, outParcels(state, trade.tid)) ? [] : [refund];
  });
}
