import type { Draft } from '../../record.ts';
import type { ShopState } from '../../state.ts';

export function fireVisitor(_state: ShopState, _id: string, _at: number): Draft[] | null {
  return null;
}
