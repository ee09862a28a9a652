/** 已卖出的宝贝: tabs, filters, addresses, pager, and what a row shows. */
import type { Trade } from 'fixtures';
import { expect, test, tradeOf, world } from './seller.ts';

const SEED = 1;
/** Three months before the first day of the world. */
const recent = world(SEED).trades.filter((trade) => trade.created >= '2026-08-22T10:00');

test('each of the nine tabs counts what it shows', async ({ page, seller }) => {
  await seller.open('/sold?size=100', { seed: SEED });
  const tabs: [string, RegExp][] = [
    ['all', /./],
    ['waitPay', /等待买家付款/],
    ['waitSend', /买家已付款|部分已发货/],
    ['sent', /卖家已发货|买家已签收/],
    ['refunding', /退款待处理|等待买家退货|退货待签收|已拒绝退款/],
    ['needRate', /买家已评|双方未评/],
    ['success', /交易成功/],
    ['closed', /交易关闭/],
    ['old', /./],
  ];
  await expect(page.getByRole('navigation', { name: '订单分类' }).getByRole('link')).toHaveCount(9);
  let total = 0;
  for (const [id, says] of tabs) {
    const tab = page.getByTestId(`tab-${id}`);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveURL(id === 'all' ? /\/sold\?size=100$/ : new RegExp(`tab=${id}&|tab=${id}$`));
    await seller.settled();
    const count = Number(await tab.locator('.tab-count').textContent());
    expect(count, id).toBeGreaterThan(0);
    await expect(seller.rows).toHaveCount(count);
    await expect(seller.rows.filter({ hasText: says })).toHaveCount(count);
    if (id === 'all' || id === 'old') total += count;
  }
  expect(total).toBe(world(SEED).trades.length);
});

test('every filter narrows the list to what fits, and 重置 widens it again', async ({ page, seller }) => {
  await seller.open('/sold', { seed: SEED });
  const sample = tradeOf(SEED, (trade) => trade.status === 'TRADE_FINISHED');
  const word = sample.orders.order[0]?.title.split(' ').at(-1) ?? '';
  const nick = sample.buyer_nick.slice(0, 3);
  const day = sample.created.slice(0, 10);
  const some = (trade: Trade, fits: (order: Trade['orders']['order'][number]) => boolean) =>
    trade.orders.order.some(fits);
  const filters: [name: string, value: string, fits: (trade: Trade) => boolean][] = [
    ['title', word, (trade) => some(trade, (order) => order.title.includes(word))],
    ['nick', nick, (trade) => trade.buyer_nick.includes(nick)],
    ['tid', ` ${sample.tid} `, (trade) => trade.tid === sample.tid],
    ['from', day, (trade) => trade.created.slice(0, 10) >= day],
    ['to', day, (trade) => trade.created.slice(0, 10) <= day],
    ['status', 'TRADE_CLOSED', (trade) => trade.status === 'TRADE_CLOSED'],
    [
      'rate',
      'RATE_BUYER_UNSELLER',
      (trade) => trade.status === 'TRADE_FINISHED' && trade.buyer_rate && !trade.seller_rate,
    ],
    ['refund', 'WAIT_SELLER_AGREE', (trade) => some(trade, (order) => order.refund_status === 'WAIT_SELLER_AGREE')],
    ['logistics', '圆通速递', (trade) => some(trade, (order) => order.logistics_company === '圆通速递')],
    ['flag', '4', (trade) => trade.seller_flag === 4],
  ];
  for (const [name, value, fits] of filters) {
    const wanted = recent.filter(fits).map((trade) => trade.tid);
    expect(wanted.length, name).toBeGreaterThan(0);
    expect(wanted.length, name).toBeLessThan(recent.length);
    const field = page.getByTestId(`filter-${name}`);
    const choice = await field.evaluate((element) => element instanceof HTMLSelectElement);
    if (choice) {
      await field.selectOption(value);
      await page.getByTestId('search').click();
    } else {
      await field.fill(value);
      await field.press('Enter');
    }
    await expect(page, name).toHaveURL(new RegExp(`[?&]${name}=`));
    await expect(page.getByText(`共 ${wanted.length} 条`), name).toBeVisible();
    expect(await seller.tids(), name).toEqual(wanted.slice(0, 15));
    await page.getByTestId('search-reset').click();
    await expect(field).toHaveValue('');
    await expect(page).toHaveURL(/\/sold$/);
    await expect(page.getByText(`共 ${recent.length} 条`)).toBeVisible();
  }

  // Two at once; then what can be wrong with them; then nothing that fits.
  await page.getByTestId('filter-flag').selectOption('0');
  await page.getByTestId('filter-status').selectOption('TRADE_FINISHED');
  await page.getByTestId('search').click();
  const both = recent.filter((trade) => trade.seller_flag === 0 && trade.status === 'TRADE_FINISHED');
  await expect(seller.rows).toHaveCount(both.length);
  await page.getByTestId('filter-tid').fill('23x9');
  await page.getByTestId('search').click();
  await expect(page.getByRole('alert')).toContainText('只有数字');
  await expect(page).not.toHaveURL(/tid=/);
  await page.getByTestId('filter-tid').fill('');
  await page.getByTestId('filter-from').fill('2026-11-20');
  await page.getByTestId('filter-to').fill('2026-11-01');
  await page.getByTestId('search').click();
  await expect(page.getByRole('alert')).toContainText('不能晚于');
  await expect(seller.rows).toHaveCount(both.length);
  await page.getByTestId('search-reset').click();
  await page.getByTestId('filter-nick').fill('没有这个人');
  await page.getByTestId('filter-nick').press('Enter');
  await expect(page.getByText('没有符合条件的订单')).toBeVisible();
  await page.getByRole('link', { name: '查看近三个月的全部订单' }).click();
  await expect(seller.rows).toHaveCount(15);
});

