import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { missing } from '../domain/refusal.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** The carrier switchboard, which TOP has no method for: what each takes and needs by region, and which are open. */
export function toolsHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const carriers = async (): Promise<Response> => json({ carriers: [...(await shop.view()).state.carriers.values()] });
  return [
    http.get('*/api/carriers', () => answer(faults, 'carriers.list', carriers)),
    http.post('*/api/carriers/:code', ({ params, request }) =>
      answer(faults, 'carriers.switch', async () => {
        const code = String(params.code);
        const enabled = (await body(request))?.enabled;
        if (typeof enabled !== 'boolean') {
          shop.refuse('carriers.switch', code, missing('enabled'));
          return refusal(missing('enabled'));
        }
        const error = await shop.run('carriers.switch', { type: 'carrier.switch', actor: 'seller', code, enabled });
        return error ? refusal(error) : carriers();
      }),
    ),
  ];
}
