import type { Judged, Shift, Visitor, VisitorMessage } from 'fixtures';
import { changed } from '../../change.ts';
import { CHAT_LENGTH } from '../../chat/chat.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import { invalid, missing, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { hasControl } from '../../text-fault.ts';
import type { TrainingCommand } from '../command.ts';
import { presentVisitor, scriptOf, textsOf, waited } from './desk.ts';
import { endIfDone } from './leave.ts';
import { placeOrder } from './order.ts';

type Answer = Extract<TrainingCommand, { type: 'visitor.answer' }>;

/**
 * An answer to the open question, chosen or in own words, and all that comes of it: the next question, or the end of the talk,
 * an order before the sale, and the end of the round with its last talk.
 * @throws Refused
 */
export function answerVisitor(state: ShopState, command: Answer, now: Now): Draft[] {
  const { visitor, shift } = presentVisitor(state, command.visitor_id);
  if (visitor.status === 'waiting') {
    throw new Refused(remote('isv.visitor-not-open', `请先在咨询人列表里点开 ${visitor.nick}，再回答`));
  }
  if (command.turn !== visitor.turn) {
    throw new Refused(remote('isv.visitor-turn', '这个问题已经回答过了，请看对方新的问题'));
  }
  const texts = textsOf(state);
  const script = scriptOf(state, visitor);
  const { text, judged } = judge(state, visitor, shift, command);
  const { mood, result, broken } = texts.outcomeOf(script, visitor.turn, visitor.mood, judged);
  const deal = result === 'content' && texts.canDeal(script);
  const at = simText(Math.max(now.sim, state.lastAt));
  const cross = judged.grade === 'weak' || judged.grade === 'harmful';
  const reply =
    result === 'on'
      ? texts.questionOf(state.seed, visitor.visitor_id, script, visitor.turn + 1, cross)
      : script[result];
  const messages: VisitorMessage[] = [
    ...visitor.messages,
    { from: 'student', text, at, grade: judged.grade, why: judged.why },
    { from: 'visitor', text: texts.filled(reply, visitor.facts), at },
  ];
  const order = deal ? placeOrder(state, shift, visitor, now) : undefined;
  const after: Visitor = {
    ...visitor,
    mood,
    messages,
    ...(result === 'on' ? { turn: visitor.turn + 1, asked: at, nudged: false } : { status: result }),
    ...(order && { order_id: order.subject }),
  };
  const tell = {
    faq: visitor.faq,
    turn: visitor.turn,
    how: command.choice === undefined ? 'text' : 'choice',
    seconds: waited(shift, visitor, now.sim),
    ...judged,
    mood_before: visitor.mood,
    mood_after: mood,
    result,
    broken,
    deal,
  };
  return [
    changed(state, now.sim, 'seller', 'visitor.answered', { kind: 'visitor', id: visitor.visitor_id, after }, { tell }),
    ...(order ? [order] : []),
    ...endIfDone(state, shift, after, now.sim),
  ];
}

function judge(
  state: ShopState,
  visitor: Visitor,
  shift: Shift,
  { choice, text }: Answer,
): { text: string; judged: Judged } {
  const { filled, answerOrder, judgeFree } = textsOf(state);
  const turn = scriptOf(state, visitor).turns[visitor.turn];
  if (!turn) throw new Error(`${visitor.script} 没有第 ${visitor.turn + 1} 轮`);
  if (choice !== undefined && text !== undefined) {
    throw new Refused(invalid('text', '选一个答案，或者自己写，不能两样都给'));
  }
  if (choice !== undefined) {
    const place = answerOrder(state.seed, visitor.visitor_id, visitor.turn)[choice];
    const answer = place === undefined ? undefined : turn.answers[place];
    if (!answer) throw new Refused(invalid('choice', '请在四个答案里选一个'));
    const { text: words, why, ...rest } = answer;
    return { text: filled(words, visitor.facts), judged: { ...rest, why: filled(why, visitor.facts) } };
  }
  if (text === undefined) throw new Refused(missing('choice', '请选一个答案，或者自己写一句'));
  if (!shift.rules.service.free) {
    throw new Refused(remote('isv.free-answer-off', '这一轮的规则只能选答案，不能自己写'));
  }
  const words = text.trim();
  if (words === '') throw new Refused(missing('text', '请写一句回答'));
  if (words.length > CHAT_LENGTH) throw new Refused(invalid('text', `回答最多 ${CHAT_LENGTH} 个字`));
  if (hasControl(words)) throw new Refused(invalid('text', '回答里有看不见的控制字符，请删掉后再发送'));
  const judged = judgeFree(turn, words, visitor.facts);
  if (!judged) throw new Refused(remote('isv.free-answer-off', '这个问题只能选答案'));
  return { text: words, judged };
}
