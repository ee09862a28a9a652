import type { Shift } from 'fixtures';
import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import type { Command } from '../domain/command.ts';
import { simMs, simText } from '../domain/sim-time.ts';
import { realSeconds, rulesOf, signedIn } from '../domain/training/round.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** 我的账户, the rounds of both systems, and the rules that they begin with. */
export function trainingHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const account = async (): Promise<Response> => {
    // The bar on top asks on every page: nothing is loaded while nobody is signed in.
    if (!(await shop.view()).state.session?.account) return json({ account: null });
    await shop.training();
    return json({ account: signedIn((await shop.view()).state) ?? null });
  };
  const shifts = async (): Promise<Response> => {
    await shop.training();
    const { state, clock } = await shop.view();
    const list = [...state.shifts.values()].map((one) => shownShift(one, clock.sim));
    return json({ shifts: list, rules: rulesOf(state), now: simText(clock.sim), paused: clock.paused });
  };
  const rules = async (): Promise<Response> => {
    const { PRESETS } = await shop.training();
    return json({ rules: rulesOf((await shop.view()).state), presets: PRESETS });
  };
  const run = async (method: string, command: Command, then: () => Promise<Response>): Promise<Response> => {
    const error = await shop.run(method, command);
    return error ? refusal(error) : then();
  };
  return [
    http.get('*/api/account', () => answer(faults, 'account.get', account)),
    http.post('*/api/account/sign-in', ({ request }) =>
      answer(faults, 'account.sign-in', async () => {
        const given = (await body(request)) ?? {};
        const command = { account: String(given.account ?? ''), password: String(given.password ?? '') };
        return run('account.sign-in', { type: 'account.sign-in', ...command }, account);
      }),
    ),
    http.post('*/api/account/sign-out', () =>
      answer(faults, 'account.sign-out', () => run('account.sign-out', { type: 'account.sign-out' }, account)),
    ),
    http.get('*/api/shifts', () => answer(faults, 'shifts.list', shifts)),
    http.post('*/api/shifts', ({ request }) =>
      answer(faults, 'shifts.start', async () => {
        const kind = String((await body(request))?.kind ?? '');
        const { clock } = await shop.view();
        return run('shifts.start', { type: 'shift.start', kind, day: clock.day }, shifts);
      }),
    ),
    http.post('*/api/shifts/:id/end', ({ params }) =>
      answer(faults, 'shifts.end', () => run('shifts.end', { type: 'shift.end', shift_id: String(params.id) }, shifts)),
    ),
    http.get('*/api/rules', () => answer(faults, 'rules.get', rules)),
    http.post('*/api/rules', ({ request }) =>
      answer(faults, 'rules.change', async () =>
        run('rules.change', { type: 'rules.change', rules: (await body(request))?.rules }, rules),
      ),
    ),
  ];
}

/** A round as its bar shows it; `left`: real seconds until it ends by itself, at the clock's pace. */
function shownShift(shift: Shift, now: number) {
  const left = shift.deadline && !shift.end ? realSeconds(shift, Math.max(0, simMs(shift.deadline) - now)) : null;
  const { rules, ...rest } = shift;
  return { ...rest, preset: rules.preset, pause: rules.pause, total: totalOf(shift), left };
}

function totalOf({ kind, rules }: Shift): number {
  return kind === 'service' ? rules.service.visitors : rules.orders.orders;
}
