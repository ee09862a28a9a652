/** The world behind the screens: two tabs, the clock, seeds, bad addresses, damage, a failing backend, plain http. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { buildWorld, SCENARIOS } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, Seller, test, tradeOf } from './seller.ts';

/** Writes a remark with a flag, from the list to the closed dialog. */
async function remark(seller: Seller, tid: string, text: string): Promise<void> {
  await seller.openRemark(tid);
  await seller.choose(3);
  await seller.page.getByTestId('memo-text').fill(text);
  await seller.page.getByTestId('memo-save').click();
  await expect(seller.flag(tid)).toHaveAccessibleName(`备注（绿旗）：${text}`);
}

test('two tabs of one world stay in step', async ({ page, seller, context }) => {
  await seller.open();
  const [tid = '', other = ''] = (await seller.tids()) as string[];
  const second = new Seller(await context.newPage());
  await second.page.goto('/sold');
  expect(await second.tids()).toEqual(await seller.tids());
  await remark(seller, tid, '第一页写的');
  await expect(second.flag(tid)).toHaveAccessibleName('备注（绿旗）：第一页写的');
  await remark(second, other, '第二页写的');
  await expect(seller.flag(other)).toHaveAccessibleName('备注（绿旗）：第二页写的');
  await second.page.getByTestId('clock-pause').click();
  await expect(second.page.getByTestId('clock-pause')).toHaveText('继续');
  await page.reload();
  await expect(page.getByTestId('clock-pause')).toHaveText('继续');
  expect(await seller.saves()).toBe(2);

  // Another world in one tab: the other follows by itself.
  await second.open('/sold', { seed: 2 });
  const there = await second.tids();
  await expect(seller.rows.first()).toHaveAttribute('data-tid', there[0] ?? '');
  expect(await seller.tids()).toEqual(there);
});

test('a paused clock stays paused through a reload, and goes on when told', async ({ page, seller }) => {
  // Ten real seconds a day: a clock that ran on would be hours ahead after a reload.
  await seller.open('/sold', { day: 10 });
  const clock = page.getByTestId('clock');
  const pause = page.getByTestId('clock-pause');
  await expect(clock).toContainText(/2026-11-2\d 周. \d\d:\d\d/);
  await pause.click();
  await expect(pause).toHaveText('继续');
  const stopped = (await clock.textContent()) ?? '';
  await page.reload();
  await expect(pause).toHaveText('继续');
  await expect(clock).toHaveText(stopped);
  await pause.click();
  await expect(pause).toHaveText('暂停');
  await expect(clock).not.toHaveText(stopped);
});

test('a scenario and a seed always give the same shop, another seed another', async ({ page, seller }) => {
  await seller.open('/sold', { seed: 5 });
  const text = () => page.locator('.sold-table').textContent();
  const [tids, shown] = [await seller.tids(), await text()];
  await remark(seller, tids[0] ?? '', '这个世界会被换掉');
  await seller.open('/sold', { seed: 5 });
  expect(await seller.tids()).toEqual(tids);
  expect(await text()).toBe(shown);
  expect(await seller.saves()).toBe(0);
  await seller.open('/sold', { seed: 6 });
  expect((await seller.tids()).filter((tid) => tids.includes(tid))).toEqual([]);

  // The help leads back to the beginning of this world.
  await remark(seller, (await seller.tids())[0] ?? '', '重新开始就没有了');
  await page.getByTestId('help').click();
  const restart = page.getByRole('link', { name: '重新开始这个店铺' });
  await expect(restart).toBeHidden();
  await page.getByText('想从头再来？').click();
  await restart.click();
  await expect(seller.rows).toHaveCount(15);
  await expect(seller.rows.first().getByTestId('flag')).not.toHaveAccessibleName(/重新开始就没有了/);
  expect(await seller.saves()).toBe(0);
});

