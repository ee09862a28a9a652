import type { FreightTemplate } from 'fixtures';
import type { TopError } from '../../domain/refusal.ts';
import { feeIn, standardIn } from '../../domain/tools/freight.ts';
import { PROVINCE_CODES } from '../../domain/tools/regions.ts';
import { checked, Fault } from './checked.ts';
import { topTime } from './fields.ts';
import { given, type Params } from './params.ts';

type Fee = FreightTemplate['fee_list'][number];

/** The code of the whole country: the fee of every place that no other fee names. */
const EVERYWHERE = '1';
const PROVINCES = new Map([...PROVINCE_CODES].map(([name, code]) => [code, name]));

/** A template as TOP sends it: one fee for each group of places, which go by their codes. */
export function shownTemplate({ fee_list, modified, ...template }: FreightTemplate): object {
  const top_fee = fee_list.map(({ states, ...fee }) => ({
    service_type: 'express',
    destination: states.length === 0 ? EVERYWHERE : states.map((name) => PROVINCE_CODES.get(name)).join(','),
    ...fee,
  }));
  return { ...template, modified: topTime(modified), fee_list: { top_fee } };
}

/**
 * The fees of a call: `template_dests` names the groups of places, joined by commas, the places of a group joined by
 * `|`; `template_start_standards`, `…_start_fees`, `…_add_standards` and `…_add_fees` give each group its value.
 * This shop ships by express alone.
 */
export function feesIn(params: Params): { query: Fee[] } | { error: TopError } {
  return checked(() => {
    if (given(params, 'template_types') !== 'express') {
      throw new Fault('template_types', '练习店铺只用快递一种运送方式：template_types=express');
    }
    const groups = list(params, 'template_dests');
    const [starts, startFees, adds, addFees] = ['start_standards', 'start_fees', 'add_standards', 'add_fees'].map(
      (name) => {
        const values = list(params, `template_${name}`);
        if (values.length === groups.length) return values;
        throw new Fault(`template_${name}`, `template_${name} 要和 template_dests 一样多`);
      },
    ) as [string[], string[], string[], string[]];
    return groups.map((group, i) => ({
      states: statesOf(group),
      start_standard: standardIn(starts[i]),
      start_fee: feeIn(startFees[i]),
      add_standard: standardIn(adds[i]),
      add_fee: feeIn(addFees[i]),
    }));
  });
}

function list(params: Params, name: string): string[] {
  return (given(params, name) ?? '').split(',').filter(Boolean);
}

function statesOf(group: string): string[] {
  if (group === EVERYWHERE) return [];
  return group.split('|').map((code) => {
    const name = PROVINCES.get(code.trim());
    if (name === undefined) throw new Fault('template_dests', `没有代码为 ${code} 的省份`);
    return name;
  });
}
