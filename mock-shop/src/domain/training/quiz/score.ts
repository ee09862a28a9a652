import type { Quiz, QuizAnswer } from 'fixtures';
import type { ShopState } from '../../state.ts';
import { questionAt } from './papers.ts';

/** Part of a paper: how many questions it has that the platform marks, how many of them have all points, and the mean. */
export interface Share {
  id: string;
  marked: number;
  right: number;
  /** 0 … 100 */
  percent: number;
}

export interface Score extends Omit<Share, 'id'> {
  /** Answers that wait for the teacher. */
  open: number;
  /** By knowledge component, the weakest first. */
  components: Share[];
}

/**
 * How a paper went. What is empty counts nothing once the paper is handed in, and is left out before; 简答 and 论述 are
 * the teacher's to mark.
 */
export function scoreOf(state: ShopState, quiz: Quiz, answers: ReadonlyMap<number, QuizAnswer>): Score {
  const all: number[] = [];
  const by = new Map<string, number[]>();
  let open = 0;
  for (const [at, item] of quiz.items.entries()) {
    const question = questionAt(state, item);
    const answer = answers.get(at + 1);
    if (question?.kind === 'open') {
      if (answer) open += 1;
      continue;
    }
    const points = answer?.points ?? (quiz.end ? 0 : undefined);
    if (points === undefined) continue;
    all.push(points);
    for (const component of question?.components ?? []) {
      const list = by.get(component);
      if (list) list.push(points);
      else by.set(component, [points]);
    }
  }
  const components = [...by].map(([id, points]) => ({ id, ...share(points) }));
  components.sort((a, b) => a.percent - b.percent || (a.id < b.id ? -1 : 1));
  return { ...share(all), open, components };
}

function share(points: readonly number[]): Omit<Share, 'id'> {
  const sum = points.reduce((total, one) => total + one, 0);
  return {
    marked: points.length,
    right: points.filter((one) => one === 100).length,
    percent: points.length === 0 ? 0 : Math.round(sum / points.length),
  };
}
