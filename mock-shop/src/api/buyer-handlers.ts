import type { Order, Trade } from 'fixtures';
import { PRODUCTS } from 'fixtures';
import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { BUYER_TABS, buyers, buyerTrades } from '../domain/buyer-query.ts';
import { chatWith, noBuyer } from '../domain/chat/chat.ts';
import { find } from '../domain/entities.ts';
import { yuan } from '../domain/money.ts';
import { refundable } from '../domain/refund/amount.ts';
import { invalid, missing, remote, type TopError } from '../domain/refusal.ts';
import { receiverOf } from '../domain/ship/parcel.ts';
import type { ShopState } from '../domain/state.ts';
import type { Receiver } from '../domain/trade/command.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';
import { shownParcel } from './shown-parcel.ts';

/** Buyers that the switcher shows at once. */
const MOST_BUYERS = 50;
const SIZES = { usual: 10, most: 50 };

/** What a buyer sees of the world: the own trades with all that belongs to them, and the talk with the seller. */
export function buyerHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const conversation = async (nick: string): Promise<Response> => {
    const chat = chatWith((await shop.view()).state, nick);
    return chat ? json({ buyer_nick: nick, messages: chat.messages, unread: 0 }) : refusal(noBuyer(nick));
  };
  return [
    http.get('*/api/buyers', ({ request }) =>
      answer(faults, 'buyers.list', async () => {
        const word = new URL(request.url).searchParams.get('q')?.trim() ?? '';
        return json(buyers((await shop.view()).state, word, MOST_BUYERS));
      }),
    ),
    http.get('*/api/buyer/:nick/trades', ({ params, request }) =>
      answer(faults, 'buyer.trades', async () => {
        const nick = String(params.nick);
        const query = new URL(request.url).searchParams;
        const tab = BUYER_TABS.find((one) => one === (query.get('tab') ?? 'all'));
        const page = number(query.get('page') ?? '1');
        const size = number(query.get('size') ?? String(SIZES.usual));
        if (!tab) return refusal(invalid('tab', `tab 只能是 ${BUYER_TABS.join('、')}`));
        if (page < 1) return refusal(invalid('page', '页码要从 1 数起'));
        if (size < 1 || size > SIZES.most) return refusal(invalid('size', `每页 1 到 ${SIZES.most} 笔`));
        const { state } = await shop.view();
        if (!chatWith(state, nick)) return refusal(noBuyer(nick));
        const { trades, ...rest } = buyerTrades(state, nick, tab, page, size);
        return json({ ...rest, trades: trades.map(shownTrade) });
      }),
    ),
    http.get('*/api/buyer/:nick/trades/:tid', ({ params }) =>
      answer(faults, 'buyer.trade', async () =>
        deal((await shop.view()).state, String(params.nick), String(params.tid)),
      ),
    ),
    http.get('*/api/buyer/:nick/refunds/:refund', ({ params }) =>
      answer(faults, 'buyer.refund', async () => {
        const { state } = await shop.view();
        const refund = find(state, 'refund', String(params.refund));
        if (!refund || refund.buyer_nick !== params.nick) {
          return refusal(remote('isv.refund-not-exist', '您没有这笔退款，请核对退款编号'));
        }
        return deal(state, refund.buyer_nick, refund.tid);
      }),
    ),
    http.post('*/api/buyer/:nick/trades/:tid/rate', ({ params, request }) =>
      answer(faults, 'buyer.trade.rate', async () => {
        const tid = String(params.tid);
        const { oid, result, content } = (await body(request)) ?? {};
        const own = find((await shop.view()).state, 'trade', tid)?.buyer_nick === params.nick;
        const fault = own ? rateFault(oid, result, content) : notOwnTrade();
        if (fault) {
          shop.refuse('buyer.trade.rate', tid, fault);
          return refusal(fault);
        }
        const error = await shop.run('buyer.trade.rate', {
          type: 'rate.add',
          actor: 'buyer',
          tid,
          oid: String(oid),
          result: String(result),
          content: String(content),
        });
        return error ? refusal(error) : deal((await shop.view()).state, String(params.nick), tid);
      }),
    ),
    http.get('*/api/buyer/:nick/shop', ({ params }) =>
      answer(faults, 'buyer.shop', async () => {
        const nick = String(params.nick);
        const { state } = await shop.view();
        if (!chatWith(state, nick)) return refusal(noBuyer(nick));
        const { cod, free_post_from } = state.settings;
        return json({ products: PRODUCTS, receiver: lastReceiver(state, nick), cod, free_post_from });
      }),
    ),
    http.get('*/api/buyer/:nick/chat', ({ params }) =>
      answer(faults, 'buyer.chat', () => conversation(String(params.nick))),
    ),
    http.post('*/api/buyer/:nick/chat', ({ params, request }) =>
      answer(faults, 'buyer.say', async () => {
        const nick = String(params.nick);
        const { text, tid } = (await body(request)) ?? {};
        if (typeof text !== 'string' || (tid !== undefined && typeof tid !== 'string')) {
          shop.refuse('buyer.say', nick, missing('text'));
          return refusal(missing('text'));
        }
        const error = await shop.run('buyer.say', {
          type: 'chat.say',
          actor: 'buyer',
          buyer_nick: nick,
          text,
          ...(tid !== undefined && { tid }),
        });
        return error ? refusal(error) : conversation(nick);
      }),
    ),
  ];
}