test('another world is chosen in the help, twice asked, and its buyers act by themselves', async ({ page, seller }) => {
  await seller.open();
  const before = await seller.tids();
  await remark(seller, before[0] ?? '', '换走就没有了');
  await page.getByTestId('help').click();
  await page.getByText('换一个练习世界？').click();
  const list = page.getByTestId('world-list');
  await expect(list.getByRole('radio')).toHaveCount(SCENARIOS.length);
  await expect(list.getByRole('radio', { name: '插旗备注' })).toBeChecked();
  await list.getByRole('radio', { name: '忙碌的一天' }).check();
  const seed = page.getByTestId('world-seed');
  await seed.fill('4294967296');
  await expect(page.getByText('编号是 0 到 4294967295 的整数')).toBeVisible();
  await expect(page.getByTestId('world-change')).toBeDisabled();
  await seed.fill('11');
  await seed.press('Enter');
  await expect(page.getByText('换成「忙碌的一天」以后')).toBeVisible();
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  await expect(page.getByTestId('world-stay')).toBeFocused();
  await page.getByTestId('world-stay').click();
  expect(await seller.saves()).toBe(1);
  await page.getByTestId('world-change').click();
  await page.getByTestId('world-go').click();
  await expect(page.getByTestId('help')).toBeVisible();
  await seller.settled();
  const there = buildWorld('busy-day', 11);
  expect(await seller.tids()).toEqual(there.trades.slice(0, 15).map(({ tid }) => tid));
  expect((await seller.stored()).row).toMatchObject({ scenario: 'busy-day', seed: 11 });

  // A day in twenty seconds: somebody orders, and comes to stand first in the list.
  await seller.open('/sold', { scenario: 'busy-day', seed: 11, day: 20 });
  await expect(async () => {
    const types = (await seller.stored()).records.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['trade.created', 'trade.paid', 'chat.received']));
    expect(types).not.toContain('script.skipped');
  }).toPass();
});

