import type { ShopRecord } from 'fixtures';
import { type Draft, numbered } from './record.ts';
import { nextMidnight, simText } from './sim-time.ts';
import type { ShopState } from './state.ts';

/**
 * All that happens by itself up to `now.sim`, in the order of its time: new days, script entries,
 * buyers' answers. What these set off in turn is due at the next call.
 */
export function due(state: ShopState, now: { sim: number; wall: number }): ShopRecord[] {
  const drafts: Draft[] = [];
  for (let at = nextMidnight(state.date); at <= now.sim; at += 86_400_000) {
    const date = simText(at).slice(0, 10);
    drafts.push({ at, actor: 'platform', type: 'clock.day-started', subject: state.id, data: { date } });
  }
  for (const { entry, due: at } of state.script.values()) {
    if (at === undefined || at > now.sim) continue;
    const { buyer_nick: subject, text, tid } = entry.do;
    // A script may speak for a buyer the world has no conversation with: better silent than stuck.
    if (!state.chats.has(subject)) continue;
    const data = { text, ...(tid !== undefined && { tid }), script: entry.id };
    drafts.push({ at, actor: 'buyer', type: 'chat.received', subject, data });
  }
  for (const { buyer_nick: subject, pending } of state.chats.values()) {
    if (!pending || pending.due > now.sim) continue;
    const data = { text: pending.text, reply_to: pending.to };
    drafts.push({ at: pending.due, actor: 'buyer', type: 'chat.received', subject, data });
  }
  return numbered(
    state,
    drafts.sort((a, b) => a.at - b.at),
    now.wall,
  );
}
