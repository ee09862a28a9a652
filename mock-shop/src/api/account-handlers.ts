import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { rosterRows, roundsOf, tasksOf } from '../domain/training/overview.ts';
import { rulesOf, signedIn } from '../domain/training/round.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** 我的账户: what somebody has to do and has done; for those who are no students, the class and its rounds. */
export function accountHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const overview = async (): Promise<Response> => {
    const { state, clock } = await shop.view();
    await shop.training();
    const account = signedIn(state);
    if (!account) return json({ account: null });
    if (account.role === 'student') return json({ account, tasks: tasksOf(state, account.account, clock.sim) });
    const manages = account.role !== 'judge';
    return json({
      account,
      rounds: roundsOf(state),
      roster: manages ? rosterRows(state) : [],
      preset: rulesOf(state).preset,
    });
  };
  return [
    http.get('*/api/account/overview', () => answer(faults, 'account.overview', overview)),
    http.post('*/api/roster', ({ request }) =>
      answer(faults, 'roster.replace', async () => {
        const error = await shop.run('roster.replace', {
          type: 'roster.replace',
          accounts: (await body(request))?.accounts,
        });
        return error ? refusal(error) : overview();
      }),
    ),
  ];
}
