import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import type { TrainingCommand } from '../command.ts';

export function sendOrder(
  _state: ShopState,
  command: Extract<TrainingCommand, { type: 'desk.send' }>,
  _now: Now,
): Draft[] {
  throw new Error(`not yet: ${command.order_id}`);
}
