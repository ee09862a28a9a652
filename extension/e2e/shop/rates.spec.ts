/** 评价管理: what buyers said, the shop's one explanation, and rating buyers, one by one or many at once. */
import type { RemarkCase } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, type Seller, test, world } from './seller.ts';

const SEED = 1;
const { rates, facts, trades } = world(SEED);
const received = rates.filter(({ role }) => role === 'buyer');

async function sound({ page }: Seller): Promise<void> {
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const recorded = async (seller: Seller, type: string) =>
  (await seller.stored()).records.filter((one) => one.type === type).map(({ subject }) => subject);

test('a bad review is found, read, talked about and explained, once', async ({ page, seller }) => {
  const told = (facts.cases as RemarkCase[]).find(({ situation }) => situation === 'bad-review');
  const rate = received.find(({ tid }) => tid === told?.tid);
  if (!told || !rate) throw new Error('nobody is unhappy in this world');
  await seller.open('/sold', { seed: SEED });
  await page.getByTestId('menu-rates').click();
  await seller.settled();
  const row = page.locator(`.rate-row[data-oid="${rate.oid}"]`);
  const rows = page.locator('.rate-row');
  await expect(page.getByText('共 ', { exact: false }).first()).toContainText(String(received.length));
  await sound(seller);

  // The statistics lead to what waits; the URL holds the filter, also after a reload.
  const unhappy = received.filter(({ result, reply }) => result !== 'good' && reply === '');
  await expect(page.getByTestId('rate-unanswered')).toHaveText(`${unhappy.length} 条`);
  await page.getByTestId('rate-unanswered').click();
  await expect(page).toHaveURL(/result=unhappy&reply=no/);
  await seller.settled();
  await expect(rows).toHaveCount(unhappy.length);
  await page.getByTestId('filter-nick').fill(told.buyer_nick);
  await page.getByTestId('search').click();
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(page.getByTestId('filter-nick')).toHaveValue(told.buyer_nick);
  await expect(row).toContainText(rate.content);
  await expect(row).toContainText(told.facts.rating ?? '?');
  await row.getByTestId('wangwang').click();
  await expect(page.getByTestId('chat')).toHaveAttribute('data-buyer-nick', told.buyer_nick);
  await page.keyboard.press('Escape');
  await row.getByTestId('flag').click();
  await expect(seller.dialog).toHaveAttribute('data-tid', told.tid);
  await page.keyboard.press('Escape');

  // What is missing is said; what was typed survives a slip of the finger.
  await row.getByTestId('rate-explain').click();
  const dialog = page.getByTestId('explain');
  const fault = dialog.getByTestId('form-fault');
  await page.getByTestId('explain-yes').click();
  await expect(fault).toHaveText('请填写解释内容。');
  await page.getByTestId('explain-text').fill('长'.repeat(501));
  await page.getByTestId('explain-yes').click();
  await expect(fault).toContainText('多了 1 个');
  const reply = '非常抱歉，已安排售后为您处理，运费由我们承担。';
  await page.getByTestId('explain-text').fill(reply);
  await page.getByTestId('explain-yes').click();
  await expect(fault).toContainText('请先勾选确认');
  await sound(seller);
  await page.keyboard.press('Escape');
  await row.getByTestId('rate-explain').click();
  await expect(page.getByTestId('explain-text')).toHaveValue(reply);
  await page.getByTestId('explain-sure').check();
  await seller.rehearse('explain.add', 1, 'offline');
  await page.getByTestId('explain-yes').click();
  await expect(fault).toContainText('网络连接不上');
  await page.getByTestId('explain-yes').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await page.getByTestId('search-reset').click();
  await expect(row).toContainText(reply);
  await expect(row).toContainText('已解释');
  await expect(row.getByTestId('rate-explain')).toHaveCount(0);
  expect(await recorded(seller, 'rate.explained')).toEqual([rate.rate_id]);
});

test('buyers are rated: from the order, with a grade and its reason, and many at once', async ({ page, seller }) => {
  const due = trades.filter(({ status, seller_rate }) => status === 'TRADE_FINISHED' && !seller_rate);
  const recent = due.filter(({ end_time = '' }) => end_time >= '2026-11-07T10:00:00');
  const [first] = recent;
  if (!first || recent.length < 3) throw new Error('too few buyers to rate');
  await seller.open(`/sold?tid=${first.tid}`, { seed: SEED });
  await seller.row(first.tid).getByTestId('rate').click();
  await expect(page).toHaveURL(new RegExp(`tab=toRate&rate=${first.tid}`));
  const dialog = page.getByTestId('give');
  await expect(dialog).toHaveAttribute('data-tid', first.tid);
  await page.getByTestId('give-bad').check();
  await page.getByTestId('give-yes').click();
  await expect(dialog.getByTestId('form-fault')).toContainText('写明原因');
  await page.getByTestId('give-text').fill('好😀');
  await page.getByTestId('give-yes').click();
  await expect(dialog.getByTestId('form-fault')).toContainText('表情等特殊符号请换成文字');
  await page.getByTestId('give-good').check();
  await page.getByTestId('give-text').fill('付款爽快，欢迎再来');
  await sound(seller);
  await page.getByTestId('give-yes').click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/rates\?tab=toRate$/);
  await expect(page.locator(`.rate-row[data-tid="${first.tid}"]`)).toHaveCount(0);

  const rows = page.locator('.rate-row');
  await expect(rows).toHaveCount(recent.length - 1);
  await page.getByTestId('batch-good').click();
  await expect(seller.toasts).toContainText('请先勾选');
  await page.getByTestId('select-all').check();
  await page.getByTestId('batch-good').click();
  // One of them fails; only that one is tried again.
  await seller.rehearse('traderate.list.add', 1, 'error');
  await page.getByTestId('give-yes').click();
  await expect(page.getByTestId('give-failed').locator('li')).toHaveCount(1);
  await expect(page.getByTestId('give-yes')).toHaveText('重试 1 笔');
  await sound(seller);
  await page.getByTestId('give-yes').click();
  await expect(page.getByText('没有等着您评价的买家')).toBeVisible();
  await sound(seller);
  const orders = recent.flatMap((trade) => trade.orders.order.map(({ oid }) => `${oid}-seller`));
  expect((await recorded(seller, 'rate.added')).toSorted()).toEqual(orders.toSorted());

  await page.getByTestId('rates-tab-given').click();
  await expect(page.locator(`.rate-row[data-tid="${first.tid}"]`).first()).toContainText('付款爽快，欢迎再来');
  await page.goBack();
  await expect(page.getByTestId('rates-tab-toRate')).toHaveAttribute('aria-current', 'page');

  // A trade that cannot be rated any more says so; a failing backend offers to try again.
  const late = due.find(({ end_time = '' }) => end_time < '2026-11-07T10:00:00') ?? first;
  await page.goto(`/sold?tid=${late.tid}`);
  await expect(seller.row(late.tid).getByTestId('detail')).toBeVisible();
  await expect(seller.row(late.tid).getByTestId('rate')).toHaveCount(0);
  await page.goto(`/rates?tab=toRate&rate=${late.tid}`);
  await page.getByTestId('give-yes').click();
  await expect(dialog.getByTestId('form-fault')).toContainText(/不能再评价|已经评价过了/);
  await page.goto('/rates?result=best&fail=traderates.get:1');
  await expect(page.getByText('网址里的评价看不懂')).toBeVisible();
  await page.getByTestId('retry').click();
  await seller.settled();
  await expect(rows.first()).toBeVisible();
});
