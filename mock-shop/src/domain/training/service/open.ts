import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import { presentVisitor, waited } from './desk.ts';

/** 接待: the talk with a visitor begins. Nothing changes when it has. @throws Refused when there is none, or it is over */
export function openVisitor(state: ShopState, id: string, now: Now): Draft[] {
  const { visitor, shift } = presentVisitor(state, id);
  if (visitor.status === 'open') return [];
  const after = { ...visitor, status: 'open' as const };
  const tell = { seconds: waited(shift, visitor, now.sim) };
  return [changed(state, now.sim, 'seller', 'visitor.opened', { kind: 'visitor', id, after }, { tell })];
}
