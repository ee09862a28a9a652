import type { ShopRecord } from 'fixtures';
import type { AgendaEntry, AgendaKind } from './agenda.ts';
import { type Draft, numbered } from './record.ts';
import { fireRefund } from './refund/lapse.ts';
import { fireScript } from './script/fire-script.ts';
import { fireParcel } from './ship/fire-parcel.ts';
import { simText } from './sim-time.ts';
import type { ShopState } from './state.ts';
import { fireTrade } from './trade/fire-trade.ts';
import { fireDeskOrder } from './training/desk/fire-desk-order.ts';
import { fireShift } from './training/fire-shift.ts';
import { fireVisitor } from './training/service/fire-visitor.ts';

/**
 * What happens when an entry's time has come; null when the entry no longer holds (the buyer has paid, the deadline
 * was moved). Applying the drafts must end the entry's hold, or the same would happen for ever.
 */
type Fire = (state: ShopState, id: string, at: number) => Draft[] | null;

const FIRE: Readonly<Record<AgendaKind, Fire>> = {
  midnight: (state, _id, at) => {
    const date = simText(at).slice(0, 10);
    if (date <= state.date) return null;
    return [{ at, actor: 'platform', type: 'clock.day-started', subject: state.id, data: { date } }];
  },
  script: fireScript,
  reply: (state, subject, at) => {
    const pending = state.chats.get(subject)?.pending;
    if (!pending || pending.due !== at) return null;
    const { text, intent, channel } = pending;
    const data = { text, reply_to: pending.to, ...(intent && { intent }), ...(channel && { channel }) };
    return [{ at, actor: 'buyer', type: 'chat.received', subject, data }];
  },
  trade: fireTrade,
  refund: fireRefund,
  parcel: fireParcel,
  shift: fireShift,
  visitor: fireVisitor,
  'desk-order': fireDeskOrder,
};

/**
 * The next thing that happens by itself, if its time has come by `now.sim`; nothing when none has. Apply it and ask
 * again: what it sets off may be due as well. Entries that no longer hold are forgotten on the way.
 */
export function due(state: ShopState, now: { sim: number; wall: number }): ShopRecord[] {
  for (;;) {
    const entry = state.agenda.first();
    if (!entry || entry.at > now.sim || isUnready(state, entry)) return [];
    const drafts = drafted(state, entry);
    if (drafts) return numbered(state, drafts, now.wall);
    state.agenda.drop();
  }
}

/** When (simulated ms) the next thing will happen by itself; undefined when nothing will. A new day is no event. */
export function nextEvent(state: ShopState): number | undefined {
  return state.agenda.earliest(
    (entry) => entry.kind !== 'midnight' && !isUnready(state, entry) && drafted(state, entry) !== null,
  )?.at;
}

/** A round of the training platform goes on once its texts and plans are there, and nothing overtakes it. */
function isUnready(state: ShopState, { kind }: AgendaEntry): boolean {
  return !state.training && (kind === 'shift' || kind === 'visitor' || kind === 'desk-order');
}

function drafted(state: ShopState, { kind, id, at }: AgendaEntry): Draft[] | null {
  return FIRE[kind](state, id, at);
}
