import { chromium, type Page } from '@playwright/test';
import { findBrowser, NO_BROWSER, sandboxArgs } from '../scripts/browser.ts';
import { serve } from '../scripts/serve.ts';
import { SHOP_DIST } from '../scripts/workspace.ts';
import { percentile, report } from './table.ts';

const ROUNDS = 12;
/** What a frame lasts on a screen of 60 Hz, ms; one that takes twice as long has dropped another. */
const FRAME = 1000 / 60;

/** A question to the backend, from the page, answer read. */
const QUESTIONS: readonly (readonly [what: string, path: string, body?: string])[] = [
  ['已卖出的宝贝 第一页', '/router/rest', sold('')],
  ['已卖出的宝贝 等待发货', '/router/rest', sold('&status=WAIT_SELLER_SEND_GOODS')],
  ['已卖出的宝贝 按买家昵称', '/router/rest', sold('&buyer_nick=a')],
  ['发货管理 第一页', '/api/shipping?tab=wait&page=1&size=15'],
  ['发货管理 按收货人', '/api/shipping?tab=sent&page=1&size=15&receiver=%E7%8E%8B'],
];

/** The shop of 100,000 trades in a real browser: opening, the lists' answers, scrolling, memory. */
export async function benchGiant(): Promise<void> {
  const found = findBrowser();
  if (!found) throw new Error(NO_BROWSER);
  const shop = await serve(SHOP_DIST, 0);
  const browser = await chromium.launch({ executablePath: found.path, args: sandboxArgs() });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const start = performance.now();
    await page.goto(`${shop.origin}/?scenario=giant-shop&seed=1&day=86400`);
    await page.locator('tbody[data-tid]').first().waitFor({ timeout: 120_000 });
    const opened = performance.now() - start;
    const rows = [];
    for (const [what, path, body] of QUESTIONS) {
      const taken: number[] = [];
      for (let n = 0; n < ROUNDS; n++) taken.push(await page.evaluate(ask, { path, body }));
      rows.push({ what, p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) });
    }
    report('giant', '十万笔订单的店：从提问到读完回答（毫秒；预算：第一页 ≤ 100，筛选 ≤ 50）', rows);
    const { late, frames } = await scrolled(page, shop.origin);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    report('giant-page', '十万笔订单的店：打开、滚动、内存', [
      { what: '从打开地址到看见第一行（毫秒）', value: opened },
      { what: `每页 100 笔时滚动：${frames} 帧里迟到的`, value: late },
      { what: 'JavaScript 堆（MB，回收之后）', value: usedSize / 1_000_000 },
    ]);
  } finally {
    await browser.close();
    await shop.close();
  }
}

function sold(more: string): string {
  return `method=taobao.trades.sold.get&session=practice-session&format=json&v=2.0&fields=tid,status,orders&page_no=1&page_size=20${more}`;
}

async function ask({ path, body }: { path: string; body: string | undefined }): Promise<number> {
  const start = performance.now();
  const init = body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) };
  const answer = await fetch(path, init);
  const value = await answer.json();
  if ('error_response' in value) throw new Error(JSON.stringify(value));
  return performance.now() - start;
}

/** Turns the wheel through the longest page there is, and counts the frames that came late. */
async function scrolled(page: Page, origin: string): Promise<{ late: number; frames: number }> {
  await page.goto(`${origin}/sold?size=100`);
  await page.locator('tbody[data-tid]').nth(99).waitFor();
  const counting = page.evaluate(
    (frame) =>
      new Promise<{ late: number; frames: number }>((done) => {
        const seen = { late: 0, frames: 0 };
        let last = performance.now();
        const begin = last;
        const next = (now: number): void => {
          if (now - last > frame * 1.9) seen.late++;
          seen.frames++;
          last = now;
          if (now - begin < 3000) requestAnimationFrame(next);
          else done(seen);
        };
        requestAnimationFrame(next);
      }),
    FRAME,
  );
  await page.mouse.move(683, 500);
  for (let turns = 0; turns < 40; turns++) {
    await page.mouse.wheel(0, 180);
    await page.waitForTimeout(50);
  }
  return counting;
}
