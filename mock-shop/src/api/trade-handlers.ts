import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { find } from '../domain/entities.ts';
import { sold } from '../domain/query.ts';
import { passwordFault } from '../domain/refund/practice-password.ts';
import { invalid, remote, type TopError } from '../domain/refusal.ts';
import type { Receiver, TradeCommand } from '../domain/trade/command.ts';
import { answer, body, json, refusal } from './answer.ts';
import { shownTrade } from './buyer-handlers.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';
import { readSoldQuery } from './top/sold-query.ts';

type Sent = Record<string, unknown>;

/** Trades that one answer of the export may hold: a shop of 100,000 is read in fifty. */
const EXPORT_PAGE = 2000;

/** What TOP has no method for: 修改价格, the list for an export, and all that buyers do with their trades. */
export function tradeHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const refuse = (method: string, subject: string, error: TopError): Response => {
    shop.refuse(method, subject, error);
    return refusal(error);
  };
  const buyers = (act: keyof typeof BUYERS) =>
    http.post(`*/api/buyer/:nick/trades/:tid/${act}`, ({ params, request }) =>
      answer(faults, `buyer.trade.${act}`, async () => {
        const method = `buyer.trade.${act}`;
        const tid = String(params.tid);
        const own = find((await shop.view()).state, 'trade', tid)?.buyer_nick === String(params.nick);
        if (!own) return refuse(method, tid, remote('isv.trade-not-exist', '您没有这笔订单，请核对订单号'));
        const sent = (await body(request)) ?? {};
        // Compared here: a command, and what becomes of it, never knows the password.
        const wrong = act === 'pay' || act === 'confirm' ? passwordFault(sent.password) : undefined;
        if (wrong) return refuse(method, tid, wrong);
        const command = BUYERS[act](tid, sent);
        if (typeof command === 'string') return refuse(method, tid, invalid(command, `${command} 的值不对`));
        const error = await shop.run(method, command);
        return error ? refusal(error) : buyersTrade(tid);
      }),
    );
  const buyersTrade = async (tid: string): Promise<Response> => {
    const trade = find((await shop.view()).state, 'trade', tid);
    return json({ trade: trade && shownTrade(trade) });
  };
  return [
    http.get('*/api/sold/export', ({ request }) =>
      answer(faults, 'sold.export', async () => {
        const read = readSoldQuery(new Map(new URL(request.url).searchParams), EXPORT_PAGE);
        if ('error' in read) return refusal(read.error);
        const { state, clock } = await shop.view();
        return json(sold(state, read.query, clock.sim));
      }),
    ),
    http.post('*/api/trades/:tid/price', ({ params, request }) =>
      answer(faults, 'trades.price', async () => {
        const tid = String(params.tid);
        const prices = pricesIn((await body(request)) ?? {});
        if (typeof prices === 'string') return refuse('trades.price', tid, invalid(prices, `${prices} 的值不对`));
        const error = await shop.run('trades.price', { type: 'trade.price', actor: 'seller', tid, ...prices });
        return error ? refusal(error) : json({ trade: find((await shop.view()).state, 'trade', tid) });
      }),
    ),
    http.post('*/api/buyer/:nick/trades', ({ params, request }) =>
      answer(faults, 'buyer.trade.create', async () => {
        const nick = String(params.nick);
        const wish = wishIn((await body(request)) ?? {});
        if (typeof wish === 'string') return refuse('buyer.trade.create', nick, invalid(wish, `${wish} 的值不对`));
        const command = { type: 'trade.create', actor: 'buyer', buyer_nick: nick, ...wish } as const;
        const error = await shop.run('buyer.trade.create', command);
        if (error) return refusal(error);
        return buyersTrade((await shop.view()).state.tradesOf.get(nick)?.at(-1) ?? '');
      }),
    ),
    ...(Object.keys(BUYERS) as (keyof typeof BUYERS)[]).map(buyers),
  ];
}

/** What buyers do with a trade: the command, or the name of what was sent wrongly. */
const BUYERS = {
  pay: (tid: string): TradeCommand => ({ type: 'trade.pay', actor: 'buyer', tid }),
  confirm: (tid: string): TradeCommand => ({ type: 'trade.confirm', actor: 'buyer', tid }),
  extend: (tid: string): TradeCommand => ({ type: 'trade.delay', actor: 'buyer', tid }),
  close: (tid: string, { reason = '' }: Sent): TradeCommand | string =>
    typeof reason === 'string' ? { type: 'trade.close', actor: 'buyer', tid, reason } : 'reason',
} satisfies Record<string, (tid: string, sent: Sent) => TradeCommand | string>;

function pricesIn({ orders = [], post_fee }: Sent) {
  if (!isObjects(orders)) return 'orders';
  const prices = orders.map(({ oid, payment }) => ({ oid: String(oid), payment: String(payment) }));
  if (post_fee !== undefined && typeof post_fee !== 'string') return 'post_fee';
  return { orders: prices, ...(post_fee !== undefined && { post_fee }) };
}

const RECEIVER = ['receiver_name', 'receiver_state', 'receiver_city', 'receiver_district', 'receiver_town'] as const;
const REACHED = ['receiver_address', 'receiver_zip', 'receiver_mobile', 'receiver_phone'] as const;

function wishIn({ items = [], receiver = {}, message = '', cod = false }: Sent) {
  if (!isObjects(items)) return 'items';
  if (!isObjects([receiver])) return 'receiver';
  if (typeof message !== 'string') return 'message';
  if (typeof cod !== 'boolean') return 'cod';
  const lines = items.map(({ num_iid, sku_id, num }) => ({
    num_iid: String(num_iid),
    sku_id: String(sku_id),
    num: Number(num),
  }));
  const place = Object.fromEntries(
    [...RECEIVER, ...REACHED].map((name) => [name, String(Reflect.get(receiver as object, name) ?? '')]),
  );
  return { items: lines, receiver: place as unknown as Receiver, message, cod };
}

function isObjects(value: unknown): value is Sent[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
}
