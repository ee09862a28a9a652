import type { FreightTemplate } from 'fixtures';
import { changed } from '../change.ts';
import type { Now } from '../command.ts';
import { find } from '../entities.ts';
import { fen, yuan } from '../money.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote, type TopError } from '../refusal.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { textFault } from '../text-fault.ts';
import type { ToolCommand } from './command.ts';
import { freshId } from './fresh-id.ts';
import { PROVINCE_CODES } from './regions.ts';

/** A template's name, in GBK bytes. */
export const FREIGHT_NAME_BYTES = 50;
/** Highest fee of an entry, in fen. */
const MOST_FEE = 99_999;

type Fee = FreightTemplate['fee_list'][number];
type Save = Extract<ToolCommand, { type: 'freight.save' }>;

/** What the buyer pays for so many pieces (or kg) to a province, in fen; the entry without provinces serves all others. */
export function postage(
  { assumer, fee_list }: Pick<FreightTemplate, 'assumer' | 'fee_list'>,
  province: string,
  amount: number,
): number {
  if (assumer === 1) return 0;
  const fee =
    fee_list.find(({ states }) => states.includes(province)) ?? fee_list.find(({ states }) => states.length === 0);
  if (!fee) return 0;
  // A hair less: tenths of a kg do not add up exactly.
  const more = Math.max(0, Math.ceil((amount - fee.start_standard) / fee.add_standard - 1e-6));
  return fen(fee.start_fee) + more * fen(fee.add_fee);
}

/** A new template, or one changed. Where the seller pays there is nothing to calculate: one entry of nothing. */
export function saveFreight(state: ShopState, command: Save, now: Now): Draft[] | TopError {
  const id = command.template_id;
  const before = id === undefined ? undefined : find(state, 'freight', id);
  if (id !== undefined && !before) return remote('isv.template-not-exist', '没有这个运费模板，可能刚被删除');
  const name = command.name.trim();
  const fault = freightFault({ ...command, name });
  if (fault) return fault;
  if ([...state.freight.values()].some((one) => one.name === name && one.template_id !== id)) {
    return invalid('name', `已经有名为「${name}」的运费模板`);
  }
  const { assumer, valuation } = command;
  const after: FreightTemplate = {
    template_id: before?.template_id ?? freshId(state),
    name,
    assumer: assumer === 1 ? 1 : 0,
    valuation: valuation === 1 ? 1 : 0,
    modified: before?.modified ?? '',
    fee_list: assumer === 1 ? [FREE] : command.fee_list,
  };
  if (before && JSON.stringify(before) === JSON.stringify(after)) return [];
  after.modified = simText(Math.max(now.sim, state.lastAt));
  const main = { kind: 'freight' as const, id: after.template_id, after };
  return [changed(state, now.sim, 'seller', 'freight.saved', main)];
}

/** A shop has at least one template, or nothing could be sold. */
export function removeFreight(
  state: ShopState,
  { template_id }: Extract<ToolCommand, { type: 'freight.remove' }>,
  now: Now,
): Draft[] | TopError {
  if (template_id === '') return missing('template_id');
  if (!find(state, 'freight', template_id)) {
    return remote('isv.template-not-exist', '没有这个运费模板，可能已经删除');
  }
  if (state.freight.size === 1) return remote('isv.template-last', '店铺至少要有一个运费模板，不能再删');
  return [changed(state, now.sim, 'seller', 'freight.removed', { kind: 'freight', id: template_id, after: null })];
}

/** Pieces or kg that somebody wrote; 0 for what is no number, which the rules then refuse. */
export function standardIn(text = ''): number {
  return /^\d{1,3}(?:\.\d{1,3})?$/.test(text.trim()) ? Number(text) : 0;
}

/** A fee that somebody wrote, as TOP writes it: 6 and 6.0 are 6.00. What is no amount stays, and the rules refuse it. */
export function feeIn(text = ''): string {
  return /^\d{1,7}(?:\.\d{1,2})?$/.test(text.trim()) ? Number(text).toFixed(2) : text;
}

const FREE: Fee = { states: [], start_standard: 1, start_fee: '0.00', add_standard: 1, add_fee: '0.00' };

/** Why this cannot be a template; undefined when it can. Source: textbook PS-04, PS-05 (clear, nothing on top). */
export function freightFault({
  name,
  assumer,
  valuation,
  fee_list,
}: Omit<Save, 'type' | 'actor'>): TopError | undefined {
  if (name === '') return missing('name', '请填写模板名称');
  const long = textFault('name', '模板名称', name, FREIGHT_NAME_BYTES);
  if (long) return long;
  if (assumer !== 0 && assumer !== 1) return invalid('assumer', '运费由谁承担：0 买家，1 卖家');
  if (valuation !== 0 && valuation !== 1) return invalid('valuation', '计价方式：0 按件数，1 按重量');
  if (assumer === 1) return undefined;
  const defaults = fee_list.filter(({ states }) => states.length === 0).length;
  if (defaults !== 1) return invalid('fee_list', '运费模板要有且只有一行默认运费');
  const seen = new Set<string>();
  for (const fee of fee_list) {
    const unfit = statesFault(fee, seen) ?? feeFault(fee, valuation);
    if (unfit) return unfit;
  }
  return undefined;
}

function statesFault({ states }: Fee, seen: Set<string>): TopError | undefined {
  for (const state of states) {
    if (!PROVINCE_CODES.has(state)) return invalid('fee_list', `没有「${state}」这个省份`);
    if (seen.has(state)) return invalid('fee_list', `${state}出现了两次，一个省份只能有一种运费`);
    seen.add(state);
  }
  return undefined;
}

/** Says which line it is about: a template has many. */
function feeFault(
  { states, start_standard, start_fee, add_standard, add_fee }: Fee,
  valuation: number,
): TopError | undefined {
  const where = states.length === 0 ? '默认运费' : `${states[0]}${states.length > 1 ? '等地区' : ''}`;
  // Weights go by a tenth of a kg.
  const unit = valuation === 1 ? 10 : 1;
  const countable = (n: number): boolean =>
    n * unit >= 1 && n <= 999 && Math.abs(n * unit - Math.round(n * unit)) < 1e-6;
  if (!countable(start_standard) || !countable(add_standard)) {
    return invalid('fee_list', `${where}：${valuation === 1 ? '重量是 0.1 到 999 千克' : '件数是 1 到 999 的整数'}`);
  }
  for (const fee of [start_fee, add_fee]) {
    if (!/^\d{1,9}\.\d{2}$/.test(fee)) return invalid('fee_list', `${where}：运费写成元，最多两位小数，例如 8.00`);
    if (fen(fee) > MOST_FEE) return invalid('fee_list', `${where}：运费最多 ${yuan(MOST_FEE)} 元`);
  }
  return undefined;
}
