import { type Changed, changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { trainingOf } from '../round.ts';
import { answersOf, openPaper, questionAt } from './papers.ts';
import { scoreOf } from './score.ts';

/** 交卷: what has not been judged is judged now; what was left empty brings nothing. @throws Refused */
export function handIn(state: ShopState, id: string, now: Now): Draft[] {
  const quiz = openPaper(state, id);
  const answers = answersOf(state, quiz);
  const also: Changed[] = [];
  for (const [at, item] of quiz.items.entries()) {
    const answer = answers.get(at + 1);
    const question = questionAt(state, item);
    if (!answer || !question || answer.points !== undefined) continue;
    const points = trainingOf(state).QUIZ.mark(question, item.order, answer.given);
    if (points === undefined) continue;
    const after = { ...answer, points };
    answers.set(answer.no, after);
    also.push({ kind: 'answer', id: answer.answer_id, after });
  }
  const after = { ...quiz, end: simText(Math.max(now.sim, state.lastAt)) };
  const { percent, marked, right, open } = scoreOf(state, after, answers);
  const tell = { account: quiz.account, mode: quiz.mode, percent, marked, right, open };
  return [changed(state, now.sim, 'seller', 'quiz.handed-in', { kind: 'quiz', id, after }, { also, tell })];
}
