import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { invalid, missing } from '../domain/refusal.ts';
import { body, json, refusal } from './answer.ts';
import { FAULT_KINDS, type Faults } from './faults.ts';

/** Lets teachers and tests rehearse failing calls. Touches no world. */
export function faultHandlers(faults: Faults): RequestHandler[] {
  return [
    http.post('*/api/faults', async ({ request }) => {
      const wish = (await body(request)) ?? {};
      const { method, times = 1 } = wish;
      const kind = FAULT_KINDS.find((one) => one === (wish.kind ?? 'error'));
      if (typeof method !== 'string' || method === '') return refusal(missing('method'));
      if (!kind) return refusal(invalid('kind', `kind 只能是 ${FAULT_KINDS.join('、')}`));
      if (!Number.isInteger(times) || Number(times) < 1 || Number(times) > 100) {
        return refusal(invalid('times', 'times 是 1 到 100 的整数'));
      }
      faults.plan(method, Number(times), kind);
      return json({ method, times, kind });
    }),
  ];
}
