import { chromium, type Page } from '@playwright/test';
import { findBrowser, NO_BROWSER, sandboxArgs } from '../scripts/browser.ts';
import { serve } from '../scripts/serve.ts';
import { SHOP_DIST } from '../scripts/workspace.ts';
import { percentile, type Row, report } from './table.ts';

const MANY = 1000;
/** So many of them have come when the watching begins: visitors come one or two a second at most. */
const COME = { service: 150, orders: MANY } as const;
/** How long the steady state is watched, ms. */
const WATCHED = 30_000;

/** Rounds of 1,000 visitors (the first of them come) and 1,000 orders (all come) in a real browser: long tasks and answers while somebody works. */
export async function benchTraining(): Promise<void> {
  const found = findBrowser();
  if (!found) throw new Error(NO_BROWSER);
  const shop = await serve(SHOP_DIST, 0);
  const browser = await chromium.launch({ executablePath: found.path, args: sandboxArgs() });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(`${shop.origin}/?scenario=quiet-shop&seed=1&day=86400`);
    await page.locator('tbody[data-tid]').first().waitFor();
    await page.evaluate(prepare, MANY);
    const rows: Row[] = [];
    for (const [kind, path] of [
      ['service', '/service'],
      ['orders', '/orders'],
    ] as const) {
      await page.evaluate(begin, kind);
      await page.goto(shop.origin + path);
      await page.getByTestId('shift-bar').waitFor();
      while (!(await page.evaluate(haveCome, { kind, many: COME[kind] }))) await page.waitForTimeout(1000);
      rows.push(await watched(page, kind));
      const start = performance.now();
      await page.reload();
      await page.getByTestId('shift-bar').waitFor();
      rows.push({ what: `${path} 刷新到看见这一轮（毫秒）`, p50: performance.now() - start, p95: '', max: '' });
      await page.evaluate(end, kind);
    }
    report(
      'training',
      `${MANY} 位来访的人（已来 ${COME.service} 位）、${MANY} 笔订单的一轮（预算：稳定时没有超过 50 毫秒的任务）`,
      rows,
    );
  } finally {
    await browser.close();
    await shop.close();
  }
}

/** In the page: signs the administrator in, changes the rules, then signs a student in. */
async function prepare(many: number): Promise<void> {
  const post = async (path: string, data: object): Promise<void> => {
    const answer = await fetch(path, { method: 'POST', body: JSON.stringify(data) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await post('/api/account/sign-in', { account: 'admin', password: '123456' });
  const { presets } = await (await fetch('/api/rules')).json();
  const { service, orders, ...rest } = presets.normal;
  await post('/api/rules', {
    rules: {
      ...rest,
      preset: 'custom',
      service: { ...service, visitors: many, every: 1, together: 10, patience: 86_400, answer: 86_400, limit: null },
      orders: { ...orders, orders: many, batch: 50, every: 1, lost: null, funds: '9999999.00', limit: null },
    },
  });
  await post('/api/account/sign-in', { account: 'xs01', password: '123456' });
}

async function begin(kind: string): Promise<void> {
  const answer = await fetch('/api/shifts', { method: 'POST', body: JSON.stringify({ kind }) });
  if (!answer.ok) throw new Error(await answer.text());
}

async function end(kind: string): Promise<void> {
  await fetch(`/api/shifts/${kind}-1/end`, { method: 'POST', body: '{}' });
}

async function haveCome({ kind, many }: { kind: string; many: number }): Promise<boolean> {
  const path = kind === 'service' ? `/api/service/service-1?list=all&size=1` : `/api/desk/orders?shift=orders-1`;
  const { total } = await (await fetch(path)).json();
  return total >= many;
}

/** Works for a while at what is there, and watches the main thread. */
async function watched(page: Page, kind: 'service' | 'orders'): Promise<Row> {
  const { tasks, answers } = await page.evaluate(
    async ([what, ms]) => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ entryTypes: ['longtask'] });
      const answers: number[] = [];
      const until = performance.now() + ms;
      const post = async (path: string, data: object): Promise<void> => {
        const start = performance.now();
        const answer = await fetch(path, { method: 'POST', body: JSON.stringify(data) });
        await answer.json();
        if (answer.ok) answers.push(performance.now() - start);
      };
      for (let n = 0; performance.now() < until; n++) {
        if (what === 'service') {
          await post(`/api/visitors/service-1-${n + 1}/open`, {});
          await post(`/api/visitors/service-1-${n + 1}/answers`, { turn: 0, choice: n % 4 });
        } else {
          const { orders } = await (await fetch('/api/desk/orders?shift=orders-1&status=placed')).json();
          const id = orders[0]?.order_id;
          if (!id) break;
          await post(`/api/desk/orders/${id}/void`, {});
        }
        await new Promise((later) => setTimeout(later, 200));
      }
      return { tasks, answers };
    },
    [kind, WATCHED] as const,
  );
  const late = tasks.filter((ms) => ms > 50);
  return {
    what: `${kind === 'service' ? '网店客服系统' : '网店订单管理'}：${answers.length} 次操作的答复（毫秒）；超过 50 毫秒的任务 ${late.length} 个`,
    p50: percentile(answers, 0.5),
    p95: percentile(answers, 0.95),
    max: late.length > 0 ? `最长任务 ${Math.round(Math.max(...late))}` : '',
  };
}
