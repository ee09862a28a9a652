import { decideChat } from './chat/chat.ts';
import type { Command, Decision, Now } from './command.ts';
import { decideMemo } from './decide-memo.ts';
import { decideRate } from './rate/decide-rate.ts';
import { decideRefund } from './refund/decide-refund.ts';
import { decideShip } from './ship/decide-ship.ts';
import type { ShopState } from './state.ts';
import { decideTools } from './tools/decide-tools.ts';
import { decideTrade } from './trade/decide-trade.ts';
import { decideTraining } from './training/decide-training.ts';

/**
 * What the shop says to a command: records to keep, or a refusal as TOP words it. Changes nothing;
 * the same state, command and time give the same bytes.
 */
export function decide(state: ShopState, command: Command, now: Now): Decision {
  switch (command.type) {
    case 'memo.add':
    case 'memo.update':
      return decideMemo(state, command, now);
    case 'chat.send':
    case 'chat.read':
    case 'chat.say':
      return decideChat(state, command, now);
    case 'rate.add':
    case 'rate.explain':
      return decideRate(state, command, now);
    case 'refund.apply':
    case 'refund.change':
    case 'refund.cancel':
    case 'refund.agree':
    case 'refund.refuse':
    case 'refund.return':
    case 'refund.receive':
    case 'refund.message':
    case 'refund.intervene':
      return decideRefund(state, command, now);
    case 'address.save':
    case 'address.remove':
    case 'carrier.switch':
    case 'freight.save':
    case 'freight.remove':
      return decideTools(state, command, now);
    case 'trade.create':
    case 'trade.pay':
    case 'trade.close':
    case 'trade.price':
    case 'trade.postage':
    case 'trade.delay':
    case 'trade.confirm':
    case 'trade.sku':
      return decideTrade(state, command, now);
    case 'ship.address':
    case 'ship.send':
    case 'ship.confirm':
    case 'ship.cancel':
    case 'ship.resend':
    case 'ship.inquire':
      return decideShip(state, command, now);
    case 'account.sign-in':
    case 'account.sign-out':
    case 'roster.replace':
    case 'rules.change':
    case 'shift.start':
    case 'shift.end':
    case 'visitor.open':
    case 'visitor.answer':
    case 'desk.send':
    case 'desk.void':
    case 'desk.collect':
    case 'quiz.start':
    case 'quiz.answer':
    case 'quiz.check':
    case 'quiz.hand-in':
    case 'quiz.bank.import':
    case 'quiz.bank.remove':
      return decideTraining(state, command, now);
  }
}
