import type { ScriptedAct } from 'fixtures';
import type { Command } from '../command.ts';
import type { ShopState } from '../state.ts';

/** The command that a script has its buyer give; a Chinese sentence when there is nothing it could be given for. */
export function buyerCommand(state: ShopState, { buyer_nick, act, ...names }: ScriptedAct): Command | string {
  const tid = names.tid ?? state.tradesOf.get(buyer_nick)?.at(-1);
  if (tid === undefined) return '这位买家还没有订单';
  const actor = 'buyer';
  switch (act.type) {
    case 'rate.add':
      return { ...act, actor, tid, ...(names.oid !== undefined && { oid: names.oid }) };
  }
}
