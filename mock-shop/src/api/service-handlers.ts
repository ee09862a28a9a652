import type { Shift, Visitor } from 'fixtures';
import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import type { Command } from '../domain/command.ts';
import { find } from '../domain/entities.ts';
import { remote } from '../domain/refusal.ts';
import type { ShopState } from '../domain/state.ts';
import { reviewEntries, reviewSheet } from '../domain/training/service/review.ts';
import { LISTS, seenGoods, seenList, seenVisitor } from '../domain/training/service/seen.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

interface Seen {
  state: ShopState;
  shift: Shift;
  /** Simulated ms. */
  now: number;
}

/** 网店客服系统: who is there, their talks, what they ask about, and how the round went. */
export function serviceHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const round = async (id: string, then: (seen: Seen) => Response | Promise<Response>): Promise<Response> => {
    await shop.training();
    const { state, clock } = await shop.view();
    const shift = find(state, 'shift', id);
    if (shift?.kind !== 'service') {
      return refusal(remote('isv.shift-not-exist', `没有编号为 ${id.slice(0, 40)} 的一轮客服实训`));
    }
    return then({ state, shift, now: clock.sim });
  };
  const visitor = async (id: string, show: (seen: Seen, visitor: Visitor) => unknown): Promise<Response> => {
    await shop.training();
    const one = find((await shop.view()).state, 'visitor', id);
    if (!one) return refusal(remote('isv.visitor-not-exist', `没有编号为 ${id.slice(0, 40)} 的咨询人`));
    return round(one.shift_id, (seen) => json(show(seen, find(seen.state, 'visitor', id) ?? one)));
  };
  const talk = (id: string): Promise<Response> =>
    visitor(id, ({ state, shift, now }, one) => ({ visitor: seenVisitor(state, shift, one, now) }));
  const run = async (method: string, command: Command & { visitor_id: string }): Promise<Response> => {
    const error = await shop.run(method, command);
    return error ? refusal(error) : talk(command.visitor_id);
  };
  return [
    http.get('*/api/service/:shift', ({ request, params }) =>
      answer(faults, 'service.list', () =>
        round(String(params.shift), ({ state, shift, now }) => json(seenList(state, shift, listIn(request), now))),
      ),
    ),
    http.get('*/api/service/:shift/sheet', ({ params }) =>
      answer(faults, 'service.sheet', () =>
        ended(String(params.shift), async ({ state, shift }) =>
          json({ items: reviewSheet(state, shift, await shop.records(1)) }),
        ),
      ),
    ),
    http.get('*/api/service/:shift/answers', ({ request, params }) =>
      answer(faults, 'service.answers', () =>
        ended(String(params.shift), async ({ state, shift }) => {
          const item = new URL(request.url).searchParams.get('item') ?? '';
          return json(reviewEntries(state, shift, await shop.records(1), { item, ...pageIn(request) }));
        }),
      ),
    ),
    http.get('*/api/visitors/:id', ({ params }) => answer(faults, 'visitors.get', () => talk(String(params.id)))),
    http.get('*/api/visitors/:id/goods', ({ params }) =>
      answer(faults, 'visitors.goods', () =>
        visitor(String(params.id), ({ state }, one) => ({ goods: seenGoods(state, one) })),
      ),
    ),
    http.post('*/api/visitors/:id/open', ({ params }) =>
      answer(faults, 'visitors.open', () =>
        run('visitors.open', { type: 'visitor.open', visitor_id: String(params.id) }),
      ),
    ),
    http.post('*/api/visitors/:id/answers', ({ request, params }) =>
      answer(faults, 'visitors.answer', async () => {
        const { turn, choice, text } = (await body(request)) ?? {};
        return run('visitors.answer', {
          type: 'visitor.answer',
          visitor_id: String(params.id),
          turn: typeof turn === 'number' ? turn : Number.NaN,
          // What is no number is none of the four, and is refused as such.
          ...(choice !== undefined && { choice: typeof choice === 'number' ? choice : Number.NaN }),
          ...(text !== undefined && { text: typeof text === 'string' ? text : '' }),
        });
      }),
    ),
  ];

  /** What answers are worth is told when nobody can answer any more. */
  function ended(id: string, then: (seen: Seen) => Promise<Response>): Promise<Response> {
    return round(id, (seen) =>
      seen.shift.end ? then(seen) : refusal(remote('isv.shift-running', '这一轮结束以后才能看评价表和讲评')),
    );
  }
}

function listIn(request: Request): Parameters<typeof seenList>[2] {
  const wanted = new URL(request.url).searchParams.get('list');
  return { list: LISTS.find((name) => name === wanted) ?? 'all', ...pageIn(request) };
}

/** `page` from 1 and `size` up to 100; what is neither is the first 20. */
function pageIn(request: Request): { page: number; size: number } {
  const { searchParams } = new URL(request.url);
  const whole = (name: string, most: number, usual: number): number => {
    const value = Number(searchParams.get(name) ?? usual);
    return Number.isInteger(value) && value >= 1 && value <= most ? value : usual;
  };
  return { page: whole('page', 100_000, 1), size: whole('size', 100, 20) };
}
