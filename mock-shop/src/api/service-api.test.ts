import { buildWorld, type ShopRefusal } from 'fixtures';
import { getResponse } from 'msw/utils/get-response';
import { beforeEach, describe, expect, it } from 'vitest';
import { Faults } from './faults.ts';
import { handlers } from './handlers.ts';
import { memoryShelf } from './memory-shelf.ts';
import { newWorld } from './open-world.ts';
import { Shop } from './shop.ts';

type Json = Record<string, unknown>;
interface Row {
  visitor_id: string;
  status: string;
  unread: number;
  waited: number;
  left: number;
}

let shop: Shop;
let refusals: ShopRefusal[];
let send: (path: string, data?: object) => Promise<{ status: number; body: Json }>;

beforeEach(async () => {
  refusals = [];
  const wish = { scenario: 'flag-remarks', seed: 1, day: 1440 };
  const { state, row, first } = newWorld(wish, buildWorld, 1000);
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
  await send('/api/account/sign-in', { account: 'xs03', password: '123456' });
  await send('/api/shifts', { kind: 'service' });
});

async function seconds(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await shop.tick('tab', 1000);
}

async function rows(query = ''): Promise<Row[]> {
  return (await send(`/api/service/service-1${query}`)).body.visitors as Row[];
}

const code = ({ body }: { body: Json }): unknown => (body.error_response as Json).sub_code;

describe('the desk', () => {
  it('shows who waits how long, opens them, and takes an answer', async () => {
    expect(await rows()).toEqual([]);
    await seconds(10);
    const [row] = await rows();
    expect(row).toMatchObject({ visitor_id: 'service-1-1', status: 'waiting', unread: 1, waited: 7, left: 83 });
    const id = row?.visitor_id ?? '';
    const before = await send(`/api/visitors/${id}`);
    expect(before.body.visitor).toMatchObject({ turn: 0, free: true, status: 'waiting' });
    expect((before.body.visitor as { choices: string[] }).choices).toHaveLength(4);

    expect((await send(`/api/visitors/${id}/open`, {})).body.visitor).toMatchObject({ status: 'open' });
    const { status, body } = await send(`/api/visitors/${id}/answers`, { turn: 0, choice: 2 });
    expect(status).toBe(200);
    const { messages } = body.visitor as { messages: Json[] };
    expect(messages).toHaveLength(3);
    expect(refusals).toEqual([]);
  });

  it('tells nothing of what answers are worth before the talk is over, nor which situation it is', async () => {
    await seconds(10);
    const { body } = await send('/api/visitors/service-1-1');
    const list = await send('/api/service/service-1');
    for (const text of [JSON.stringify(body), JSON.stringify(list.body)]) {
      expect(text).not.toMatch(/grade|"why"|harmful|best|script|"faq"|technique|breaks|can_deal/);
    }
  });

  it('shows the goods with groups, tables, stock and the shop’s rules', async () => {
    await seconds(10);
    const { goods } = (await send('/api/visitors/service-1-1/goods')).body as { goods: Record<string, unknown[]> };
    expect(goods).toMatchObject({ prices: { heads: expect.any(Array) }, promotion: { until: expect.any(String) } });
    expect(goods.strengths).toHaveLength(3);
    expect((goods.rules ?? []).length).toBeGreaterThan(10);
    expect((goods.card as unknown as { groups: unknown[] }).groups).toHaveLength(7);
  });

  it('lists by state and by pages', async () => {
    await seconds(120);
    const all = await rows();
    expect(all.length).toBeGreaterThan(2);
    const { body } = await send('/api/service/service-1?list=waiting&page=2&size=1');
    const { counts, total, visitors } = body as { counts: Json; total: number; visitors: Row[] };
    expect(total).toBe(counts.waiting);
    expect(visitors.map(({ visitor_id }) => visitor_id)).toEqual(
      all
        .filter(({ status }) => status === 'waiting')
        .slice(1, 2)
        .map(({ visitor_id }) => visitor_id),
    );
    expect((await rows('?list=over')).every(({ status }) => status === 'left')).toBe(true);
    expect(await rows('?list=nonsense&page=x&size=999')).toEqual(all);
  });

  it('says what it does not have, and refuses what cannot be', async () => {
    expect(await send('/api/service/orders-1')).toMatchObject({ status: 404 });
    expect(await send('/api/visitors/service-1-1')).toMatchObject({ status: 404 });
    expect(await send('/api/visitors/service-1-1/open', {})).toMatchObject({ status: 404 });
    await seconds(10);
    await send('/api/visitors/service-1-1/open', {});
    const answers = '/api/visitors/service-1-1/answers';
    expect(code(await send(answers, { turn: 'x', choice: 1 }))).toBe('isv.visitor-turn');
    expect(code(await send(answers, { turn: 0, choice: '1' }))).toBe('isv.invalid-parameter:choice');
    expect(code(await send(answers, { turn: 0, text: 7 }))).toBe('isv.missing-parameter:text');
    expect(code(await send(answers, { turn: 0 }))).toBe('isv.missing-parameter:choice');
    expect(refusals.map(({ method }) => method)).toEqual(['visitors.open', ...Array(4).fill('visitors.answer')]);
    expect(code(await send('/api/service/service-1/sheet'))).toBe('isv.shift-running');
    expect(code(await send('/api/service/service-1/answers'))).toBe('isv.shift-running');
  });
});

describe('the review', () => {
  it('has the sheet, every answer with grade and reason, and what an item rests on', async () => {
    await seconds(10);
    await send('/api/visitors/service-1-1/open', {});
    await send('/api/visitors/service-1-1/answers', { turn: 0, choice: 0 });
    await send('/api/shifts/service-1/end', {});
    const { items } = (await send('/api/service/service-1/sheet')).body as { items: Json[] };
    expect(items).toHaveLength(10);
    const { entries, total } = (await send('/api/service/service-1/answers')).body as {
      entries: Json[];
      total: number;
    };
    expect(total).toBe(1);
    expect(entries[0]).toMatchObject({
      visitor_id: 'service-1-1',
      answer: { how: 'choice', why: expect.any(String), seconds: 7, options: Array(4).fill(expect.anything()) },
    });
    const response = items.find(({ id }) => id === 'response') as { evidence: number[] };
    const rests = await send('/api/service/service-1/answers?item=response');
    expect((rests.body.entries as Json[]).map(({ seq }) => seq)).toEqual(response.evidence);
  });
});
