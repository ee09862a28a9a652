import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';

export function collect(_state: ShopState, id: string, _now: Now): Draft[] {
  throw new Error(`not yet: ${id}`);
}
