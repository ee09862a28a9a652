import type { Decision, Now } from '../command.ts';
import { type Draft, numbered } from '../record.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { replaceRoster, signIn, signOut } from './accounts.ts';
import type { TrainingCommand } from './command.ts';
import { collect } from './desk/collect.ts';
import { sendOrder } from './desk/send.ts';
import { voidOrder } from './desk/void.ts';
import { answerQuiz, checkPoints } from './quiz/answer.ts';
import { importBank, removeBank } from './quiz/banks.ts';
import { handIn } from './quiz/hand-in.ts';
import { startQuiz } from './quiz/start.ts';
import { changeRules } from './rules.ts';
import { answerVisitor } from './service/answer.ts';
import { openVisitor } from './service/open.ts';
import { endShift, startShift } from './shift.ts';

/** 实训: accounts, rules, and the rounds of 网店客服系统 and 网店订单管理. Source: textbook 2, 4. */
export function decideTraining(state: ShopState, command: TrainingCommand, now: Now): Decision {
  try {
    return { records: numbered(state, decided(state, command, now), now.wall) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.error, subject: subjectOf(command) };
    throw error;
  }
}

function decided(state: ShopState, command: TrainingCommand, now: Now): Draft[] {
  switch (command.type) {
    case 'account.sign-in':
      return signIn(state, command, now);
    case 'account.sign-out':
      return signOut(state, now);
    case 'roster.replace':
      return replaceRoster(state, command.accounts, now);
    case 'rules.change':
      return changeRules(state, command.rules, now);
    case 'shift.start':
      return startShift(state, command.kind, command.day, now);
    case 'shift.end':
      return endShift(state, command.shift_id, now);
    case 'visitor.open':
      return openVisitor(state, command.visitor_id, now);
    case 'visitor.answer':
      return answerVisitor(state, command, now);
    case 'desk.send':
      return sendOrder(state, command, now);
    case 'desk.void':
      return voidOrder(state, command.order_id, now);
    case 'desk.collect':
      return collect(state, command.order_id, now);
    case 'quiz.start':
      return startQuiz(state, command, now);
    case 'quiz.answer':
      return answerQuiz(state, command, now);
    case 'quiz.check':
      return checkPoints(state, command, now);
    case 'quiz.hand-in':
      return handIn(state, command.quiz_id, now);
    case 'quiz.bank.import':
      return importBank(state, command.name, command.gift, now);
    case 'quiz.bank.remove':
      return removeBank(state, command.bank_id, now);
  }
}

function subjectOf(command: TrainingCommand): string {
  if ('visitor_id' in command) return command.visitor_id;
  if ('order_id' in command) return command.order_id;
  if ('quiz_id' in command) return command.quiz_id;
  if ('bank_id' in command) return command.bank_id;
  if ('shift_id' in command) return command.shift_id;
  if ('account' in command) return command.account;
  return 'kind' in command ? command.kind : 'shop';
}
