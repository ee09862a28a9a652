import { afterEach, expect, it, vi } from 'vitest';
import { reasonOf } from './call.ts';
import { getSold, saveMemo } from './shop-client.ts';

afterEach(() => vi.unstubAllGlobals());

/** Answers every call with this, and keeps what was sent. */
function answer(body: unknown, status = 200): URLSearchParams[] {
  const sent: URLSearchParams[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: { body: URLSearchParams }) => {
    sent.push(init.body);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  });
  return sent;
}

const failure = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
  } catch (error) {
    return reasonOf(error);
  }
  return 'no failure';
};

it('clears an emptied remark, leaves the text when only the flag changes, sends it otherwise', async () => {
  const sent = answer({ trade_memo_update_response: { trade: {} } });
  await saveMemo('1', 0, '');
  await saveMemo('1', 3, '', true);
  await saveMemo('1', 3, '可以发货 小刘 11.22');
  expect(sent.map((form) => [form.get('flag'), form.get('memo'), form.get('reset')])).toEqual([
    ['0', '', 'true'],
    ['3', '', 'false'],
    ['3', '可以发货 小刘 11.22', 'false'],
  ]);
});

it('reads an empty list as one', async () => {
  answer({ trades_sold_get_response: { total_results: 0, trades: {} } });
  expect(await getSold({})).toEqual({ trades: [], total: 0 });
});

it('says in Chinese why a call failed', async () => {
  answer({
    error_response: { code: 15, msg: 'Remote service error', sub_code: 'isv.x', sub_msg: '没有编号为 1 的订单' },
  });
  expect(await failure(saveMemo('1', 1, 'x'))).toBe('没有编号为 1 的订单');
  answer('<html>', 502);
  expect(await failure(saveMemo('1', 1, 'x'))).toBe('服务器的回答看不懂（502），请重试。');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failure(saveMemo('1', 1, 'x'))).toBe('网络连接不上，请检查后重试。');
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('late', 'TimeoutError')));
  expect(await failure(saveMemo('1', 1, 'x'))).toBe('服务器很久没有回应，请重试。');
});
