import type { DeskOrder, Shift } from 'fixtures';
import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { remote } from '../domain/refusal.ts';
import type { TrainingCommand } from '../domain/training/command.ts';
import { choicesOf } from '../domain/training/desk/choices.ts';
import { deskPage, PAGE_SIZE, seenOrder } from '../domain/training/desk/desk-list.ts';
import { STATUS_NAME } from '../domain/training/desk/desk-order.ts';
import { type Review, reviewOf } from '../domain/training/desk/review.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

type Method = 'send' | 'void' | 'collect';

/** 网店订单管理: a round's orders, what is done with them, and what they were once the round is over. */
export function deskHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  /** Reviews of rounds that are over, which nothing changes any more. */
  const reviews = new Map<string, Review>();

  const list = async (url: URL): Promise<Response> => {
    await shop.training();
    const { state, clock } = await shop.view();
    const shift = state.shifts.get(url.searchParams.get('shift') ?? '');
    if (shift?.kind !== 'orders') return refusal(NO_SHIFT);
    const status = statusOf(url.searchParams.get('status'));
    return json(deskPage(state, shift, { status, page: pageOf(url) }, clock.sim));
  };
  const one = async (id: string): Promise<Response> => {
    await shop.training();
    const { state, clock } = await shop.view();
    const order = state.deskOrders.get(id);
    const shift = order && state.shifts.get(order.shift_id);
    if (!order || !shift) return refusal(remote('isv.desk-order-not-exist', `没有编号为 ${id.slice(0, 40)} 的订单`));
    const { orders } = shift.rules;
    return json({
      order: seenOrder(order, shift, clock.sim),
      choices: choicesOf(order, orders),
      funds: shift.funds,
      max_days: orders.max_days,
      over: shift.end !== undefined,
    });
  };
  const deed = async (method: Method, command: TrainingCommand & { order_id: string }): Promise<Response> => {
    const error = await shop.run(`desk.${method}`, command);
    return error ? refusal(error) : one(command.order_id);
  };
  const review = async (id: string, url: URL): Promise<Response> => {
    await shop.training();
    const { state } = await shop.view();
    const shift = state.shifts.get(id);
    if (shift?.kind !== 'orders') return refusal(NO_SHIFT);
    if (!shift.end) return refusal(remote('isv.shift-running', '这一轮还没有结束，结束以后才有讲评'));
    const known = reviews.get(id) ?? reviewOf(state, shift, await shop.records(1));
    reviews.set(id, known);
    return json(reviewPage(known, shift, url));
  };

  return [
    http.get('*/api/desk/orders', ({ request }) => answer(faults, 'desk.list', () => list(new URL(request.url)))),
    http.get('*/api/desk/orders/:id', ({ params }) => answer(faults, 'desk.order', () => one(String(params.id)))),
    http.post('*/api/desk/orders/:id/send', ({ params, request }) =>
      answer(faults, 'desk.send', async () => {
        const company_code = String((await body(request))?.company_code ?? '');
        return deed('send', { type: 'desk.send', order_id: String(params.id), company_code });
      }),
    ),
    http.post('*/api/desk/orders/:id/void', ({ params }) =>
      answer(faults, 'desk.void', () => deed('void', { type: 'desk.void', order_id: String(params.id) })),
    ),
    http.post('*/api/desk/orders/:id/collect', ({ params }) =>
      answer(faults, 'desk.collect', () => deed('collect', { type: 'desk.collect', order_id: String(params.id) })),
    ),
    http.get('*/api/desk/shifts/:id/review', ({ params, request }) =>
      answer(faults, 'desk.review', () => review(String(params.id), new URL(request.url))),
    ),
  ];
}

const NO_SHIFT = remote('isv.shift-not-exist', '没有这一轮网店订单管理');

/** The table, and one page of the orders: all, or those that an item of the table rests on. */
function reviewPage({ table, orders }: Review, { shift_id }: Shift, url: URL) {
  const item = table.find(({ id }) => id === url.searchParams.get('item'));
  const seqs = new Set(item?.evidence);
  const shown = item ? orders.filter((order) => order.seqs.some((seq) => seqs.has(seq))) : orders;
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const page = Math.min(pageOf(url), pages);
  const rows = shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { shift_id, table, orders: rows, page, pages, total: shown.length };
}

function statusOf(text: string | null): DeskOrder['status'] {
  return text !== null && Object.hasOwn(STATUS_NAME, text) ? (text as DeskOrder['status']) : 'placed';
}

function pageOf(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
