import type { Question, Quiz, QuizAnswer } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import { invalid, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { hasControl } from '../../text-fault.ts';
import type { TrainingCommand } from '../command.ts';
import { trainingOf } from '../round.ts';
import { openPaper, ownPaper, questionAt } from './papers.ts';
import { undoneSteps } from './task.ts';

/**
 * An answer to one question. In practice it is judged at once and stays; in an exam it can be changed until the paper
 * is handed in, and the record does not say whether it is right.
 * @throws Refused when the paper is over or another's, or the answer is none to that question
 */
export function answerQuiz(
  state: ShopState,
  { quiz_id, no, choices, text }: Extract<TrainingCommand, { type: 'quiz.answer' }>,
  now: Now,
): Draft[] {
  const quiz = openPaper(state, quiz_id);
  const { item, question } = questionOf(state, quiz, no);
  const answer_id = `${quiz_id}-${no}`;
  const before = state.answers.get(answer_id);
  if (before && quiz.mode === 'practice') throw new Refused(remote('isv.quiz-answered', '这道题已经答过了'));
  const given = givenOf(question, choices, text);
  const { answerFault, mark } = trainingOf(state).QUIZ;
  const fault = answerFault(question, given);
  if (fault) throw new Refused(invalid('answer', fault));
  if (question.kind === 'task') {
    const undone = undoneSteps(state, quiz, question);
    if (undone.length > 0) {
      throw new Refused(remote('isv.task-undone', `还没有做完：${undone.map((step) => step + 1).join('、')} 步`));
    }
  }
  const points = quiz.mode === 'practice' ? mark(question, item.order, given) : undefined;
  const after: QuizAnswer = {
    answer_id,
    quiz_id,
    no,
    at: simText(Math.max(now.sim, state.lastAt)),
    given,
    ...(points !== undefined && { points }),
  };
  const { components, id } = question;
  return [
    changed(
      state,
      now.sim,
      'seller',
      'quiz.answered',
      { kind: 'answer', id: answer_id, after },
      { tell: { account: quiz.account, question: id, components } },
    ),
  ];
}

/**
 * 简答, 论述: which key points the student finds in the own answer; kept for whoever marks it.
 * @throws Refused unless the question is one of these, answered, and its points may be seen by now
 */
export function checkPoints(
  state: ShopState,
  { quiz_id, no, checked }: Extract<TrainingCommand, { type: 'quiz.check' }>,
  now: Now,
): Draft[] {
  const quiz = ownPaper(state, quiz_id);
  const { question } = questionOf(state, quiz, no);
  if (question.kind !== 'open') throw new Refused(invalid('no', '这道题没有要点可以对照'));
  const answer = state.answers.get(`${quiz_id}-${no}`);
  if (!answer) throw new Refused(remote('isv.quiz-unanswered', '请先写下自己的答案，再对照要点'));
  if (quiz.mode === 'exam' && !quiz.end) throw new Refused(remote('isv.quiz-running', '考核要交卷以后才能对照要点'));
  const list: unknown[] = Array.isArray(checked) ? checked : [-1];
  // In the order of the points, each once.
  const ticked = question.points.flatMap((_, i) => (list.includes(i) ? [i] : []));
  if (ticked.length < list.length) throw new Refused(invalid('checked', '没有这个要点'));
  const after = { ...answer, checked: ticked };
  return JSON.stringify(after) === JSON.stringify(answer)
    ? []
    : [changed(state, now.sim, 'seller', 'quiz.checked', { kind: 'answer', id: answer.answer_id, after })];
}

function questionOf(state: ShopState, quiz: Quiz, no: number) {
  const item = Number.isInteger(no) ? quiz.items[no - 1] : undefined;
  if (!item) throw new Refused(invalid('no', `这份试卷只有 ${quiz.items.length} 题`));
  const question = questionAt(state, item);
  if (!question) throw new Refused(remote('isv.bank-not-exist', '这道题所在的题库已经移除'));
  return { item, question };
}

/** Only what that kind of question is answered by is kept. */
function givenOf(question: Question, choices: unknown, text: unknown): QuizAnswer['given'] {
  if (question.kind === 'task') return {};
  if (question.kind !== 'fill' && question.kind !== 'open') return { choices: choices as number[] };
  if (typeof text === 'string' && hasControl(text)) throw new Refused(invalid('answer', '答案里有看不见的控制字符'));
  return { text: text as string };
}
