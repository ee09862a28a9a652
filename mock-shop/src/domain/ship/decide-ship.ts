import type { Decision, Now } from '../command.ts';
import { type Draft, numbered } from '../record.ts';
import type { ShopState } from '../state.ts';
import type { Ruled } from '../trade/find-trade.ts';
import { changeAddress } from './address.ts';
import type { ShipCommand } from './command.ts';
import { inquire } from './inquire.ts';
import { cancelPickUp, confirmPickUp } from './pick-up.ts';
import { resend } from './resend.ts';
import { send } from './send.ts';

/** Addresses, shipping and parcels, from the paid trade to the buyer's door. Source: textbook OP-2, OP-4, OP-8. */
export function decideShip(state: ShopState, command: ShipCommand, now: Now): Decision {
  const ruled = rule(state, command, Math.max(now.sim, state.lastAt));
  if ('refusal' in ruled)
    return { refusal: ruled.refusal, subject: 'tid' in command ? command.tid : command.parcel_id };
  return { records: numbered(state, ruled.is, now.wall) };
}

function rule(state: ShopState, command: ShipCommand, at: number): Ruled<Draft[]> {
  switch (command.type) {
    case 'ship.address':
      return changeAddress(state, command, at);
    case 'ship.send':
      return send(state, command, at);
    case 'ship.confirm':
      return confirmPickUp(state, command, at);
    case 'ship.cancel':
      return cancelPickUp(state, command, at);
    case 'ship.resend':
      return resend(state, command, at);
    case 'ship.inquire':
      return inquire(state, command, at);
  }
}
