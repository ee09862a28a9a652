import type { QuizHome } from '../domain/training/quiz/home.ts';
import type { ShownPaper } from '../domain/training/quiz/shown-paper.ts';
import { rest } from './call.ts';

export type { BankSummary, PaperSummary, QuizHome } from '../domain/training/quiz/home.ts';
export type { ShownPaper, ShownQuestion } from '../domain/training/quiz/shown-paper.ts';

const paperUrl = (id: string): string => `/api/quiz/papers/${encodeURIComponent(id)}`;
const bankUrl = (id: string): string => `/api/quiz/banks/${encodeURIComponent(id)}`;

/** @throws {ShopError} */
export const getQuizHome = (): Promise<QuizHome> => rest('/api/quiz');

/** @throws {ShopError} `isv.quiz-not-exist`, `isv.permission-denied` */
export const getPaper = async (id: string): Promise<ShownPaper> =>
  (await rest<{ paper: ShownPaper }>(paperUrl(id))).paper;

/** What a new paper is to be. */
export interface PaperWish {
  mode: 'practice' | 'exam';
  /** `course`, `wrong`, or the number of a bank. */
  from: string;
  section?: string;
  count?: number;
  open: boolean;
}

/** @returns the number of the new paper @throws {ShopError} `isv.quiz-running`, `isv.quiz-empty` */
export const startPaper = async (wish: PaperWish): Promise<string> =>
  (await rest<QuizHome>('/api/quiz/papers', wish)).papers.find(({ end }) => !end)?.quiz_id ?? '';

/** @throws {ShopError} `isv.invalid-parameter:answer`, `isv.task-undone`, `isv.quiz-over` */
export const answerQuestion = (id: string, no: number, given: object): Promise<unknown> =>
  rest(`${paperUrl(id)}/answers`, { no, ...given });

/** @throws {ShopError} */
export const checkPoints = (id: string, no: number, checked: readonly number[]): Promise<unknown> =>
  rest(`${paperUrl(id)}/checks`, { no, checked });

/** @throws {ShopError} `isv.quiz-over` */
export const handInPaper = (id: string): Promise<unknown> => rest(`${paperUrl(id)}/hand-in`, {});

/** @throws {ShopError} `isv.invalid-parameter:gift` with the line and the reason */
export const importBank = (name: string, gift: string): Promise<unknown> => rest('/api/quiz/banks', { name, gift });

/** @throws {ShopError} `isv.bank-in-use` */
export const removeBank = (id: string): Promise<unknown> => rest(`${bankUrl(id)}/remove`, {});

/** @throws {ShopError} `isv.permission-denied` */
export const getGift = (id: string): Promise<{ name: string; gift: string }> => rest(`${bankUrl(id)}/gift`);
