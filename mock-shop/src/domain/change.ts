import type { ShopRecord } from 'fixtures';
import { type Entities, type EntityKind, find } from './entities.ts';
import { isEmpty, type Patch, patch } from './patch.ts';
import type { Draft } from './record.ts';
import { simText } from './sim-time.ts';
import type { ShopState } from './state.ts';

/** A further thing that a record changes, beside the one that its subject names. */
export interface Also extends Patch {
  kind: EntityKind;
  id: string;
}

/** A thing before and after: absent before where it is new, absent after where it is gone. */
export interface Changed<K extends EntityKind = EntityKind> {
  kind: K;
  id: string;
  after: Entities[K] | null;
  /** What it is by then, where an earlier draft of the same decision has changed it. */
  before?: Entities[K];
}

/**
 * The draft of a record that says what changed: `data.before` and `data.after` of the subject, the same for every
 * other thing in `data.also`, and whatever else the record tells. Folding it needs no rule of the business.
 *
 * @param main the thing that the record is about; `trade.modified` and `refund.modified` are set to the record's time
 */
export function changed<K extends EntityKind>(
  state: ShopState,
  at: number,
  actor: ShopRecord['actor'],
  type: string,
  main: Changed<K>,
  { also = [], tell = {} }: { also?: readonly Changed[]; tell?: Record<string, unknown> } = {},
): Draft {
  const more = also.map((one): Also => ({ kind: one.kind, id: one.id, ...patchOf(state, one, at) }));
  const rest = more.filter((one) => !isEmpty(one));
  return {
    at,
    actor,
    type,
    subject: main.id,
    data: { ...tell, ...patchOf(state, main, at), ...(rest.length > 0 && { also: rest }) },
  };
}

function patchOf(state: ShopState, { kind, id, after, before: known }: Changed, at: number): Patch {
  const before = known ?? find(state, kind, id) ?? null;
  const change = patch(before, after);
  if (isEmpty(change) || !change.after || !(kind === 'trade' || kind === 'refund')) return change;
  const time = simText(Math.max(at, state.lastAt));
  if (change.before && before) change.before.modified = Reflect.get(before, 'modified');
  change.after.modified = time;
  return change;
}
