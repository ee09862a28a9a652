import type { Question, Quiz, QuizAnswer, QuizItem } from 'fixtures';
import { missing, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import type { ShopState } from '../../state.ts';
import { somebody, trainingOf } from '../round.ts';

/** A bank's questions; undefined when there is no such bank, or no longer. */
export function questionsOf(state: ShopState, bank: string): readonly Question[] | undefined {
  return bank === 'course' ? trainingOf(state).QUIZ.QUESTIONS : state.banks.get(bank)?.questions;
}

/** The question that stands there; undefined once its bank has been removed. */
export function questionAt(state: ShopState, { bank, question }: QuizItem): Question | undefined {
  return questionsOf(state, bank)?.find(({ id }) => id === question);
}

/** What has been answered of a paper, by the question's number. */
export function answersOf(state: ShopState, { quiz_id }: Quiz): Map<number, QuizAnswer> {
  const answers = new Map<number, QuizAnswer>();
  for (const id of state.answersOf.get(quiz_id) ?? []) {
    const answer = state.answers.get(id);
    if (answer) answers.set(answer.no, answer);
  }
  return answers;
}

/** The account's papers, oldest first. */
export function papersOf(state: ShopState, account: string): Quiz[] {
  return [...state.quizzes.values()].filter((one) => one.account === account);
}

/** Whether what is right may be shown by now. */
export function isJudged({ mode, end }: Quiz, answer: QuizAnswer | undefined): boolean {
  return end !== undefined || (mode === 'practice' && answer !== undefined);
}

/** Somebody's own paper. @throws Refused when nobody is signed in, there is none of that number, or it is another's */
export function ownPaper(state: ShopState, id: string): Quiz {
  const { account } = somebody(state);
  if (id === '') throw new Refused(missing('quiz_id'));
  const quiz = state.quizzes.get(id);
  if (!quiz) throw new Refused(remote('isv.quiz-not-exist', `没有编号为 ${id.slice(0, 40)} 的试卷`));
  if (quiz.account !== account) throw new Refused(remote('isv.permission-denied', '这是别人的试卷，只能看，不能做'));
  return quiz;
}

/** The same, to be worked at. @throws Refused when it is over as well */
export function openPaper(state: ShopState, id: string): Quiz {
  const quiz = ownPaper(state, id);
  if (quiz.end) throw new Refused(remote('isv.quiz-over', '这份试卷已经交了，不能再改'));
  return quiz;
}

/** A paper to look at: one's own, or anybody's for who is no student. @throws Refused */
export function seenPaper(state: ShopState, id: string): Quiz {
  const { role } = somebody(state);
  const quiz = state.quizzes.get(id);
  return quiz && role !== 'student' ? quiz : ownPaper(state, id);
}
