/** The shop's screens for people who cannot see or point well, and at the size of a classroom's screens. */
import { seriousFaults } from '../serious-faults.ts';
import { expect, type Seller, test, tradeOf } from './seller.ts';

/** axe-core's serious findings and how many pixels the page is wider than the screen. */
async function faults({ page }: Seller): Promise<(string | number)[]> {
  const found: (string | number)[] = await seriousFaults(page, ['light']);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [...found, `${wider} px too wide`] : found;
}

test('the list, its remark on hover, an empty list and the drawer', async ({ page, seller }) => {
  await seller.open();
  expect(await faults(seller)).toEqual([]);
  const marked = tradeOf(1, (trade) => trade.seller_flag === 1 && trade.created >= '2026-08-23');
  await page.goto(`/sold?tid=${marked.tid}`);
  await seller.flag(marked.tid).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.goto('/sold?tab=waitSend&page=x&nick=nobody');
  await expect(page.getByText('没有符合条件的订单')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.goto('/sold?chat=');
  await expect(page.getByTestId('chat-peer').first()).toBeVisible();
  await seller.settled();
  expect(await faults(seller)).toEqual([]);
  await page.getByTestId('chat-peer').first().click();
  await seller.rehearse('chats.send', 1, 'error');
  await page.getByTestId('chat-input').fill('您好');
  await page.getByTestId('chat-input').press('Enter');
  await expect(page.getByTestId('chat-failed')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
});

test('the dialogs, also when something went wrong', async ({ page, seller }) => {
  await seller.open();
  const [tid = ''] = (await seller.tids()) as string[];
  await seller.openRemark(tid);
  expect(await faults(seller)).toEqual([]);
  await page.getByTestId('memo-text').fill('字'.repeat(501));
  await page.getByTestId('memo-save').click();
  await expect(seller.dialog.getByRole('alert')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await seller.rehearse('memo.update', 1, 'error');
  await page.getByTestId('memo-text').fill('有内容');
  await page.getByTestId('memo-save').click();
  await expect(page.getByTestId('memo-failed')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.getByTestId('memo-retry').click();
  await expect(page.getByTestId('memo-undo')).toBeVisible();
  expect(await faults(seller)).toEqual([]);

  await page.getByTestId('select-all').check();
  await page.getByTestId('batch-memo').click();
  await page.getByTestId('batch-save').click();
  await expect(page.getByTestId('batch-dialog').getByRole('alert')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('help').click();
  await expect(page.getByRole('dialog', { name: '这个练习店铺怎么用' })).toBeVisible();
  expect(await faults(seller)).toEqual([]);
});

test('the detail page, and the pages that say what went wrong', async ({ page, seller }) => {
  await seller.open();
  await seller.rows.first().getByTestId('detail').click();
  await expect(page.locator('article')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.goto('/sold?fail=trades.sold.get:1');
  await expect(page.getByTestId('retry')).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  expect(await faults(seller)).toEqual([]);
  await page.goto('/?scenario=nowhere');
  await expect(page.getByRole('heading', { name: '这个地址打不开练习世界' })).toBeVisible();
  expect(await faults(seller)).toEqual([]);
});

test('the wide list is never wider than a small screen, with long words in it too', async ({ page, seller }) => {
  await seller.open();
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await seller.openRemark((await seller.tids())[0] ?? '');
  await page.getByTestId('memo-text').fill('w'.repeat(1000));
  await page.getByTestId('memo-save').click();
  await expect(seller.dialog).toBeHidden();
  await seller.rows.first().getByTestId('flag').hover();
  const tip = page.getByRole('tooltip');
  await expect(tip).toBeInViewport({ ratio: 1 });
  expect(await tip.evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight])).toEqual(
    [0, 0],
  );
  // However long the remark, the flag under the pointer can still be clicked.
  await seller.openRemark((await seller.tids())[0] ?? '');
  await page.getByTestId('memo-text').fill(`${'1\n'.repeat(250)}${'w'.repeat(500)}`);
  await page.getByTestId('memo-save').click();
  await expect(seller.dialog).toBeHidden();
  await page.mouse.move(5, 5);
  await expect(tip).toHaveCount(0);
  await seller.rows.first().getByTestId('flag').hover();
  await expect(tip).toBeInViewport({ ratio: 1 });
  await tip.hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(() => tip.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
  await expect(tip).toBeVisible();
  await seller.rows.first().getByTestId('flag').click();
  await expect(seller.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await wider()).toBeLessThanOrEqual(0);
  for (const tab of ['old', 'refunding', 'all']) {
    await page.getByTestId(`tab-${tab}`).click();
    await seller.settled();
    expect(await wider(), tab).toBeLessThanOrEqual(0);
  }
  await seller.rows.first().getByTestId('detail').click();
  await expect(page.locator('article')).toContainText('wwww');
  expect(await wider()).toBeLessThanOrEqual(0);
  await page.goBack();
  await page.getByTestId('chat-open').click();
  await page.getByTestId('chat-peer').first().click();
  await page.getByTestId('chat-input').fill('w'.repeat(500));
  await page.getByTestId('chat-input').press('Enter');
  await expect(page.getByRole('log')).toContainText('wwww');
  const log = page.getByRole('log');
  expect(await log.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(await wider()).toBeLessThanOrEqual(0);
});
