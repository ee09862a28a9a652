import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { find } from '../domain/entities.ts';
import type { RefundCommand } from '../domain/refund/command.ts';
import { refundCounts } from '../domain/refund/query.ts';
import { invalid, remote } from '../domain/refusal.ts';
import { sentAnew } from '../domain/ship/exchange.ts';
import type { ShopState } from '../domain/state.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';
import { shownParcel } from './shown-parcel.ts';

/** What of a request's body may be what; all else is a fault of who sent it. */
type Sent = Record<string, unknown>;

/** What TOP has no method for: the tiles' counts, asking the platform in, and all that buyers do about refunds. */
export function refundHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const run = async (method: string, command: RefundCommand | string): Promise<Response> => {
    if (typeof command === 'string') {
      const error = invalid(command, `${command} 的值不对`);
      shop.refuse(method, shop.world, error);
      return refusal(error);
    }
    const error = await shop.run(method, command);
    if (error) return refusal(error);
    const { state } = await shop.view();
    const id = 'refund_id' in command ? command.refund_id : newest(state.refundsOf.get(command.tid));
    return json({ refund: find(state, 'refund', id) });
  };
  const buyers = (act: keyof typeof BUYERS) =>
    http.post(`*/api/buyer/:nick/refunds/:refund/${act}`, ({ params, request }) =>
      answer(faults, `buyer.refund.${act}`, async () => {
        const base = { buyer_nick: String(params.nick), refund_id: String(params.refund), actor: 'buyer' } as const;
        return run(`buyer.refund.${act}`, BUYERS[act](base, (await body(request)) ?? {}));
      }),
    );
  return [
    http.get('*/api/refunds/counts', () =>
      answer(faults, 'refunds.counts', async () => {
        const { state, clock } = await shop.view();
        return json(refundCounts(state, clock.sim));
      }),
    ),
    http.get('*/api/refunds/:refund', ({ params }) =>
      answer(faults, 'refunds.get', async () => file((await shop.view()).state, String(params.refund))),
    ),
    http.post('*/api/refunds/:refund/intervene', ({ params }) =>
      answer(faults, 'refunds.intervene', () =>
        run('refunds.intervene', { type: 'refund.intervene', actor: 'seller', refund_id: String(params.refund) }),
      ),
    ),
    http.post('*/api/buyer/:nick/refunds', ({ params, request }) =>
      answer(faults, 'buyer.refund.apply', async () => {
        const sent = (await body(request)) ?? {};
        const asked = application(sent);
        const { tid, oid } = sent;
        const buyer = { actor: 'buyer', buyer_nick: String(params.nick) } as const;
        if (typeof asked === 'string') return run('buyer.refund.apply', asked);
        if (typeof tid !== 'string') return run('buyer.refund.apply', 'tid');
        if (typeof oid !== 'string') return run('buyer.refund.apply', 'oid');
        return run('buyer.refund.apply', { type: 'refund.apply', ...buyer, tid, oid, ...asked });
      }),
    ),
    ...(Object.keys(BUYERS) as (keyof typeof BUYERS)[]).map(buyers),
  ];
}

/** A refund with all that the seller looks at before answering it. */
function file(state: ShopState, id: string): Response {
  const refund = find(state, 'refund', id);
  const trade = refund && find(state, 'trade', refund.tid);
  if (!trade) return refusal(remote('isv.refund-not-exist', `没有编号为 ${id.slice(0, 40)} 的退款`));
  const parcels = (state.parcelsOf.get(trade.tid) ?? []).flatMap((one) => state.parcels.get(one) ?? []);
  const anew = sentAnew(refund, parcels);
  return json({
    refund,
    trade,
    parcels: parcels.filter(({ refund_id }) => refund_id === id).map(shownParcel),
    anew: anew ? shownParcel(anew) : null,
    addresses: [...state.addresses.values()],
    carriers: [...state.carriers.values()],
  });
}

interface Base {
  actor: 'buyer';
  buyer_nick: string;
  refund_id: string;
}

/** What a buyer may do about a refund: the command, or the name of what was sent wrongly. */
const BUYERS = {
  change: (base: Base, sent: Sent): RefundCommand | string => {
    const asked = application(sent);
    return typeof asked === 'string' ? asked : { type: 'refund.change', ...base, ...asked };
  },
  cancel: (base: Base): RefundCommand | string => ({ type: 'refund.cancel', ...base }),
  intervene: (base: Base): RefundCommand | string => ({ type: 'refund.intervene', ...base }),
  return: (base: Base, sent: Sent): RefundCommand | string => {
    const { company_code = '', sid = '', desc = '', pics = [], collect } = sent;
    if (typeof company_code !== 'string') return 'company_code';
    if (typeof sid !== 'string') return 'sid';
    if (typeof desc !== 'string') return 'desc';
    if (!isTexts(pics)) return 'pics';
    return { type: 'refund.return', ...base, company_code, sid, desc, pics, collect: collect === true };
  },
  message: (base: Base, sent: Sent): RefundCommand | string => {
    const { content = '', pics = [] } = sent;
    if (typeof content !== 'string') return 'content';
    if (!isTexts(pics)) return 'pics';
    return { type: 'refund.message', ...base, content, pics };
  },
};

/** The fields of an application, or the name of the one that is no text. */
function application(sent: Sent) {
  const { dispute_type = '', good_status = '', reason = '', refund_fee = '', desc = '', password = '' } = sent;
  const { pics = [] } = sent;
  if (typeof dispute_type !== 'string') return 'dispute_type';
  if (typeof good_status !== 'string') return 'good_status';
  if (typeof reason !== 'string') return 'reason';
  if (typeof refund_fee !== 'string') return 'refund_fee';
  if (typeof desc !== 'string') return 'desc';
  if (typeof password !== 'string') return 'password';
  if (!isTexts(pics)) return 'pics';
  return { dispute_type, good_status, reason, refund_fee, desc, pics, password };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function newest(ids: readonly string[] = []): string {
  return ids.at(-1) ?? '';
}
