import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';
import type { TrainingCommand } from '../command.ts';

export function answerVisitor(
  _state: ShopState,
  command: Extract<TrainingCommand, { type: 'visitor.answer' }>,
  _now: Now,
): Draft[] {
  throw new Error(`not yet: ${command.visitor_id}`);
}
