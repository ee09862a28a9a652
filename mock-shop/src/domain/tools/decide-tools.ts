import { changed } from '../change.ts';
import type { Decision, Now } from '../command.ts';
import { find } from '../entities.ts';
import { type Draft, numbered } from '../record.ts';
import { missing, remote, type TopError } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import { removeAddress, saveAddress } from './address.ts';
import type { ToolCommand } from './command.ts';
import { removeFreight, saveFreight } from './freight.ts';

/** 物流工具: the address library, freight templates, and the carriers that the shop works with. */
export function decideTools(state: ShopState, command: ToolCommand, now: Now): Decision {
  const result = decided(state, command, now);
  return Array.isArray(result)
    ? { records: numbered(state, result, now.wall) }
    : { refusal: result, subject: subjectOf(command) };
}

function decided(state: ShopState, command: ToolCommand, now: Now): Draft[] | TopError {
  switch (command.type) {
    case 'address.save':
      return saveAddress(state, command, now);
    case 'address.remove':
      return removeAddress(state, command, now);
    case 'carrier.switch':
      return switchCarrier(state, command, now);
    case 'freight.save':
      return saveFreight(state, command, now);
    case 'freight.remove':
      return removeFreight(state, command, now);
  }
}

/** A shop that offers no carrier could not ship. */
function switchCarrier(
  state: ShopState,
  { code, enabled }: Extract<ToolCommand, { type: 'carrier.switch' }>,
  now: Now,
): Draft[] | TopError {
  if (code === '') return missing('code');
  const carrier = find(state, 'carrier', code);
  if (!carrier) return remote('isv.carrier-not-exist', `没有代码为 ${code} 的物流公司`);
  if (carrier.enabled === enabled) return [];
  const open = [...state.carriers.values()].filter((one) => one.enabled);
  if (!enabled && open.length === 1) return remote('isv.carrier-last', '至少要开通一家物流公司，不能全部关闭');
  const after = { ...carrier, enabled };
  return [changed(state, now.sim, 'seller', 'carrier.switched', { kind: 'carrier', id: code, after })];
}

function subjectOf(command: ToolCommand): string {
  switch (command.type) {
    case 'address.save':
    case 'address.remove':
      return command.contact_id ?? '';
    case 'carrier.switch':
      return command.code;
    case 'freight.save':
    case 'freight.remove':
      return command.template_id ?? '';
  }
}
