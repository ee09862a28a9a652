import type { DeskOrder, Shift } from 'fixtures';
import { changed } from '../../change.ts';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import { judgementOf } from './desk-order.ts';

/** 丢失: nobody handled it in time, or before the round was over. Source: textbook 4.5, AM-39. */
export function lost(state: ShopState, order: DeskOrder, shift: Shift, at: number): Draft {
  const after: DeskOrder = { ...order, status: 'lost' };
  const tell = judgementOf(state, order, shift);
  return changed(state, at, 'platform', 'desk-order.lost', { kind: 'desk-order', id: order.order_id, after }, { tell });
}