/** Why a rating cannot be one by its shape; what it says is for the rule to judge. */
function rateFault(oid: unknown, result: unknown, content: unknown): TopError | undefined {
  if (typeof oid !== 'string') return missing('oid');
  if (typeof result !== 'string') return missing('result');
  return typeof content === 'string' ? undefined : missing('content');
}

/** The error of another's trade, which for this buyer is none. */
function notOwnTrade(): TopError {
  return remote('isv.trade-not-exist', '您没有这笔订单，请核对订单号');
}

/** One trade with its refunds, ratings and parcels, and the time limits that its buyer is told. */
function deal(state: ShopState, nick: string, tid: string): Response {
  const trade = find(state, 'trade', tid);
  if (trade?.buyer_nick !== nick) return refusal(notOwnTrade());
  const { order } = trade.orders;
  return json({
    trade: shownTrade(trade),
    refunds: (state.refundsOf.get(tid) ?? []).flatMap((id) => state.refunds.get(id) ?? []),
    rates: order.flatMap(({ oid }) => ['buyer', 'seller'].flatMap((side) => state.rates.get(`${oid}-${side}`) ?? [])),
    parcels: (state.parcelsOf.get(tid) ?? []).flatMap((id) => state.parcels.get(id) ?? []).map(shownParcel),
    settings: state.settings,
    refundable: Object.fromEntries(order.map((one) => [one.oid, most(trade, one)])),
    carriers: [...state.carriers.values()].map(({ code, name, reg_mail_no }) => ({ code, name, reg_mail_no })),
  });
}

/** The most that may go back for an order, in yuan, by whether its goods have come. */
function most(trade: Trade, order: Order): Record<'BUYER_NOT_RECEIVED' | 'BUYER_RECEIVED', string> {
  return {
    BUYER_NOT_RECEIVED: yuan(refundable(trade, order, 'BUYER_NOT_RECEIVED')),
    BUYER_RECEIVED: yuan(refundable(trade, order, 'BUYER_RECEIVED')),
  };
}

/** A seller's remarks are not for the buyer. */
export function shownTrade({ seller_memo: _memo, seller_flag: _flag, ...trade }: Trade): object {
  return trade;
}

/** Where the buyer's last order went: the address that a new one begins with. */
function lastReceiver(state: ShopState, nick: string): Receiver | undefined {
  const trade = find(state, 'trade', state.tradesOf.get(nick)?.at(-1) ?? '');
  return trade && receiverOf(trade);
}

/** A whole number of at most six digits, or 0. */
function number(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
