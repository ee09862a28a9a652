/** What a seller does with an order beside its remark: price, closing, more time, postage, export; and time passing. */
import { readFile } from 'node:fs/promises';
import type { Trade } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, type Seller, test, tradeOf, world } from './seller.ts';

const SEED = 1;
const unpaid = (trade: Trade): boolean => trade.status === 'WAIT_BUYER_PAY';

/** How often the shop has recorded something of that kind. */
async function recorded(seller: Seller, type: string, subject?: string): Promise<number> {
  const { records } = await seller.stored();
  return records.filter((one) => one.type === type && (subject === undefined || one.subject === subject)).length;
}

/** The buyer pays, as from the buyer's own page. */
async function pay(seller: Seller, { tid, buyer_nick }: Trade): Promise<void> {
  const status = await seller.page.evaluate(
    async (path) => (await fetch(path, { method: 'POST', body: '{"password":"123456"}' })).status,
    `/api/buyer/${encodeURIComponent(buyer_nick)}/trades/${tid}/pay`,
  );
  expect(status).toBe(200);
}

test('修改价格: by 折 or yuan, with postage, by the course’s way through 订单价格修改', async ({ page, seller }) => {
  const trade = tradeOf(SEED, (one) => unpaid(one) && one.orders.order.length === 1 && Number(one.post_fee) === 0);
  const price = Number(trade.payment);
  const cut = (price - Math.round(price * 10) / 100).toFixed(2);
  await seller.open('/sold', { seed: SEED });
  await page.getByTestId('menu-prices').click();
  await expect(page.getByRole('heading', { name: '订单价格修改' })).toBeVisible();
  await seller.settled();
  await expect(seller.rows).toHaveCount(world(SEED).trades.filter(unpaid).length);
  await seller.row(trade.tid).getByTestId('deed-price').click();
  const dialog = page.getByTestId('price');
  const fault = dialog.getByTestId('form-fault');
  const total = page.getByTestId('price-total');
  const change = page.getByTestId('price-change');
  await expect(page.getByTestId('price-fold')).toBeFocused();
  expect(await seriousFaults(page, ['light'])).toEqual([]);

  // Nothing, nonsense and less than nothing are not sent.
  await page.getByTestId('price-yes').click();
  await expect(fault).toContainText('没有改动');
  for (const [typed, says] of [
    ['十块', '金额写成数字'],
    [String(-price - 1), '不能低于 0 元'],
    [String(-price), '至少要付 0.01 元'],
  ] as const) {
    await change.fill(typed);
    await page.getByTestId('price-yes').click();
    await expect(fault).toContainText(says);
  }
  await page.getByTestId('price-post').fill('-1');
  await page.getByTestId('price-yes').click();
  expect(await seriousFaults(page, ['light'])).toEqual([]);

  // A discount fills in the yuan, and the sums follow.
  await page.getByTestId('price-fold').fill('9');
  await expect(change).toHaveValue(`-${(price - Number(cut)).toFixed(2)}`);
  await expect(page.getByTestId('price-after')).toHaveText(cut);
  await page.getByTestId('price-post').fill('12');
  await expect(total).toHaveText((Number(cut) + 12).toFixed(2));
  await page.getByTestId('price-free').click();
  await expect(total).toHaveText(cut);
  await page.getByTestId('price-post').fill('12');

  // The network fails; nothing that was typed is lost, and the second try counts once.
  await seller.rehearse('trades.price', 1, 'offline');
  await page.getByTestId('price-yes').click();
  await expect(fault).toContainText('网络连接不上');
  await page.getByTestId('price-yes').dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(seller.toasts).toContainText(`买家应付 ${(Number(cut) + 12).toFixed(2)} 元`);
  await expect(seller.row(trade.tid)).toContainText((Number(cut) + 12).toFixed(2));
  await expect(seller.row(trade.tid)).toContainText('含运费：12.00');
  expect(await recorded(seller, 'trade.price.changed')).toBe(1);

  // It leads on to the trade's own page and back to this list; a reload keeps all.
  await seller.row(trade.tid).getByTestId('detail').click();
  await expect(page.locator('article')).toContainText('卖家改价');
  await page.reload();
  await expect(page.locator('article')).toContainText((Number(cut) + 12).toFixed(2));
  await page.getByTestId('back').click();
  await expect(page).toHaveURL(/\/prices$/);
});

