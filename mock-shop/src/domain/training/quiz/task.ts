import type { QuestionOf, Quiz } from 'fixtures';
import { simMs } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';

type Done = QuestionOf<'task'>['steps'][number]['done'];

/** Whether the account has done it since it took the paper, as far as the shop knows. */
const DONE: Readonly<Record<Done, (state: ShopState, quiz: Quiz) => boolean>> = {
  'signed-in': (state, { account }) => state.session?.account === account,
  chatted: (state, { start }) =>
    [...state.chats.values()].some(({ messages }) =>
      messages.some(({ from, at }) => from === 'seller' && simMs(at) >= simMs(start)),
    ),
  served: (state, { account, start }) =>
    [...state.visitors.values()].some(
      ({ shift_id, status, messages }) =>
        (status === 'content' || status === 'discontent') &&
        state.shifts.get(shift_id)?.account === account &&
        messages.some(({ from, at }) => from === 'student' && simMs(at) >= simMs(start)),
    ),
};

/** Which steps (from 0) of 操作 are still to be done. */
export function undoneSteps(state: ShopState, quiz: Quiz, { steps }: QuestionOf<'task'>): number[] {
  return steps.flatMap(({ done }, i) => (DONE[done](state, quiz) ? [] : [i]));
}
