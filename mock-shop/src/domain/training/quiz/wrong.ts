import type { Question } from 'fixtures';
import type { ShopState } from '../../state.ts';
import { answersOf, papersOf, questionAt } from './papers.ts';

/** What the account has not got right when it last answered it, in the order of those answers; of banks that are still there. */
export function wrongOf(state: ShopState, account: string): { bank: string; question: Question }[] {
  const last = new Map<string, { bank: string; question: Question; points: number }>();
  for (const quiz of papersOf(state, account)) {
    const answers = answersOf(state, quiz);
    for (const [at, item] of quiz.items.entries()) {
      const question = questionAt(state, item);
      const answer = answers.get(at + 1);
      // A question that was left empty counts as wrong once the paper is handed in, where the platform marks it.
      const empty = quiz.end && !answer && question?.kind !== 'open' ? 0 : undefined;
      const points = answer?.points ?? empty;
      const key = `${item.bank}/${item.question}`;
      if (!question || points === undefined) continue;
      last.delete(key);
      last.set(key, { bank: item.bank, question, points });
    }
  }
  return [...last.values()].filter(({ points }) => points < 100).map(({ bank, question }) => ({ bank, question }));
}
