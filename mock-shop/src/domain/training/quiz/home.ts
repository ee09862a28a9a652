import type { Account, Question, Quiz, QuizSection } from 'fixtures';
import type { ShopState } from '../../state.ts';
import { accountsOf, signedIn } from '../round.ts';
import { answersOf, questionsOf } from './papers.ts';
import { scoreOf } from './score.ts';
import { wrongOf } from './wrong.ts';

export interface BankSummary {
  /** `course`, or the number of an imported bank. */
  bank: string;
  name: string;
  /** Who brought it; absent: it comes with the course. */
  by?: string;
  /** Questions that the platform marks, those that it does not, and how many of the first are in each section. */
  marked: number;
  others: number;
  sections: Partial<Record<QuizSection, number>>;
}

export interface PaperSummary extends Omit<Quiz, 'items'> {
  name: string;
  total: number;
  answered: number;
  /** Once it is handed in. */
  percent?: number;
  /** Answers that wait for the teacher's mark. */
  open: number;
}

export interface QuizHome {
  account: Account | null;
  banks: BankSummary[];
  /** One's own, or all for who is no student; the newest first. */
  papers: PaperSummary[];
  /** How many questions one has got wrong last time. */
  wrong: number;
}

/** What the page of 巩固与提高 begins with. */
export function quizHome(state: ShopState): QuizHome {
  const account = signedIn(state) ?? null;
  const banks = [bankOf(state, 'course', '课程题库')];
  for (const { bank_id, name, by } of state.banks.values()) banks.push({ ...bankOf(state, bank_id, name), by });
  const papers = [...state.quizzes.values()]
    .filter((quiz) => account && (account.role !== 'student' || quiz.account === account.account))
    .map((quiz) => paperOf(state, quiz))
    .reverse();
  return { account, banks, papers, wrong: account ? wrongOf(state, account.account).length : 0 };
}

function bankOf(state: ShopState, bank: string, name: string): BankSummary {
  const questions = questionsOf(state, bank) ?? [];
  const sections: BankSummary['sections'] = {};
  const marked = questions.filter((one) => isMarked(one));
  for (const { section } of marked) if (section) sections[section] = (sections[section] ?? 0) + 1;
  return { bank, name, marked: marked.length, others: questions.length - marked.length, sections };
}

function isMarked({ kind }: Question): boolean {
  return kind !== 'open' && kind !== 'task';
}

function paperOf(state: ShopState, quiz: Quiz): PaperSummary {
  const answers = answersOf(state, quiz);
  const { items, ...rest } = quiz;
  const { percent, open } = scoreOf(state, quiz, answers);
  return {
    ...rest,
    name: accountsOf(state).find((one) => one.account === quiz.account)?.name ?? '',
    total: items.length,
    answered: answers.size,
    open,
    ...(quiz.end && { percent }),
  };
}