test('an address that asks for a world there is not says what there is, and leaves the stored one alone', async ({
  page,
  seller,
}) => {
  await seller.open();
  const [tid = ''] = (await seller.tids()) as string[];
  await remark(seller, tid, '不能丢');
  const bad: [query: string, says: RegExp][] = [
    ['scenario=nowhere&seed=1', /nowhere.*flag-remarks/],
    ['scenario=flag-remarks&seed=abc', /seed 写成了「abc」.*0 到 4294967295/],
    ['scenario=flag-remarks&seed=-1', /seed 写成了「-1」/],
    ['seed=4294967296', /seed 写成了「4294967296」/],
    ['scenario=flag-remarks&seed=1&day=0', /day 写成了「0」.*1 到 2592000/],
    ['day=soon', /day 写成了「soon」/],
  ];
  for (const [query, says] of bad) {
    await page.goto(`/?${query}`);
    await expect(page.getByRole('heading', { name: '这个地址打不开练习世界' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(page.getByRole('alert')).toContainText('已保存的练习没有变动');
  }
  await page.getByRole('link', { name: '继续已保存的练习' }).click();
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（绿旗）：不能丢');

  // A pace alone changes the pace of the stored world.
  await page.goto('/?day=60');
  await expect(page.getByTestId('clock-speed')).toHaveValue('60');
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（绿旗）：不能丢');
});

/** Damages what is stored, from a page of the same origin on which no shop runs. */
async function damage(page: Page, what: 'row' | 'record' | 'gap'): Promise<void> {
  await page.goto('/mockServiceWorker.js');
  await page.evaluate(
    (kind) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('mock-shop');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(['world', 'records'], 'readwrite');
          if (kind === 'row') tx.objectStore('world').put('垃圾', 'current');
          else if (kind === 'record') tx.objectStore('records').put({ seq: 2, junk: '垃圾' });
          else tx.objectStore('records').put({ seq: 9, junk: '垃圾' });
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    what,
  );
}

test('a damaged world is told, exported and begun again, and nothing is deleted before that', async ({
  page,
  seller,
}) => {
  for (const what of ['row', 'record', 'gap'] as const) {
    await seller.open('/sold', { seed: 4 });
    const [tid = ''] = (await seller.tids()) as string[];
    await remark(seller, tid, '损坏之前');
    await damage(page, what);
    const before = await seller.stored();
    expect(JSON.stringify(before)).toContain('垃圾');
    for (const at of ['/sold', '/sold/123', '/?day=60']) {
      await page.goto(at);
      await expect(page.getByRole('heading', { name: '保存的练习世界已损坏' })).toBeVisible();
      await expect(page.getByRole('alert')).toContainText(what === 'row' ? '残缺' : /记录/);
      expect(await seller.stored()).toEqual(before);
    }
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('world-dump').click()]);
    expect(file.suggestedFilename()).toBe('损坏的练习世界.json');
    const text = await readFile(await file.path(), 'utf8');
    expect(JSON.parse(text)).toEqual(before);
    expect(await seller.stored()).toEqual(before);

    await page.getByTestId('world-restart').click();
    await expect(page).toHaveURL(/\/sold$/);
    await expect(seller.rows).toHaveCount(15);
    await expect(page.getByTestId('clock')).toBeVisible();
    // The same world as far as it could still be read.
    if (what !== 'row') await expect(seller.flag(tid)).not.toHaveAccessibleName(/损坏之前/);
    expect(JSON.stringify(await seller.stored())).not.toContain('垃圾');
  }
});

test('what cannot be read is asked for again by 重试', async ({ page, seller }) => {
  const { tid } = tradeOf(1, (trade) => trade.seller_flag === 0);
  await page.goto('/sold?scenario=flag-remarks&seed=1&day=86400&fail=trades.sold.get:1,trades.sold.get:1:offline');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('服务暂时不可用');
  await expect(seller.rows).toHaveCount(0);
  await page.getByTestId('retry').click();
  await expect(alert).toContainText('网络连接不上');
  await page.getByTestId('retry').click();
  await expect(seller.rows).toHaveCount(15);
  await expect(alert).toHaveCount(0);

  // A later failure keeps what is on the screen.
  await seller.rehearse('sold.counts', 1, 'error');
  await page.getByTestId('tab-sent').click();
  await expect(alert).toContainText('服务暂时不可用');
  await expect(seller.rows).toHaveCount(15);
  await page.getByTestId('retry').click();
  await expect(alert).toHaveCount(0);
  await expect(seller.rows.first()).toContainText(/卖家已发货|买家已签收/);

  await page.goto(`/sold/${tid}?fail=fullinfo:1`);
  await expect(alert).toContainText('服务暂时不可用');
  await page.getByTestId('retry').click();
  await expect(page.locator(`article[data-tid="${tid}"]`)).toBeVisible();
  await page.goto('/sold?fail=clock.set:1');
  await page.getByTestId('clock-pause').click();
  await expect(seller.toasts).toContainText('时钟没有改成');
  await page.getByTestId('clock-pause').click();
  await expect(page.getByTestId('clock-pause')).toHaveText('继续');
});

test('the shop works over plain http from another name, where there is no service worker', async ({
  playwright,
  launchOptions,
  shop,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP shop.lan 127.0.0.1'],
  });
  const origin = shop.replace('127.0.0.1', 'shop.lan');
  const seller = new Seller(await browser.newPage({ baseURL: origin, viewport: { width: 1366, height: 768 } }));
  await seller.open('/sold?tab=waitSend', { day: 1440 });
  expect(await seller.page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  const tids = await seller.tids();
  expect(tids).toHaveLength(15);
  const [tid = ''] = tids as string[];
  await remark(seller, tid, '局域网里写的');
  await seller.page.reload();
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（绿旗）：局域网里写的');
  expect(await seller.tids()).toEqual(tids);
  await seller.page.getByTestId('tab-success').click();
  await expect(seller.rows.first()).toContainText('交易成功');
  await seller.page.getByTestId('chat-open').click();
  await seller.page.getByTestId('chat-peer').first().click();
  await seller.page.getByTestId('chat-input').fill('您好');
  await seller.page.getByTestId('chat-input').press('Enter');
  const lines = seller.page.getByRole('log').locator('.line');
  await expect(lines.filter({ hasText: '您好' }).last()).toContainText('小刘');
  await expect(lines.last()).toHaveClass(/line-buyer/);
  await browser.close();
});
