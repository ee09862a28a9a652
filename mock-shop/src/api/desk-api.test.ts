import { loadTraining, type ShopRefusal } from 'fixtures';
import { getResponse } from 'msw/utils/get-response';
import { beforeEach, expect, it } from 'vitest';
import { tinyWorld } from '../testing/tiny-world.ts';
import { Faults } from './faults.ts';
import { handlers } from './handlers.ts';
import { memoryShelf } from './memory-shelf.ts';
import { newWorld } from './open-world.ts';
import { Shop } from './shop.ts';

type Json = Record<string, unknown>;
const { PRESETS } = await loadTraining();
let shop: Shop;
let refusals: ShopRefusal[];
let send: (path: string, data?: object) => Promise<{ status: number; body: Json }>;

beforeEach(() => {
  refusals = [];
  const { state, row, first } = newWorld({ scenario: 'tiny', seed: 7, day: 86_400 }, () => tinyWorld(), 1000);
  const refused = (refusal: ShopRefusal) => void refusals.push(refusal);
  const listeners = { record: () => {}, refused, wrote: () => {}, clock: () => {}, lost: () => {} };
  shop = new Shop(state, row, memoryShelf(row, first), listeners, () => 2000);
  const list = handlers(shop, new Faults());
  send = async (path, data) => {
    const init = data ? { method: 'POST', body: JSON.stringify(data) } : {};
    const response = await getResponse(list, new Request(`http://shop.test${path}`, init));
    if (!response) throw new Error(`nobody answers ${path}`);
    return { status: response.status, body: (await response.json()) as Json };
  };
});

/** Begins a round of 25 orders that come at once; a real second is a simulated one. */
async function begin(preset: 'easy' | 'custom'): Promise<void> {
  const { easy } = PRESETS;
  const orders = { ...easy.orders, orders: 25, batch: 25, fakes: 40, day: 2, lost: 100, funds: '90000.00' };
  await send('/api/account/sign-in', { account: 'admin', password: '123456' });
  await send('/api/rules', { rules: { ...easy, preset, orders } });
  await send('/api/account/sign-in', { account: 'xs02', password: '123456' });
  await send('/api/shifts', { kind: 'orders' });
  await shop.tick('test', 1000);
}

const rows = ({ body }: { body: Json }): Json[] => body.orders as Json[];
const idOf = (order: Json | undefined): string => String(order?.order_id);

it('lists a round’s orders by status, twenty a page, the newest first, and says nothing of their truth', async () => {
  await begin('easy');
  const first = await send('/api/desk/orders?shift=orders-1&status=placed&page=1');
  expect(first.body).toMatchObject({
    page: 1,
    pages: 2,
    total: 25,
    counts: { placed: 25, sent: 0 },
    funds: '90000.00',
  });
  expect(rows(first)).toHaveLength(20);
  expect(rows(first).map((order) => idOf(order).split('-')[3])).toEqual(
    Array.from({ length: 20 }, (_, i) => String(25 - i)),
  );
  expect(rows(await send('/api/desk/orders?shift=orders-1&status=placed&page=2'))).toHaveLength(5);
  // Beyond the last page, and words that mean nothing.
  expect((await send('/api/desk/orders?shift=orders-1&status=x&page=99')).body).toMatchObject({ page: 2, total: 25 });
  expect((await send('/api/desk/orders?shift=orders-1&page=-1')).body).toMatchObject({ page: 1 });
  expect(await send('/api/desk/orders?shift=orders-9')).toMatchObject({ status: 404 });
  const { body } = await send(`/api/desk/orders/${idOf(rows(first)[0])}`);
  for (const text of [JSON.stringify(first.body), JSON.stringify(body)]) {
    expect(text).not.toMatch(/truth|reason|why|optimal|"best"|deadline|"due"/);
  }
});

it('lets out when an order is lost or can be collected for by easy rules, and not by others', async () => {
  await begin('easy');
  const [order] = rows(await send('/api/desk/orders?shift=orders-1'));
  expect(order?.lost_in).toBe(99);
  await shop.tick('test', 4000);
  expect(rows(await send('/api/desk/orders?shift=orders-1'))[0]?.lost_in).toBe(95);
  await send(`/api/shifts/orders-1/end`, {});
  expect(rows(await send('/api/desk/orders?shift=orders-1&status=lost'))[0]).not.toHaveProperty('lost_in');
  await begin('custom');
  expect(rows(await send('/api/desk/orders?shift=orders-2'))[0]).not.toHaveProperty('lost_in');
});

