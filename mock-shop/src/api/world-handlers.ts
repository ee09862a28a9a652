import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { clockChange } from '../domain/clock.ts';
import { remote } from '../domain/refusal.ts';
import { simText } from '../domain/sim-time.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** The world and its clock. */
export function worldHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const world = async (): Promise<Response> => {
    const { state, clock } = await shop.view();
    const { id, scenario, seed, title, settings } = state;
    const { day, paused } = clock;
    return json({ world: id, scenario, seed, title, shop: state.shop, settings, now: simText(clock.sim), day, paused });
  };
  return [
    http.get('*/api/world', () => answer(faults, 'world.get', world)),
    http.post('*/api/clock', ({ request }) =>
      answer(faults, 'clock.set', async () => {
        const result = clockChange((await body(request)) ?? {});
        if ('refusal' in result) {
          shop.refuse('clock.set', shop.world, result.refusal);
          return refusal(result.refusal);
        }
        await shop.setClock(result.change);
        return world();
      }),
    ),
    http.post('*/api/clock/jump', () =>
      answer(faults, 'clock.jump', async () => {
        if (await shop.jump()) return world();
        const error = remote('isv.nothing-ahead', '接下来没有会自己发生的事：没有到期的订单，也没有买家要来');
        shop.refuse('clock.jump', shop.world, error);
        return refusal(error);
      }),
    ),
  ];
}
