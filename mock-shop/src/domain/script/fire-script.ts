import { chatWith } from '../chat/chat.ts';
import type { Draft } from '../record.ts';
import type { ShopState } from '../state.ts';

/** What a script entry brings about at its time; null when it is over or called off. */
export function fireScript(state: ShopState, id: string, at: number): Draft[] | null {
  const waiting = state.script.waiting.get(id);
  if (waiting?.due !== at) return null;
  const { buyer_nick: subject, text, tid, intent } = waiting.entry.do;
  // A script may speak for somebody who has not bought yet: then nobody hears it.
  if (!chatWith(state, subject)) {
    return [{ at, actor: 'platform', type: 'script.skipped', subject, data: { script: id, why: '没有这位买家' } }];
  }
  return [
    {
      at,
      actor: 'buyer',
      type: 'chat.received',
      subject,
      data: { text, ...(tid !== undefined && { tid }), ...(intent && { intent }), script: id },
    },
  ];
}