it('sends, voids and collects, and shows what the order is then; refusals are published', async () => {
  await begin('easy');
  const all = [
    ...rows(await send('/api/desk/orders?shift=orders-1')),
    ...rows(await send('/api/desk/orders?shift=orders-1&page=2')),
  ];
  const plan = (await shop.training()).ORDERS.planOrders(
    7,
    'orders-1',
    (await shop.view()).state.shifts.get('orders-1')?.rules.orders ?? PRESETS.easy.orders,
  );
  const truths = plan.map(({ truth }) => truth.real).reverse();
  const real = idOf(all[truths.indexOf(true)]);
  const fake = idOf(all[truths.indexOf(false)]);
  const window = (await send(`/api/desk/orders/${real}`)).body;
  expect(window).toMatchObject({ max_days: 5, funds: '90000.00', over: false });
  const choices = window.choices as { code: string; fee: string; days: number }[];
  expect(choices.map(({ code }) => code)).toEqual(['ZTO', 'YTO', 'YUNDA', 'STO', 'SF', 'JTSD', 'EMS', 'POSTB']);

  const sent = await send(`/api/desk/orders/${real}/send`, { company_code: 'SF' });
  expect(sent.body).toMatchObject({ order: { status: 'sent', carrier: 'SF' } });
  expect(Number(sent.body.funds)).toBeCloseTo(90_000 - Number(choices.find(({ code }) => code === 'SF')?.fee), 2);
  expect((await send(`/api/desk/orders/${fake}/send`, { company_code: 'SF' })).body).toMatchObject({
    order: { status: 'invalid' },
  });
  const early = await send(`/api/desk/orders/${real}/collect`, {});
  expect(early.body).toMatchObject({ order: { status: 'sent', early: 1 } });
  await shop.tick('test', 4900);
  await shop.tick('test', 4900);
  expect((await send(`/api/desk/orders/${real}/collect`, {})).body).toMatchObject({ order: { status: 'finished' } });
  const again = await send(`/api/desk/orders/${real}/void`, {});
  expect(again).toMatchObject({ status: 400, body: { error_response: { sub_code: 'isv.desk-order-status' } } });
  expect(await send('/api/desk/orders/none')).toMatchObject({ status: 404 });
  expect(await send('/api/desk/orders/none/send', {})).toMatchObject({ status: 404 });
  expect(refusals.map(({ method, subject }) => [method, subject])).toEqual([
    ['desk.void', real],
    ['desk.send', 'none'],
  ]);
});

it('reviews a round once it is over: the table, every order’s truth, and those that an item rests on', async () => {
  await begin('easy');
  expect(await send('/api/desk/shifts/orders-1/review')).toMatchObject({
    status: 400,
    body: { error_response: { sub_code: 'isv.shift-running' } },
  });
  const [first, second] = rows(await send('/api/desk/orders?shift=orders-1'));
  await send(`/api/desk/orders/${idOf(first)}/void`, {});
  await send(`/api/desk/orders/${idOf(second)}/send`, { company_code: 'SF' });
  await send('/api/shifts/orders-1/end', {});
  const { body } = await send('/api/desk/shifts/orders-1/review');
  expect(body).toMatchObject({ page: 1, pages: 2, total: 25 });
  const table = body.table as { id: string; points: number; evidence: number[] }[];
  expect(table.map(({ id }) => id)).toEqual(['send', 'collect', 'void', 'deals', 'lost']);
  for (const order of rows({ body })) {
    expect(order).toMatchObject({
      truth: expect.stringMatching(/^(?:real|fake)$/),
      reason: expect.stringMatching(/./),
    });
    expect(order.best === null).toBe(order.truth === 'fake');
  }
  for (const { id, evidence } of table) {
    const shown = (await send(`/api/desk/shifts/orders-1/review?item=${id}&page=7`)).body;
    expect(shown.page).toBe(shown.pages);
    expect(Number(shown.total) > 0).toBe(evidence.length > 0);
    for (const { seqs } of rows({ body: shown }))
      expect((seqs as number[]).some((seq) => evidence.includes(seq))).toBe(true);
  }
  expect(await send('/api/desk/shifts/service-1/review')).toMatchObject({ status: 404 });
});
