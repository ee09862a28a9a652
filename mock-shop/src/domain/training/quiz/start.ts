import { QUIZ_SECTIONS, type Question, type Quiz } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import { invalid, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import type { TrainingCommand } from '../command.ts';
import { somebody, trainingOf } from '../round.ts';
import { papersOf, questionsOf } from './papers.ts';
import { wrongOf } from './wrong.ts';

type Pool = { bank: string; question: Question }[];

/**
 * Takes a new paper, its questions and their choices shuffled by the world's seed and the paper's number.
 * @throws Refused when nobody is signed in, a paper is unfinished, or there is nothing to ask
 */
export function startQuiz(
  state: ShopState,
  { mode, from, section, count, open }: Extract<TrainingCommand, { type: 'quiz.start' }>,
  now: Now,
): Draft[] {
  const { account } = somebody(state);
  if (mode !== 'practice' && mode !== 'exam') throw new Refused(invalid('mode', 'mode 只能是 practice 或 exam'));
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > 1000)) {
    throw new Refused(invalid('count', '题量要是 1 到 1000 的整数'));
  }
  if (section !== undefined && !Object.hasOwn(QUIZ_SECTIONS, section)) {
    throw new Refused(invalid('section', '没有这个范围'));
  }
  const unfinished = papersOf(state, account).find(({ end }) => !end);
  if (unfinished) {
    throw new Refused(remote('isv.quiz-running', `还有一份试卷（${unfinished.quiz_id}）没有交，请先做完`));
  }
  const pool = poolOf(state, account, from).filter(
    ({ question }) =>
      (section === undefined || question.section === section) &&
      (open || (question.kind !== 'open' && question.kind !== 'task')),
  );
  if (pool.length === 0) {
    throw new Refused(remote('isv.quiz-empty', from === 'wrong' ? '没有做错的题，不用重做' : '这个范围里没有题目'));
  }
  const quiz_id = `quiz-${state.quizzes.size + 1}`;
  const quiz: Quiz = {
    quiz_id,
    account,
    mode,
    from,
    start: simText(Math.max(now.sim, state.lastAt)),
    items: trainingOf(state).QUIZ.planQuiz(state.seed, quiz_id, pool, count),
  };
  return [changed(state, now.sim, 'seller', 'quiz.started', { kind: 'quiz', id: quiz_id, after: quiz })];
}

function poolOf(state: ShopState, account: string, from: string): Pool {
  if (from === 'wrong') return wrongOf(state, account);
  const questions = questionsOf(state, from);
  if (!questions) throw new Refused(remote('isv.bank-not-exist', `没有编号为 ${from.slice(0, 40)} 的题库`));
  return questions.map((question) => ({ bank: from, question }));
}
