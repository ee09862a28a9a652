import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { counts } from '../domain/query.ts';
import { answer, json } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** What the page 已卖出的宝贝 needs beside the gateway. */
export function soldHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  return [
    http.get('*/api/sold/counts', () =>
      answer(faults, 'sold.counts', async () => {
        const { state, clock } = await shop.view();
        return json(counts(state, clock.sim));
      }),
    ),
  ];
}
