import type { ShopRecord } from 'fixtures';
import { simText } from './sim-time.ts';
import type { ShopState } from './state.ts';

/** A record that has no number yet; `at` in simulated ms. */
export interface Draft {
  at: number;
  actor: ShopRecord['actor'];
  type: string;
  subject: string;
  data: Record<string, unknown>;
}

/** Numbers drafts after the state's last record. Time never runs backwards within a world. */
export function numbered(state: ShopState, drafts: readonly Draft[], wall: number): ShopRecord[] {
  return drafts.map((draft, i) => ({
    seq: state.lastSeq + 1 + i,
    world: state.id,
    at: simText(Math.max(draft.at, state.lastAt)),
    wall,
    actor: draft.actor,
    type: draft.type,
    subject: draft.subject,
    data: draft.data,
  }));
}

/** Record 1 of every world. `day`: real seconds per simulated day. */
export function worldStarted(state: ShopState, day: number, wall: number): ShopRecord[] {
  const { scenario, seed, start, title } = state;
  return numbered(
    state,
    [
      {
        at: state.lastAt,
        actor: 'platform',
        type: 'world.started',
        subject: state.id,
        data: { scenario, seed, day, start, title },
      },
    ],
    wall,
  );
}
