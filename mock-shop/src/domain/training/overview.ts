import type { Account, Shift } from 'fixtures';
import { counts } from '../query.ts';
import type { ShopState } from '../state.ts';
import { answersOf, papersOf } from './quiz/papers.ts';
import { accountsOf, trainingOf } from './round.ts';

/** How a round went, in figures: of 客服 its visitors by state, of 订单 its orders by state. */
export type Figures = Readonly<Record<string, number>>;

export interface RoundSummary extends Pick<Shift, 'shift_id' | 'kind' | 'account' | 'start' | 'end' | 'ended'> {
  /** Of the account; empty when it is no longer on the roster. */
  name: string;
  preset: string;
  figures: Figures;
}

/** What the account has done in one of the two systems. */
export interface RoundTask {
  /** Finished rounds. */
  rounds: number;
  running?: string;
  last?: RoundSummary;
}

export interface Tasks {
  service: RoundTask;
  orders: RoundTask;
  /** The shop's own work, whoever does it. */
  backend: { waitSend: number; refunding: number; needRate: number };
  quiz: { papers: number; running?: string; answered: number; marked: number; right: number; total: number };
}

/** 我的账户: the four tasks of the course and how far the account is. Source: textbook 0.1, 2.1, 4. */
export function tasksOf(state: ShopState, account: string, now: number): Tasks {
  const { waitSend, refunding, needRate } = counts(state, now);
  return {
    service: roundTask(state, account, 'service'),
    orders: roundTask(state, account, 'orders'),
    backend: { waitSend, refunding, needRate },
    quiz: quizTask(state, account),
  };
}

function roundTask(state: ShopState, account: string, kind: Shift['kind']): RoundTask {
  const own = [...state.shifts.values()].filter((one) => one.kind === kind && one.account === account);
  const running = own.find(({ end }) => !end);
  const last = own.findLast(({ end }) => end);
  return {
    rounds: own.filter(({ end }) => end).length,
    ...(running && { running: running.shift_id }),
    ...(last && { last: roundSummary(state, last) }),
  };
}

function quizTask(state: ShopState, account: string): Tasks['quiz'] {
  const papers = papersOf(state, account);
  const answers = papers.flatMap((quiz) => [...answersOf(state, quiz).values()]);
  const marked = answers.filter(({ points }) => points !== undefined);
  const running = papers.find(({ end }) => !end);
  return {
    papers: papers.filter(({ end }) => end).length,
    ...(running && { running: running.quiz_id }),
    answered: answers.length,
    marked: marked.length,
    right: marked.filter(({ points }) => points === 100).length,
    total: trainingOf(state).QUIZ.QUESTIONS.length,
  };
}

/** Every round of this world, the newest first. */
export function roundsOf(state: ShopState): RoundSummary[] {
  return [...state.shifts.values()].map((shift) => roundSummary(state, shift)).reverse();
}

function roundSummary(state: ShopState, shift: Shift): RoundSummary {
  const { shift_id, kind, account, start, end, ended, rules } = shift;
  return {
    shift_id,
    kind,
    account,
    name: accountsOf(state).find((one) => one.account === account)?.name ?? '',
    preset: rules.preset,
    start,
    ...(end !== undefined && { end }),
    ...(ended !== undefined && { ended }),
    figures: kind === 'service' ? visitorFigures(state, shift_id) : orderFigures(state, shift_id),
  };
}

function visitorFigures(state: ShopState, shift: string): Figures {
  const figures = { come: 0, content: 0, discontent: 0, left: 0, deals: 0 };
  for (const id of state.visitorsOf.get(shift) ?? []) {
    const visitor = state.visitors.get(id);
    if (!visitor) continue;
    figures.come += 1;
    if (visitor.order_id !== undefined) figures.deals += 1;
    if (visitor.status !== 'waiting' && visitor.status !== 'open') figures[visitor.status] += 1;
  }
  return figures;
}

function orderFigures(state: ShopState, shift: string): Figures {
  const figures = { come: 0, placed: 0, sent: 0, finished: 0, voided: 0, invalid: 0, lost: 0 };
  for (const id of state.deskOrdersOf.get(shift) ?? []) {
    const order = state.deskOrders.get(id);
    if (!order) continue;
    figures.come += 1;
    figures[order.status] += 1;
  }
  return figures;
}

/** A line of the teacher's list: who, and how much has been done. */
export interface RosterRow extends Account {
  service: number;
  orders: number;
  papers: number;
  answered: number;
}

/** The students, in the order of the list. */
export function rosterRows(state: ShopState): RosterRow[] {
  const rows = new Map(
    accountsOf(state)
      .filter(({ role }) => role === 'student')
      .map((one): [string, RosterRow] => [one.account, { ...one, service: 0, orders: 0, papers: 0, answered: 0 }]),
  );
  for (const { account, kind, end } of state.shifts.values()) {
    const row = rows.get(account);
    if (row && end) row[kind] += 1;
  }
  for (const { account, quiz_id, end } of state.quizzes.values()) {
    const row = rows.get(account);
    if (!row) continue;
    if (end) row.papers += 1;
    row.answered += state.answersOf.get(quiz_id)?.length ?? 0;
  }
  return [...rows.values()];
}
