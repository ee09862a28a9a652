import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import type { Command } from '../domain/command.ts';
import { Refused } from '../domain/refused.ts';
import type { ShopState } from '../domain/state.ts';
import { exportedBank } from '../domain/training/quiz/banks.ts';
import { quizHome } from '../domain/training/quiz/home.ts';
import { seenPaper } from '../domain/training/quiz/papers.ts';
import { shownPaper } from '../domain/training/quiz/shown-paper.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** 巩固与提高: papers, answers, and banks. */
export function quizHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const seen = async (method: string, look: (state: ShopState) => unknown): Promise<Response> => {
    await shop.training();
    try {
      return json(look((await shop.view()).state));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      shop.refuse(method, shop.world, error.error);
      return refusal(error.error);
    }
  };
  const run = async (method: string, command: Command, look: (state: ShopState) => unknown): Promise<Response> => {
    const error = await shop.run(method, command);
    return error ? refusal(error) : seen(method, look);
  };
  const paper = (id: string) => (state: ShopState) => ({ paper: shownPaper(state, seenPaper(state, id)) });
  const home = (state: ShopState) => quizHome(state);
  return [
    http.get('*/api/quiz', () => answer(faults, 'quiz.home', () => seen('quiz.home', home))),
    http.post('*/api/quiz/papers', ({ request }) =>
      answer(faults, 'quiz.start', async () => {
        const { mode, from, section, count, open } = (await body(request)) ?? {};
        const command: Command = {
          type: 'quiz.start',
          mode: String(mode ?? ''),
          from: String(from ?? ''),
          ...(section !== undefined && { section: String(section) }),
          ...(count !== undefined && { count: Number(count) }),
          open: open === true,
        };
        return run('quiz.start', command, home);
      }),
    ),
    http.get('*/api/quiz/papers/:id', ({ params }) =>
      answer(faults, 'quiz.get', () => seen('quiz.get', paper(String(params.id)))),
    ),
    http.post('*/api/quiz/papers/:id/answers', ({ request, params }) =>
      answer(faults, 'quiz.answer', async () => {
        const { no, choices, text } = (await body(request)) ?? {};
        const quiz_id = String(params.id);
        return run('quiz.answer', { type: 'quiz.answer', quiz_id, no: Number(no), choices, text }, paper(quiz_id));
      }),
    ),
    http.post('*/api/quiz/papers/:id/checks', ({ request, params }) =>
      answer(faults, 'quiz.check', async () => {
        const { no, checked } = (await body(request)) ?? {};
        const quiz_id = String(params.id);
        return run('quiz.check', { type: 'quiz.check', quiz_id, no: Number(no), checked }, paper(quiz_id));
      }),
    ),
    http.post('*/api/quiz/papers/:id/hand-in', ({ params }) =>
      answer(faults, 'quiz.hand-in', () => {
        const quiz_id = String(params.id);
        return run('quiz.hand-in', { type: 'quiz.hand-in', quiz_id }, paper(quiz_id));
      }),
    ),
    http.post('*/api/quiz/banks', ({ request }) =>
      answer(faults, 'quiz.bank.import', async () => {
        const { name, gift } = (await body(request)) ?? {};
        return run('quiz.bank.import', { type: 'quiz.bank.import', name, gift }, home);
      }),
    ),
    http.post('*/api/quiz/banks/:id/remove', ({ params }) =>
      answer(faults, 'quiz.bank.remove', () =>
        run('quiz.bank.remove', { type: 'quiz.bank.remove', bank_id: String(params.id) }, home),
      ),
    ),
    http.get('*/api/quiz/banks/:id/gift', ({ params }) =>
      answer(faults, 'quiz.bank.gift', () => seen('quiz.bank.gift', (state) => exportedBank(state, String(params.id)))),
    ),
  ];
}
