import type { Decision, Now } from '../command.ts';
import { type Draft, numbered } from '../record.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { agree, receive, refuse } from './answer.ts';
import { apply, change } from './ask.ts';
import type { RefundCommand } from './command.ts';
import { sendBack } from './goods.ts';
import { cancel, intervene, message } from './talk.ts';

/** Refunds, from either side of the counter. Source: textbook OP-7. */
export function decideRefund(state: ShopState, command: RefundCommand, now: Now): Decision {
  try {
    return { records: numbered(state, [drafted(state, command, Math.max(now.sim, state.lastAt))], now.wall) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refusal: error.error, subject: 'refund_id' in command ? command.refund_id : command.tid };
  }
}

function drafted(state: ShopState, command: RefundCommand, at: number): Draft {
  switch (command.type) {
    case 'refund.apply':
      return apply(state, command, at);
    case 'refund.change':
      return change(state, command, at);
    case 'refund.cancel':
      return cancel(state, command, at);
    case 'refund.agree':
      return agree(state, command, at);
    case 'refund.refuse':
      return refuse(state, command, at);
    case 'refund.return':
      return sendBack(state, command, at);
    case 'refund.receive':
      return receive(state, command, at);
    case 'refund.message':
      return message(state, command, at);
    case 'refund.intervene':
      return intervene(state, command, at);
  }
}