test('关闭交易: with a reason, for good, and not when the buyer has paid meanwhile', async ({ page, seller }) => {
  const [first, second, third] = world(SEED).trades.filter(unpaid);
  if (!first || !second || !third) throw new Error('too few unpaid trades');
  await seller.open('/sold?tab=waitPay', { seed: SEED });
  const dialog = page.getByTestId('close');
  const fault = dialog.getByTestId('form-fault');
  await seller.row(first.tid).getByTestId('deed-close').click();
  await expect(dialog).toHaveAttribute('data-tid', first.tid);
  await expect(dialog).toContainText('成交不卖');
  await expect(dialog).toContainText('不能恢复');
  await expect(page.getByTestId('close-reason').locator('option')).toHaveCount(9);
  await page.getByTestId('close-yes').click();
  await expect(fault).toHaveText('请选择关闭理由');
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(seller.row(first.tid).getByTestId('deed-close')).toBeFocused();

  await page.keyboard.press('Enter');
  await page.getByTestId('close-reason').selectOption('缺货');
  await seller.rehearse('trade.close', 1, 'error');
  await page.getByTestId('close-yes').click();
  await expect(fault).toContainText('网络开小差了');
  await page.getByTestId('close-yes').dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(seller.toasts).toContainText('交易已关闭：缺货');
  await expect(seller.row(first.tid)).toHaveCount(0);
  expect(await recorded(seller, 'trade.closed', first.tid)).toBe(1);
  await page.goto(`/sold/${first.tid}`);
  await expect(page.getByTestId('close-reason-shown')).toHaveText('关闭理由：缺货');
  await expect(page.getByTestId('deed-close')).toHaveCount(0);

  // The buyer pays while the seller is still thinking.
  await page.goto(`/sold/${second.tid}`);
  await page.getByTestId('deed-close').click();
  await page.getByTestId('close-reason').selectOption('买家不想买了');
  await pay(seller, second);
  await page.getByTestId('close-yes').click();
  await expect(fault).toContainText('买家已经付款');
  await page.getByTestId('close-no').click();
  await expect(page.locator('.state-line')).toContainText('买家已付款');
  await expect(page.getByTestId('ship')).toBeVisible();
  expect(await recorded(seller, 'trade.closed', second.tid)).toBe(0);
});

test('延长收货时间: on top of what is left, as often as wanted, and kept through a reload', async ({
  page,
  seller,
}) => {
  const trade = tradeOf(
    SEED,
    (one) => one.status === 'WAIT_BUYER_CONFIRM_GOODS' && one.timeout_action_time !== undefined,
  );
  await seller.open(`/sold?tid=${trade.tid}`, { seed: SEED });
  const left = seller.row(trade.tid).getByTestId('deadline');
  const days = async (): Promise<number> => Number(/还剩 (\d+) 天/.exec((await left.textContent()) ?? '')?.[1]);
  const before = await days();
  const dialog = page.getByTestId('delay');
  await seller.row(trade.tid).getByTestId('deed-delay').click();
  await page.getByTestId('delay-yes').click();
  await expect(dialog.getByTestId('form-fault')).toHaveText('请选择延长几天');
  await page.getByTestId('delay-7').check();
  await expect(page.getByTestId('delay-before')).toContainText(`还剩 ${before} 天`);
  await expect(page.getByTestId('delay-after')).toContainText(`还剩 ${before + 7} 天`);
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  await seller.rehearse('receivetime.delay', 1, 'offline');
  await page.getByTestId('delay-yes').click();
  await expect(dialog.getByTestId('form-fault')).toContainText('网络连接不上');
  await page.getByTestId('delay-yes').dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(left).toContainText(`还剩 ${before + 7} 天`);

  await seller.row(trade.tid).getByTestId('deed-delay').click();
  await page.getByTestId('delay-3').check();
  await page.getByTestId('delay-yes').click();
  await expect(left).toContainText(`还剩 ${before + 10} 天`);
  await page.reload();
  await expect(left).toContainText(`还剩 ${before + 10} 天`);
  expect(await recorded(seller, 'trade.delayed', trade.tid)).toBe(2);

  // A refund has stopped the clock of another.
  const stopped = tradeOf(SEED, (one) => one.timeout_left !== undefined);
  await page.goto(`/sold/${stopped.tid}`);
  await expect(page.getByTestId('deadline')).toHaveText('退款中，收货计时暂停');
  await page.getByTestId('deed-delay').click();
  await expect(dialog).toContainText('计时停着');
});