test('what is typed while the machine is still busy drawing the page stays', async ({ page, seller }) => {
  await page.addInitScript(() => {
    // A hand faster than the machine: it types in the moment in which the field appears.
    const typed: Record<string, string> = { 'filter-nick': '猫', 'pager-jump': '2' };
    new MutationObserver(() => {
      for (const [id, text] of Object.entries(typed)) {
        const field = document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`);
        if (!field) continue;
        delete typed[id];
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }).observe(document, { subtree: true, childList: true });
  });
  await seller.open('/sold', { seed: SEED });
  await expect(page.getByTestId('filter-nick')).toHaveValue('猫');
  await page.getByTestId('pager-go').click();
  await expect(page).toHaveURL(/page=2/);
  await page.getByTestId('search').click();
  await expect(page).toHaveURL(/nick=/);
});

test('the address holds tab, filter, page and size, through reload, back and forward', async ({ page, seller }) => {
  await seller.open('/', { seed: SEED });
  await expect(page).toHaveURL(/\/sold$/);
  await page.getByTestId('tab-waitSend').click();
  await expect(page).toHaveURL(/\/sold\?tab=waitSend$/);
  await page.getByTestId('filter-flag').selectOption('0');
  await page.getByTestId('search').click();
  await expect(page).toHaveURL(/\/sold\?tab=waitSend&flag=0$/);
  const first = await seller.tids();
  await page.getByTestId('pager-next').click();
  await expect(page).toHaveURL(/page=2/);
  const second = await seller.tids();
  expect(second).not.toEqual(first);
  await page.getByTestId('pager-size').selectOption('20');
  await expect(page).toHaveURL(/\/sold\?tab=waitSend&size=20&flag=0$/);
  const twenty = await seller.tids();
  expect(twenty).toEqual([...first, ...second].slice(0, 20));

  await page.goBack();
  await expect(page).toHaveURL(/page=2/);
  expect(await seller.tids()).toEqual(second);
  await page.reload();
  await expect(page.getByTestId('tab-waitSend')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByTestId('filter-flag')).toHaveValue('0');
  expect(await seller.tids()).toEqual(second);
  await page.goBack();
  expect(await seller.tids()).toEqual(first);
  await page.goForward();
  await page.goForward();
  await expect(page.getByTestId('pager-size')).toHaveValue('20');
  expect(await seller.tids()).toEqual(twenty);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/sold\?tab=waitSend$/);
  await expect(page.getByTestId('filter-flag')).toHaveValue('');
});

test('what an address says badly is named and left out', async ({ page, seller }) => {
  await seller.open(
    '/sold?tab=nonsense&page=zero&size=7&flag=9&status=X&from=2026-02-30&rate=1&refund=no&logistics=%E9%B8%BD',
    { seed: SEED },
  );
  const note = page.getByText('看不懂，已忽略');
  for (const name of [
    '分类',
    '页码',
    '每页条数',
    '备注标签',
    '订单状态',
    '开始日期',
    '评价状态',
    '售后服务',
    '物流服务',
  ])
    await expect(note).toContainText(name);
  await expect(seller.rows).toHaveCount(15);
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(note).toHaveCount(0);
  await expect(page).toHaveURL(/\/sold$/);

  // A page that the list does not have is its last one; an address that the shop does not have says so.
  await page.goto('/sold?from=2026-11-22&to=2026-01-01');
  await expect(note).toContainText('结束日期');
  await page.goto('/sold?page=99');
  await expect(page).toHaveURL(new RegExp(`page=${Math.ceil(recent.length / 15)}\\b`));
  await expect(seller.rows.first()).toBeVisible();
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '已卖出的宝贝' }).click();
  await expect(seller.rows).toHaveCount(15);
});

test('the pager goes to every page, by steps, by number and by jump', async ({ page, seller }) => {
  await seller.open('/sold', { seed: SEED });
  const last = Math.ceil(recent.length / 15);
  const at = async (n: number) => {
    await expect(page.getByRole('link', { name: `第 ${n} 页`, exact: true })).toHaveAttribute('aria-current', 'page');
    const wanted = recent.slice((n - 1) * 15, n * 15).map((trade) => trade.tid);
    await expect(seller.rows.first()).toHaveAttribute('data-tid', wanted[0] ?? '');
    expect(await seller.tids()).toEqual(wanted);
  };
  await expect(page.getByText(`共 ${recent.length} 条`)).toBeVisible();
  await expect(page.getByTestId('pager-prev')).toBeDisabled();
  await at(1);
  await page.getByTestId('pager-next').click();
  await at(2);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByTestId('pager-top-next').click();
  await at(3);
  await page.getByTestId('pager-top-prev').click();
  await page.getByTestId('pager-prev').click();
  await at(1);
  await page.getByRole('link', { name: `第 ${last} 页`, exact: true }).click();
  await at(last);
  await expect(page.getByTestId('pager-next')).toBeDisabled();
  const jump = page.getByTestId('pager-jump');
  await jump.fill('2');
  await page.getByTestId('pager-go').click();
  await at(2);
  await jump.fill('999');
  await jump.press('Enter');
  await at(last);
  await jump.fill('0');
  await jump.press('Enter');
  await at(1);
  await page.getByTestId('pager-size').selectOption('50');
  await expect(seller.rows).toHaveCount(50);
  await expect(page).toHaveURL(/\/sold\?size=50$/);
});

test('a row shows its trade, and its flag shows the remark on hover and on focus', async ({ page, seller }) => {
  await seller.open('/sold?size=100', { seed: SEED });
  const marked = tradeOf(SEED, (trade) => trade.seller_flag === 1 && trade.created >= '2026-08-23');
  const plain = tradeOf(SEED, (trade) => trade.seller_flag === 0 && trade.seller_memo === '');
  const row = seller.row(marked.tid);
  const tip = page.getByRole('tooltip');
  for (const text of [marked.tid, marked.created.slice(0, 10), marked.buyer_nick, marked.payment])
    await expect(row).toContainText(text);
  for (const order of marked.orders.order) {
    const line = row.locator(`tr[data-oid="${order.oid}"]`);
    await expect(line).toContainText(order.title);
    await expect(line).toContainText(order.price);
  }
  const flag = seller.flag(marked.tid);
  await expect(flag).toHaveAccessibleName(new RegExp(`备注（红旗）：${marked.seller_memo.slice(0, 10)}`));
  await flag.hover();
  await expect(tip).toContainText('红旗');
  await expect(tip).toContainText(marked.seller_memo);
  await expect(tip).toBeInViewport({ ratio: 1 });
  // One can move onto it, to read or copy; leaving it hides it.
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(tip).toHaveCount(0);

  await row.getByTestId('select-row').focus();
  await page.keyboard.press('Tab');
  await expect(flag).toBeFocused();
  await expect(tip).toContainText(marked.seller_memo);
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('memo-text')).toHaveValue(marked.seller_memo);
  await expect(page.getByRole('radio', { name: '红旗' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(flag).toBeFocused();

  await expect(seller.flag(plain.tid)).toHaveAccessibleName('添加备注');
  await seller.flag(plain.tid).hover();
  await expect(seller.flag(plain.tid)).toBeInViewport();
  await expect(tip).toHaveCount(0);
});

test('a remark that arrives while somebody points at the flag is shown', async ({ page, seller }) => {
  await seller.open('/sold', { seed: SEED });
  const tid = (await seller.tids()).find(
    (each) => tradeOf(SEED, (trade) => trade.tid === each).seller_flag === 0,
  ) as string;
  await seller.flag(tid).hover();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  // Saved elsewhere: in another tab, or by a script through the gateway.
  const other = await page.context().newPage();
  await other.goto(`/sold?tid=${tid}`);
  await other.getByTestId('flag').click();
  await other.getByTestId('memo-text').fill('刚写好');
  await other.getByTestId('memo-save').click();
  await page.bringToFront();
  await expect(page.getByRole('tooltip')).toContainText('刚写好');
});

test('a trade has a page of its own, and going back keeps the list where it was', async ({ page, seller }) => {
  await seller.open('/sold?tab=waitSend&size=20', { seed: SEED });
  const tids = await seller.tids();
  const tid = tids[12] ?? '';
  const trade = tradeOf(SEED, (each) => each.tid === tid);
  await seller.row(tid).scrollIntoViewIfNeeded();
  await seller.row(tid).getByTestId('detail').hover();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(300);
  await seller.row(tid).getByTestId('detail').click();
  await expect(page).toHaveURL(new RegExp(`/sold/${tid}\\?back=`));
  await expect(page.getByRole('heading', { name: '交易详情' })).toBeVisible();
  const article = page.locator(`article[data-tid="${tid}"]`);
  for (const text of [trade.receiver_name, trade.receiver_mobile, trade.receiver_address, trade.buyer_nick])
    await expect(article).toContainText(text);
  await article.getByTestId('flag').click();
  await seller.choose(5);
  await page.getByTestId('memo-text').fill('详情页上写的备注');
  await page.getByTestId('memo-save').click();
  await expect(seller.dialog).toBeHidden();
  await expect(article).toContainText('紫旗');
  await expect(article).toContainText('详情页上写的备注');
  await page.reload();
  await expect(article).toContainText('详情页上写的备注');

  await page.getByTestId('back').click();
  await expect(page).toHaveURL(/\/sold\?tab=waitSend&size=20$/);
  expect(await seller.tids()).toEqual(tids);
  await expect(seller.flag(tid)).toHaveAccessibleName(/紫旗/);

  // Without a reload in between the list is also scrolled to where it was.
  await seller.row(tid).getByTestId('detail').hover();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(300);
  await seller.row(tid).getByTestId('detail').click();
  await expect(article).toBeVisible();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
  expect(await seller.tids()).toEqual(tids);

  // What is listed adds up to what was paid.
  const [onSale, whole] = [
    (each: Trade) => Number(each.orders.order[0]?.discount_fee) > 0,
    (each: Trade) => Number(each.discount_fee) > 0,
  ];
  for (const fits of [onSale, whole]) {
    await page.goto(`/sold/${tradeOf(SEED, fits).tid}`);
    await expect(page.getByText('商品总价')).toBeVisible();
    const amounts = (await page.locator('.money dd').allTextContents()).map((text) =>
      Math.round(Number.parseFloat(text) * 100),
    );
    const [paid = 0] = amounts.slice(-2);
    expect(amounts.slice(0, -2).reduce((sum, amount) => sum + amount, 0)).toBe(paid);
  }

  await page.goto('/sold/1234567890123456789');
  await expect(page.getByText('店里没有订单号为 1234567890123456789 的订单')).toBeVisible();
});
