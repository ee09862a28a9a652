/** 网店订单管理 through its own screens: every way of an order, the dialogs of the chapter, and what a round came to. */
import type { Page } from '@playwright/test';
import { loadTraining } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, test } from './seller.ts';

const { PRESETS, ORDERS } = await loadTraining();
type Rules = typeof PRESETS.easy;

/** Begins a world in real time and signs the second student in, under rules that an administrator has set. */
async function signIn(page: Page, rules: Rules): Promise<void> {
  await page.goto('/orders?scenario=quiet-shop&seed=1&day=86400');
  await expect(page.getByTestId('sign-in')).toBeVisible();
  expect(await faults(page)).toEqual([]);
  const statuses = await page.evaluate(async (wanted) => {
    const post = async (path: string, data: object): Promise<number> =>
      (await fetch(path, { method: 'POST', body: JSON.stringify(data) })).status;
    return [
      await post('/api/account/sign-in', { account: 'admin', password: '123456' }),
      await post('/api/rules', { rules: wanted }),
      await post('/api/account/sign-out', {}),
    ];
  }, rules);
  expect(statuses).toEqual([200, 200, 200]);
  await page.getByTestId('sign-in-account').fill('xs02');
  await page.getByTestId('sign-in-password').fill('123456');
  await page.getByTestId('sign-in-yes').click();
  await page.getByTestId('shift-start').click();
  await expect(page.locator('tr[data-order-id]').first()).toBeVisible();
}

/** The round's orders as planned, with the numbers that they have on the screen. */
function planned(rules: Rules, round = 'orders-1') {
  return ORDERS.planOrders(1, round, rules.orders).map((order, i) => ({ ...order, id: `20261122-2-2-${i + 1}` }));
}

/** axe-core's serious findings and how many pixels the page is wider than the screen. */
async function faults(page: Page): Promise<(string | number)[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await seriousFaults(page, ['light'])), ...(wider > 0 ? [wider] : [])];
}

const row = (page: Page, id: string) => page.locator(`tr[data-order-id="${id}"]`);
const many: Rules = {
  ...PRESETS.easy,
  orders: { ...PRESETS.easy.orders, orders: 22, batch: 22, fakes: 50, hard: 20, day: 2, funds: '90000.00' },
};

