import type { Trade } from 'fixtures';
import { nextMidnight, simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';

const WEEK = 7 * 86_400_000;

/** When (ISO) the buyer got the order: the carrier's word, else the confirmation; undefined as far as nobody knows. */
export function signedAt(state: ShopState, trade: Trade, oid: string): string | undefined {
  const times = (state.parcelsOf.get(trade.tid) ?? []).flatMap((id) => {
    const parcel = state.parcels.get(id);
    if (parcel?.direction !== 'out' || !parcel.oids.includes(oid)) return [];
    return parcel.trace.filter(({ status }) => status === 'ACCEPTED_BY_RECEIVER').map((one) => one.status_time);
  });
  return times.sort().at(-1) ?? (trade.status === 'TRADE_FINISHED' ? trade.end_time : undefined);
}

/** Last moment (simulated ms) of 七天无理由: seven times 24 hours from the midnight after signing. Source: textbook AM-13. */
export function sevenDaysEnd(signed: string): number {
  return nextMidnight(signed.slice(0, 10)) + WEEK;
}

/** Whether goods for which the buyer confirmed the receipt may still be complained of: 15 days from the trade's end. The platform's usual term. */
export function isAftersaleOpen(trade: Trade, at: number): boolean {
  return trade.end_time !== undefined && at <= simMs(trade.end_time) + 15 * 86_400_000;
}
