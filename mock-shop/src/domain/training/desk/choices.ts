import { type DeskOrder, type TrainingRules, ZIP_OF } from 'fixtures';
import { fen, yuan } from '../../money.ts';
import { zoneFor } from '../../ship/carrier-zone.ts';

/** A carrier for one order. */
export interface Choice {
  code: string;
  name: string;
  /** For all pieces, in yuan; empty: it does not serve the region. */
  fee: string;
  days: number;
}

type OrderRules = TrainingRules['orders'];

const STATES = Object.keys(ZIP_OF);

/** What each of the round's carriers takes for an order. Twice the pieces cost twice the fee. */
export function choicesOf({ region, num }: Pick<DeskOrder, 'region' | 'num'>, { carriers }: OrderRules): Choice[] {
  const state = STATES.find((one) => region.startsWith(one)) ?? '';
  return carriers.map((carrier) => {
    const { fee, days } = zoneFor(carrier, state);
    return { code: carrier.code, name: carrier.name, fee: fee && yuan(fen(fee) * num), days };
  });
}

/**
 * The best carrier: it serves the region within the days that the rules allow, is the cheapest of those, and of equally
 * cheap ones the quickest. Where none is quick enough, the quickest, then the cheapest. Source: textbook 4.4, AM-40.
 * @returns undefined when none serves the region
 */
export function bestOf(choices: readonly Choice[], { max_days }: Pick<OrderRules, 'max_days'>): Choice | undefined {
  const serving = choices.filter(({ fee }) => fee !== '');
  const quick = serving.filter(({ days }) => days <= max_days);
  const byFee = (a: Choice, b: Choice): number => fen(a.fee) - fen(b.fee);
  if (quick.length > 0) return quick.sort((a, b) => byFee(a, b) || a.days - b.days)[0];
  return serving.sort((a, b) => a.days - b.days || byFee(a, b))[0];
}

/** Whether a choice is as good as the best: another carrier may cost and need the same. */
export function isBest(chosen: Choice, best: Choice | undefined): boolean {
  return best !== undefined && chosen.fee === best.fee && chosen.days === best.days;
}
