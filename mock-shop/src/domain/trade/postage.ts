import { fen } from '../money.ts';
import type { ShopState } from '../state.ts';

/**
 * What the buyer pays for postage, in fen: nothing from the shop's 满额包邮 on, else by the shop's first template by
 * piece that the buyer pays. Without such a template postage is free.
 * @param goods what the goods cost, in fen
 */
export function postageOf(state: ShopState, province: string, pieces: number, goods: number): number {
  if (goods >= fen(state.settings.free_post_from)) return 0;
  const template = [...state.freight.values()].find((one) => one.assumer === 0 && one.valuation === 0);
  const fees = template?.fee_list ?? [];
  const fee = fees.find(({ states }) => states.includes(province)) ?? fees.find(({ states }) => states.length === 0);
  if (!fee) return 0;
  const more = Math.max(0, Math.ceil((pieces - fee.start_standard) / fee.add_standard));
  return fen(fee.start_fee) + more * fen(fee.add_fee);
}
