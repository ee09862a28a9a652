import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { rateDue } from '../domain/rate/rate-due.ts';
import { rateStats } from '../domain/rate/rates-query.ts';
import { invalid } from '../domain/refusal.ts';
import { answer, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** What 评价管理 needs beside the gateway: the statistics, and the buyers that can be rated now. */
export function rateHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  return [
    http.get('*/api/rates/stats', () =>
      answer(faults, 'rates.stats', async () => {
        const { state, clock } = await shop.view();
        return json(rateStats(state, clock.sim));
      }),
    ),
    http.get('*/api/rates/due', ({ request }) =>
      answer(faults, 'rates.due', async () => {
        const query = new URL(request.url).searchParams;
        const [page, size] = [number(query.get('page') ?? '1'), number(query.get('size') ?? '20')];
        if (page < 1) return refusal(invalid('page', '页码要从 1 数起'));
        if (size < 1 || size > 100) return refusal(invalid('size', '每页 1 到 100 笔'));
        const { state, clock } = await shop.view();
        const [nick, tid] = [query.get('nick')?.trim() ?? '', query.get('tid')?.trim() ?? ''];
        return json(rateDue(state, { nick, tid, page, size }, clock.sim));
      }),
    ),
  ];
}

/** A whole number of at most six digits, or 0. */
function number(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
