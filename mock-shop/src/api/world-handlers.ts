import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { clockChange } from '../domain/clock.ts';
import { remote, type TopError } from '../domain/refusal.ts';
import { simText } from '../domain/sim-time.ts';
import { clockHeld } from '../domain/training/clock-held.ts';
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
  const refuse = (method: string, error: TopError): Response => {
    shop.refuse(method, shop.world, error);
    return refusal(error);
  };
  return [
    http.get('*/api/world', () => answer(faults, 'world.get', world)),
    http.post('*/api/clock', ({ request }) =>
      answer(faults, 'clock.set', async () => {
        const wish = clockChange((await body(request)) ?? {});
        if ('refusal' in wish) return refuse('clock.set', wish.refusal);
        const held = clockHeld((await shop.view()).state, wish.change);
        if (held) return refuse('clock.set', held);
        await shop.setClock(wish.change);
        return world();
      }),
    ),
    http.post('*/api/clock/jump', () =>
      answer(faults, 'clock.jump', async () => {
        const held = clockHeld((await shop.view()).state, { sim: 0 });
        if (!held && (await shop.jump())) return world();
        const nothing = '接下来没有会自己发生的事：没有到期的订单，也没有买家要来';
        return refuse('clock.jump', held ?? remote('isv.nothing-ahead', nothing));
      }),
    ),
  ];
}