test('a round: paging, sending, voiding, collecting, handing in, and its review', async ({ page }) => {
  await signIn(page, many);
  const orders = planned(many);
  // The newest first, twenty a page.
  await expect(page.locator('tr[data-order-id]')).toHaveCount(20);
  await expect(page.locator('tr[data-order-id]').first()).toHaveAttribute('data-order-id', '20261122-2-2-22');
  await expect(page.getByTestId('desk-pages')).toHaveText('第1页，共2页，每页20条');
  await page.getByTestId('desk-next').click();
  await expect(page.locator('tr[data-order-id]')).toHaveCount(2);
  await expect(page).toHaveURL(/[?&]page=2/);
  await page.reload();
  await expect(page.locator('tr[data-order-id]')).toHaveCount(2);
  await page.getByTestId('desk-page').selectOption('1');
  await expect(page.locator('tr[data-order-id]')).toHaveCount(20);
  expect(await faults(page)).toEqual([]);

  // A true order: its window has every field, survives a reload, and insists on a carrier.
  const shown = orders.slice(2).reverse();
  const real = shown.find(({ truth }) => truth.real);
  const [fake, other, third] = shown.filter(({ truth }) => !truth.real);
  if (!real || !fake || !other || !third) throw new Error('the plan lacks orders');
  await row(page, real.id).getByTestId('desk-send-open').click();
  await page.reload();
  const window = page.getByRole('dialog', { name: '订单发货' });
  for (const text of [
    real.id,
    real.title,
    real.consignee,
    real.region,
    real.address,
    real.zip,
    real.phone,
    '系统订单',
  ]) {
    await expect(window.getByText(text, { exact: true })).toBeVisible();
  }
  await expect(page.getByTestId('desk-window-funds')).toHaveText('店铺可用资金：90000.00元');
  await page.getByTestId('desk-send').click();
  await expect(window.getByRole('alert')).toHaveText('请选择物流公司');
  await page.getByTestId('desk-carrier').selectOption('SF');
  await expect(page.getByTestId('desk-fee')).toHaveText(/^¥ \d+\.00 \/[124]天$/);
  expect(await faults(page)).toEqual([]);
  await page.getByTestId('desk-send').click();
  await expect(page.getByTestId('desk-outcome-sent')).toContainText(`订单 ${real.id} 已交给顺丰速运`);
  await page.getByTestId('desk-ok').click();
  await expect(window).toBeHidden();
  await expect(row(page, real.id)).toHaveCount(0);
  await expect(page.getByTestId('desk-funds')).not.toContainText('90000.00');

  // Collecting: too early fails and leaves it there; the hint tells when.
  await page.getByTestId('desk-tab-placed').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/[?&]tab=sent/);
  await row(page, real.id).getByTestId('desk-collect').click();
  await expect(page.getByTestId('desk-outcome-early')).toContainText('过早收款这是第 1 次');
  await page.getByTestId('desk-ok').click();
  await expect(row(page, real.id).getByTestId('desk-hint')).toHaveText('可以收款了', { timeout: 15_000 });
  expect(await faults(page)).toEqual([]);
  await row(page, real.id).getByTestId('desk-collect').click();
  await expect(page.getByTestId('desk-outcome-collected')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('desk-tab-finished').check();
  await expect(row(page, real.id)).toBeVisible();
  await expect(row(page, real.id).getByRole('button')).toHaveCount(0);

  // A made-up order sent is 无效; one voided, after a change of mind, is 作废.
  await page.getByTestId('desk-tab-placed').check();
  await row(page, fake.id).getByTestId('desk-send-open').click();
  await page.getByTestId('desk-carrier').selectOption({ index: 5 });
  await page.getByTestId('desk-send').click();
  await expect(page.getByTestId('desk-outcome-invalid')).toContainText('判断错误');
  await page.getByTestId('desk-ok').click();
  await row(page, other.id).getByTestId('desk-send-open').click();
  await page.getByTestId('desk-void').click();
  await expect(page.getByTestId('desk-void-dialog')).toContainText(other.id);
  await page.getByTestId('desk-void-dialog-no').click();
  await expect(page.getByTestId('desk-void-dialog')).toBeHidden();
  await expect(page.getByTestId('desk-window')).toBeVisible();
  await page.getByTestId('desk-void').click();
  expect(await faults(page)).toEqual([]);
  await page.getByTestId('desk-void-dialog-yes').click();
  await expect(page.getByTestId('desk-outcome-voided')).toContainText(other.id);
  await page.getByTestId('desk-ok').click();
  await expect(page.getByTestId('desk-window')).toBeHidden();
  await expect(page.getByTestId('desk-tab-placed')).toBeFocused();
  await page.getByTestId('desk-tab-voided').check();
  await expect(row(page, other.id)).toBeVisible();

  // Handing in: the rest is lost, and the review tells of every order what it was.
  await page.getByTestId('shift-end').click();
  await expect(page.getByTestId('shift-end-dialog')).toContainText('还有 19 笔没有处理');
  await page.getByTestId('shift-end-dialog-yes').click();
  await expect(page.getByTestId('sheet')).toBeVisible();
  await expect(page.getByTestId('sheet-collect')).toContainText('收款成功 1 次，过早收款 1 次，到期没收 0 笔');
  await expect(page.getByTestId('sheet-void')).toContainText(
    '虚拟订单 11 笔，作废 1 笔；误作废真实订单 0 笔，落入无效 1 笔',
  );
  expect(await faults(page)).toEqual([]);
  await page.getByTestId('sheet-orders-void').click();
  await expect(row(page, fake.id)).toContainText(fake.truth.why);
  await expect(row(page, fake.id).getByTestId('review-verdict')).toContainText('落入无效');
  await expect(row(page, other.id).getByTestId('review-verdict')).toContainText('作废正确');
  await expect(row(page, third.id).getByTestId('review-verdict')).toContainText('该作废');
  await page.getByTestId('sheet-orders-send').click();
  await expect(row(page, real.id)).toContainText(real.truth.why);
  await expect(page.locator('tr[data-order-id]')).toHaveCount(1);
  await page.goBack();
  await expect(row(page, other.id)).toBeVisible();
  await page.getByTestId('desk-view-list').click();
  await page.getByTestId('desk-tab-lost').check();
  await expect(page.locator('tr[data-order-id]')).toHaveCount(19);
  await expect(page.getByTestId('desk-send-open')).toHaveCount(0);
  await page.getByTestId('shift-start').click();
  await expect(row(page, '20261122-2-2-44')).toBeVisible();
});

test('short of money, out of time, without hints, and a service that fails', async ({ page }) => {
  const poor: Rules = {
    ...PRESETS.exam,
    preset: 'custom',
    orders: {
      ...PRESETS.exam.orders,
      orders: 3,
      batch: 3,
      fakes: 34,
      hard: 0,
      pieces: [9, 9],
      lost: 12,
      limit: null,
      funds: '20.00',
    },
  };
  await signIn(page, poor);
  await expect(page.getByTestId('desk-hint')).toHaveCount(0);
  const real = planned(poor).find(({ truth }) => truth.real);
  if (!real) throw new Error('the plan lacks a true order');
  await page.evaluate(() =>
    fetch('/api/faults', { method: 'POST', body: JSON.stringify({ method: 'desk.void', times: 1 }) }),
  );
  await row(page, real.id).getByTestId('desk-send-open').click();
  await page.getByTestId('desk-carrier').selectOption('SF');
  await page.getByTestId('desk-send').click();
  await expect(page.getByTestId('desk-window').getByRole('alert')).toContainText('店铺可用资金 20.00 元，不够付');
  await page.getByTestId('desk-void').click();
  await page.getByTestId('desk-void-dialog-yes').click();
  await expect(page.getByTestId('desk-void-dialog').getByRole('alert')).toContainText('稍后重试');
  await page.getByTestId('desk-void-dialog-no').click();
  // Left too long: the last one lost ends the round, also under an open window.
  await expect(page.getByTestId('desk-window-over')).toBeVisible({ timeout: 25_000 });
  expect(await faults(page)).toEqual([]);
  await page.getByTestId('desk-window-close').click();
  await expect(page.getByTestId('shift-ended')).toContainText('全部做完');
  await expect(page.getByTestId('sheet-lost')).toContainText('真实订单 2 笔，丢失 2 笔');
  await expect(page.getByTestId('sheet-total')).toHaveText('0');
});
