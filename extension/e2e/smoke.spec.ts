import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test('the built shop and the built extension meet', async ({ coach, page, shop }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));

  await page.goto(`${shop}/?scenario=flag-remarks&seed=1&day=1440#coach=order-management/flag-remarks&mode=guided`);
  await expect(page).toHaveURL(/\/sold/);
  await expect(page.locator('tbody[data-tid]')).toHaveCount(15);
  await expect(page.locator('seller-coach').locator('[part=card]')).toBeVisible();

  const panel = await coach.openSidePanel();
  panel.on('pageerror', (error) => problems.push(error.message));
  await expect(panel.getByText('插旗备注').first()).toBeVisible();
  expect(problems).toEqual([]);
});

test('a page of the shop can be opened by its address and reloaded', async ({ page, shop }) => {
  await page.goto(`${shop}/?scenario=flag-remarks&seed=1&day=1440`);
  await page.goto(`${shop}/sold?tab=waitSend&page=2`);
  const first = page.locator('tbody[data-tid]').first();
  const tid = await first.getAttribute('data-tid');
  await page.reload();
  await expect(first).toHaveAttribute('data-tid', tid ?? 'there was no row');
});
