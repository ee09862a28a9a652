import type { ScriptedAct } from 'fixtures';
import { chatWith } from '../chat/chat.ts';
import { decide } from '../decide.ts';
import type { Draft } from '../record.ts';
import { simMs } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { buyerCommand } from './buyer-command.ts';

/** What a script entry brings about at its time; null when it is over or called off. */
export function fireScript(state: ShopState, id: string, at: number): Draft[] | null {
  const waiting = state.script.waiting.get(id);
  if (waiting?.due !== at) return null;
  const deed = waiting.entry.do;
  if (deed.type === 'act') return acted(state, id, deed, at);
  const { buyer_nick: subject, text, tid, intent } = deed;
  // A script may speak for somebody who has not bought yet: then nobody hears it.
  if (!chatWith(state, subject)) return [skipped(id, subject, '没有这位买家', at)];
  const data = { text, ...(tid !== undefined && { tid }), ...(intent && { intent }), script: id };
  return [{ at, actor: 'buyer', type: 'chat.received', subject, data }];
}

/** The shop hears the buyer's command as any other; what it refuses is told once and over. */
function acted(state: ShopState, id: string, deed: ScriptedAct, at: number): Draft[] {
  const command = buyerCommand(state, deed);
  if (typeof command === 'string') return [skipped(id, deed.buyer_nick, command, at)];
  const decision = decide(state, command, { sim: at, wall: 0 });
  if ('refusal' in decision) {
    const { sub_code, msg, sub_msg = msg } = decision.refusal;
    return [skipped(id, decision.subject, sub_msg, at, sub_code)];
  }
  const [first, ...more] = decision.records;
  if (!first) return [skipped(id, deed.buyer_nick, '已经是这样了', at)];
  return [{ ...first, data: { ...first.data, script: id } }, ...more].map(
    ({ at: time, actor, type, subject, data }) => ({
      at: simMs(time),
      actor,
      type,
      subject,
      data,
    }),
  );
}

function skipped(script: string, subject: string, why: string, at: number, code?: string): Draft {
  const data = { script, why, ...(code !== undefined && { code }) };
  return { at, actor: 'platform', type: 'script.skipped', subject, data };
}
