/** Whatever is asked of trades in whatever order, with the clock moving: money is conserved, sums hold, records fold. */

import fc from 'fast-check';
import { buildWorld, TradeStatus } from 'fixtures';
import { expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import { parcelFaults, shipAct } from '../../testing/random-ship-act.ts';
import { tradeAct } from '../../testing/random-trade-act.ts';
import { apply } from '../apply.ts';
import { heldOf } from '../ledger.ts';
import { fen } from '../money.ts';
import { beginState } from '../state.ts';
import { isOver } from './trade-after.ts';

const parts = (seed: number) => buildWorld('bulk-40', seed);
/** Shipping is tried as often as all the rest: most of what follows needs it. */
const step = fc.tuple(fc.nat(39), fc.oneof(tradeAct, shipAct), fc.nat(3 * 86_400_000));

it('keeps every promise of the ledger and the lists', () => {
  let done = 0;
  const types = new Map<string, number>();
  fc.assert(
    fc.property(fc.nat(1000), fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (seed, steps) => {
      const played = new Played(parts(seed));
      for (const [n, make, pause] of steps) {
        // Half the time a trade that waits for something: most are over.
        const waiting = played.state.trades.filter((trade) => n % 2 === 0 && !isOver(trade.status));
        const among = waiting.length > 0 ? waiting : played.state.trades;
        const trade = among[n % among.length];
        if (trade && played.refusal(make(trade, played.state)) === '') done += 1;
        played.wait(pause);
      }
      for (const { type } of played.records) types.set(type, (types.get(type) ?? 0) + 1);
      const { ledger, trades } = played.state;
      expect(ledger.buyers + ledger.escrow + ledger.seller).toBe(0);
      expect(ledger.escrow).toBe(trades.reduce((sum, trade) => sum + heldOf(trade), 0));
      expect(ledger.seller).toBe(trades.reduce((sum, trade) => sum + fen(trade.received_payment), 0));
      for (const trade of trades) {
        const orders = trade.orders.order;
        const goods = orders.reduce((sum, order) => sum + fen(order.payment), 0);
        const totals = orders.reduce((sum, order) => sum + fen(order.total_fee), 0);
        expect(goods).toBe(totals - fen(trade.discount_fee) + fen(trade.adjust_fee));
        expect(fen(trade.payment)).toBe(goods + fen(trade.post_fee));
        expect(TradeStatus.options).toContain(trade.status);
      }
      expect(played.records.map(({ seq }) => seq)).toEqual(played.records.map((_, i) => i + 1));
      const folded = beginState(parts(seed), 1000);
      for (const record of played.records) apply(folded, { ...record, world: folded.id });
      expect(folded.trades).toEqual(trades);
      expect(folded.ledger).toEqual(ledger);
      expect(parcelFaults(played.state)).toEqual([]);
      expect(folded.parcels).toEqual(played.state.parcels);
    }),
    { numRuns: 60, seed: 20_261_122 },
  );
  // A run in which everything is refused would prove nothing.
  expect(done).toBeGreaterThan(60);
  for (const type of ['trade.shipped', 'trade.reshipped', 'parcel.booked', 'parcel.moved', 'parcel.answered']) {
    expect(types.get(type), type).toBeGreaterThan(10);
  }
});
