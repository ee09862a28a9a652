import { changed } from '../change.ts';
import type { Now } from '../command.ts';
import { isEmpty, patch } from '../patch.ts';
import type { Draft } from '../record.ts';
import { invalid } from '../refusal.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { mayManage } from './accounts.ts';
import { rulesOf, trainingOf } from './round.ts';

/**
 * 规则设置: what the next rounds are like; a round that is going on keeps the rules that it began with.
 * @throws Refused that names the entry and what is wrong with it
 */
export function changeRules(state: ShopState, rules: unknown, now: Now): Draft[] {
  mayManage(state, '改规则');
  const checked = trainingOf(state).checkedRules(rules);
  if ('fault' in checked) throw new Refused(invalid('rules', checked.fault));
  if (isEmpty(patch(rulesOf(state), checked.rules))) return [];
  return [changed(state, now.sim, 'admin', 'rules.changed', { kind: 'rules', id: 'shop', after: checked.rules })];
}