test('批量免运费: tells how it comes out for each, and tries again only what failed', async ({ page, seller }) => {
  // The second trade with postage is made by the seller's own hand.
  const trades = world(SEED).trades.filter(unpaid);
  const paying = trades.filter(({ post_fee }) => Number(post_fee) > 0);
  const free = trades.filter(({ post_fee }) => Number(post_fee) === 0);
  const [dear] = free;
  if (!dear || paying.length === 0) throw new Error('no such trades');
  await seller.open('/prices', { seed: SEED });
  await page.getByTestId('batch-free-post').click();
  await expect(seller.toasts).toContainText('请先勾选要免运费的订单');
  await seller.row(dear.tid).getByTestId('deed-price').click();
  await page.getByTestId('price-post').fill('9.9');
  await page.getByTestId('price-yes').click();
  await expect(seller.row(dear.tid)).toContainText('含运费：9.90');

  await page.getByTestId('select-all').check();
  await page.getByTestId('batch-free-post').click();
  const dialog = page.getByTestId('free-post');
  const result = (tid: string) => dialog.locator(`tr[data-tid="${tid}"]`).getByTestId('free-result');
  await expect(result(free[1]?.tid ?? '')).toContainText('本来就没有运费');
  await expect(page.getByTestId('free-post-yes')).toHaveText(`免 ${paying.length + 1} 笔订单的运费`);
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  await seller.rehearse('postage.update', 1, 'error');
  await page.getByTestId('free-post-yes').click();
  await expect(dialog.getByTestId('form-fault')).toContainText('有 1 笔没有改成');
  await expect(result(dear.tid)).toContainText('没有改成');
  await expect(result(paying[0]?.tid ?? '')).toHaveText('已免运费');
  expect(await recorded(seller, 'trade.postage.changed')).toBe(paying.length);
  await page.getByTestId('free-post-yes').click();
  await expect(dialog).toHaveCount(0);
  await expect(seller.row(dear.tid)).toContainText('含运费：0.00');
  await expect(seller.toasts).toContainText(`已为 ${paying.length + 1} 笔订单免运费`);
});

test('导出订单: all pages of what the filters show, with long numbers and formulas made harmless', async ({
  page,
  seller,
}) => {
  await seller.open('/sold?tab=sent', { seed: SEED });
  const [tid = ''] = (await seller.tids()) as string[];
  await seller.openRemark(tid);
  await page.getByTestId('memo-text').fill('=HYPERLINK("http://x")');
  await page.getByTestId('memo-save').click();
  await expect(seller.dialog).toBeHidden();
  const wanted = world(SEED).trades.filter(({ status }) => /WAIT_BUYER_CONFIRM|BUYER_SIGNED/.test(status));
  expect(wanted.length).toBeGreaterThan(15);

  await page.getByTestId('export-open').click();
  await expect(page.getByTestId('export')).toContainText(`${wanted.length} 笔`);
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  await seller.rehearse('sold.export', 1, 'offline');
  await page.getByTestId('export-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('网络连接不上');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('export-yes').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('订单-2026-11-22.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [head, ...lines] = text.slice(1).trimEnd().split('\r\n');
  expect(head).toMatch(/^订单编号,订单状态,/);
  expect(lines.map((line) => line.split(',')[0])).toEqual(wanted.map((trade) => `\t${trade.tid}`));
  expect(lines[0]).toContain(`'=HYPERLINK`);
  await expect(seller.toasts).toContainText(`已导出 ${wanted.length} 笔订单`);
});

test('time passes: what nobody pays closes, what nobody confirms is confirmed, and the clock obeys', async ({
  page,
  seller,
}) => {
  const open = world(SEED).trades.filter(unpaid);
  const first = open.toSorted((a, b) => (a.timeout_action_time ?? '').localeCompare(b.timeout_action_time ?? ''))[0];
  if (!first) throw new Error('no unpaid trade');
  await seller.open('/sold?tab=waitPay', { seed: SEED });
  await page.getByTestId('clock-pause').click();
  await expect(page.getByTestId('clock-pause')).toHaveText('继续');
  const before = await page.getByTestId('clock').textContent();
  await page.getByTestId('clock-jump').click();
  await expect(seller.toasts).toContainText(/到了 2026-.*：/);
  expect(await page.getByTestId('clock').textContent()).not.toBe(before);
  await seller.rehearse('clock.jump', 1, 'error');
  await page.getByTestId('clock-jump').click();
  await expect(seller.toasts).toContainText('网络开小差了');

  // On and on, until the first unpaid trade is over and a receipt was confirmed.
  await page.evaluate(async () => {
    const wanted = new Set(['trade.closed', 'trade.finished']);
    document.addEventListener('shop:record', (event) => {
      wanted.delete((JSON.parse((event as CustomEvent<string>).detail) as { type: string }).type);
    });
    for (let n = 0; wanted.size > 0 && n < 2000; n += 1) await fetch('/api/clock/jump', { method: 'POST', body: '{}' });
  });
  await expect(seller.row(first.tid)).toHaveCount(0);
  await page.goto(`/sold/${first.tid}`);
  await expect(page.getByTestId('close-reason-shown')).toHaveText('关闭理由：未及时付款');
  const { records } = await seller.stored();
  const finished = records.find(({ type }) => type === 'trade.finished');
  await page.goto(`/sold/${finished?.subject}`);
  await expect(page.locator('.state-line')).toContainText('交易成功');
  await page.reload();
  await expect(page.locator('.state-line')).toContainText('交易成功');
  await expect(page.getByTestId('clock-pause')).toHaveText('继续');
});
