import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import type { TopError } from '../../domain/refusal.ts';
import { answer } from '../answer.ts';
import type { Faults } from '../faults.ts';
import type { Shop } from '../shop.ts';
import { authFault } from './auth.ts';
import { METHODS } from './methods.ts';
import { given, type Params, readParams } from './params.ts';
import { type Format, respond, respondError } from './respond.ts';

/** Taobao Open Platform's one address. Source: seller-backend "Gateway". */
export function gatewayHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  return [http.all('*/router/rest', ({ request }) => gateway(shop, faults, request))];
}

async function gateway(shop: Shop, faults: Faults, request: Request): Promise<Response> {
  const params = await readParams(request);
  const format = formatOf(params);
  if (format === undefined) {
    return respondError({ code: 23, msg: 'Invalid Format', sub_msg: 'format 只能是 json 或 xml' }, 'json');
  }
  const refuse = (error: TopError): Response => respondError(error, format);
  const method = given(params, 'method');
  if (method === undefined) return refuse({ code: 21, msg: 'Missing Method', sub_msg: '缺少 method' });
  const name = method.replace(/^taobao\./, '');
  const run = METHODS.get(name);
  if (!run) return refuse({ code: 22, msg: 'Invalid Method', sub_msg: `没有 ${method} 这个接口` });
  const fault = await authFault(params, Date.now());
  if (fault) return refuse(fault);
  return answer(
    faults,
    `taobao.${name}`,
    async () => {
      const outcome = await run(shop, params);
      if ('error' in outcome) return refuse(outcome.error);
      return respond(`${name.replaceAll('.', '_')}_response`, outcome.answer, format);
    },
    refuse,
  );
}

/** TOP's default is xml; the shop's own pages, which name no app key, get json. */
function formatOf(params: Params): Format | undefined {
  const format = given(params, 'format') ?? (params.has('app_key') ? 'xml' : 'json');
  return format === 'json' || format === 'xml' ? format : undefined;
}
