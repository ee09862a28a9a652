import { type DeskOrder, loadTraining, type Visitor } from 'fixtures';
import { beforeEach, expect, it } from 'vitest';
import { Played } from '../../testing/played.ts';
import { put } from '../entities.ts';
import { rosterRows, roundsOf, tasksOf } from './overview.ts';

const training = await loadTraining();
let shop: Played;
beforeEach(() => {
  shop = new Played();
  shop.state.training = training;
  shop.run({ type: 'account.sign-in', account: 'xs01', password: '123456' });
});

const tasks = (account = 'xs01') => tasksOf(shop.state, account, shop.now);

it('begins with nothing done, and the shop’s own work', () => {
  expect(tasks()).toEqual({
    service: { rounds: 0 },
    orders: { rounds: 0 },
    backend: { waitSend: 2, refunding: 0, needRate: 0 },
    quiz: { papers: 0, answered: 0, marked: 0, right: 0, total: training.QUIZ.QUESTIONS.length },
  });
});

it('counts rounds by kind, and how the last one went', () => {
  shop.run({ type: 'shift.start', kind: 'service', day: 1440 });
  expect(tasks().service).toEqual({ rounds: 0, running: 'service-1' });
  shop.run({ type: 'shift.end', shift_id: 'service-1' });
  for (const [n, status] of (['content', 'content', 'discontent', 'left', 'left'] as const).entries()) {
    const visitor = { visitor_id: `service-1-${n}`, shift_id: 'service-1', status, ...(n === 0 && { order_id: 'x' }) };
    put(shop.state, 'visitor', visitor as unknown as Visitor);
  }
  expect(tasks().service).toMatchObject({
    rounds: 1,
    last: { shift_id: 'service-1', ended: 'handed-in', name: '陈思远' },
  });
  expect(tasks().service.last?.figures).toMatchObject({ come: 5, content: 2, discontent: 1, left: 2, deals: 1 });
  shop.run({ type: 'shift.start', kind: 'orders', day: 1440 });
  put(shop.state, 'desk-order', { order_id: 'a', shift_id: 'orders-1', status: 'finished' } as DeskOrder);
  put(shop.state, 'desk-order', { order_id: 'b', shift_id: 'other', status: 'lost' } as DeskOrder);
  expect(roundsOf(shop.state)).toMatchObject([
    { shift_id: 'orders-1', figures: { finished: 1, lost: 0 } },
    { shift_id: 'service-1', preset: 'normal' },
  ]);
  expect(tasks('xs02')).toMatchObject({ service: { rounds: 0 }, orders: { rounds: 0 } });
});

it('counts papers and answers, for the student and on the teacher’s list', () => {
  shop.run({ type: 'quiz.start', mode: 'practice', from: 'course', section: 'goods', open: false });
  const single = shop.state.quizzes.get('quiz-1')?.items.findIndex(({ question }) => question === 'goods-first') ?? 0;
  shop.run({ type: 'quiz.answer', quiz_id: 'quiz-1', no: single + 1, choices: [0] });
  expect(tasks().quiz).toMatchObject({ papers: 0, running: 'quiz-1', answered: 1, marked: 1 });
  shop.run({ type: 'quiz.hand-in', quiz_id: 'quiz-1' });
  expect(tasks().quiz).toMatchObject({ papers: 1, answered: 1 });
  const rows = rosterRows(shop.state);
  expect(rows).toHaveLength(40);
  expect(rows[0]).toMatchObject({ account: 'xs01', papers: 1, answered: 1, service: 0, orders: 0 });
  expect(rows[1]).toMatchObject({ account: 'xs02', papers: 0, answered: 0 });
});
