/** 物流工具: the address library, freight templates, and the carriers that the shop works with. */
import type { Page } from '@playwright/test';
import { seriousFaults } from '../serious-faults.ts';
import { expect, type Seller, test, tradeOf } from './seller.ts';

const SEED = 1;

async function sound(page: Page): Promise<void> {
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const saved = async (seller: Seller, type: string): Promise<number> =>
  (await seller.stored()).records.filter((record) => record.type === type).length;

test('地址库: a returning address is added, refused while it is wrong, made the default, and deleted', async ({
  page,
  seller,
}) => {
  await seller.open('/sold', { seed: SEED });
  await page.getByTestId('menu-logistics').click();
  const rows = page.getByTestId('address-row');
  await expect(rows).toHaveCount(3);
  await expect(page.getByTestId('library-sends')).toHaveCount(1);
  await sound(page);

  // By keyboard alone: opened, filled in, left by mistake, kept.
  await page.getByTestId('library-add').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('library');
  const fault = dialog.getByTestId('form-fault');
  await expect(page.getByTestId('library-name')).toBeFocused();
  await page.keyboard.type('退货组小陈');
  await page.keyboard.press('Escape');
  await page.getByTestId('library-keep').click();
  await expect(page.getByTestId('library-name')).toHaveValue('退货组小陈');
  await page.getByTestId('library-yes').click();
  await expect(fault).toHaveText('请选择省份');
  await page.getByTestId('library-state').selectOption('江苏省');
  await page.getByTestId('library-city').selectOption({ label: '苏州市' });
  await page.getByTestId('library-address').fill('平江路 8 号');
  await page.getByTestId('library-zip').fill('310000');
  await page.getByTestId('library-yes').click();
  await expect(fault).toContainText('不是江苏省的');
  await page.getByTestId('library-zip').fill('215000');
  await page.getByTestId('library-yes').click();
  await expect(fault).toContainText('手机和电话至少填一个');
  await page.getByTestId('library-mobile').fill('13812345678');
  await page.getByTestId('library-yes').click();
  await expect(fault).toHaveText('请选择区县');
  await page.getByTestId('library-district').selectOption('姑苏区');
  await page.getByTestId('library-memo').fill('退货仓😀');
  await page.getByTestId('library-yes').click();
  await expect(fault).toContainText('表情等特殊符号请换成文字');
  await page.getByTestId('library-memo').fill('退货仓');
  await sound(page);
  await seller.rehearse('address.add', 1, 'offline');
  await page.getByTestId('library-yes').click();
  await expect(fault).toContainText('网络连接不上');
  await page.getByTestId('library-yes').dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(rows).toHaveCount(4);
  expect(await saved(seller, 'address.saved')).toBe(1);

  // One default of each kind: another takes it over, and 撤销 gives it back.
  const row = rows.filter({ hasText: '退货组小陈' });
  await row.getByTestId('library-make-return').click();
  await expect(row.getByTestId('library-returns')).toBeVisible();
  await expect(page.getByTestId('library-returns')).toHaveCount(1);
  await seller.toasts.getByText('撤销').click();
  await expect(row.getByTestId('library-returns')).toHaveCount(0);
  await row.getByTestId('library-edit').click();
  await page.getByTestId('library-yes').click();
  await expect(fault).toContainText('没有改动');
  await page.getByTestId('library-cancel-def').check();
  await page.getByTestId('library-yes').click();
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await expect(row.getByTestId('library-returns')).toBeVisible();
  await row.getByTestId('library-edit').click();
  await expect(page.getByTestId('library-district')).toHaveValue('姑苏区');
  await expect(page.getByTestId('library-cancel-def')).toBeDisabled();
  await page.keyboard.press('Escape');

  // The ship page offers it, and returns are to go there.
  const waiting = tradeOf(SEED, ({ status }) => status === 'WAIT_SELLER_SEND_GOODS');
  await page.goto(`/shipping/${waiting.tid}`);
  await expect(page.getByTestId('cancel-address').locator('option:checked')).toContainText('退货组小陈');

  // Deleting asks first, and for the one that takes its place.
  await page.goto('/logistics');
  await row.getByTestId('library-remove-open').click();
  await page.getByTestId('library-remove-no').click();
  await expect(rows).toHaveCount(4);
  await row.getByTestId('library-remove-open').click();
  await page.getByTestId('library-heir').selectOption({ index: 2 });
  await sound(page);
  await page.getByTestId('library-remove-yes').click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2).getByTestId('library-returns')).toBeVisible();

  await page.goto('/logistics?fail=address.search:1&tab=nothing');
  await expect(page.getByText('网址里的分类看不懂')).toBeVisible();
  await page.getByTestId('retry').click();
  await expect(rows).toHaveCount(3);
});

test('运费模板 and 物流公司: fees by region, and which carriers the shop offers', async ({ page, seller }) => {
  await seller.open('/sold', { seed: SEED });
  await page.goto('/logistics?tab=freight');
  const templates = page.getByTestId('freight-template');
  await expect(templates).toHaveCount(2);
  await sound(page);

  await page.getByTestId('freight-add').click();
  const dialog = page.getByTestId('freight');
  const fault = dialog.getByTestId('form-fault');
  const line = (at: number) => page.getByTestId('freight-fee').nth(at);
  await page.getByTestId('freight-name').fill('普通快递');
  await line(0).getByTestId('freight-start-fee').fill('八元');
  await page.getByTestId('freight-yes').click();
  await expect(fault).toContainText('默认运费：运费写成元');
  await line(0).getByTestId('freight-start-fee').fill('8');
  await line(0).getByTestId('freight-add-fee').fill('2');
  await page.getByTestId('freight-place-add').click();
  await line(1).getByTestId('freight-start-fee').fill('18');
  await line(1).getByTestId('freight-add-fee').fill('10.5');
  await page.getByTestId('freight-yes').click();
  await expect(fault).toContainText('还没有选择地区');
  // A whole area, and one of another.
  await page.getByTestId('freight-area').nth(5).check();
  await page.locator('[data-testid="freight-province"][value="西藏自治区"]').check();
  await sound(page);
  await page.getByTestId('freight-trial-state').selectOption('青海省');
  await expect(page.getByTestId('freight-trial')).toHaveText('39.00 元');
  await page.getByTestId('freight-trial-state').selectOption('广东省');
  await expect(page.getByTestId('freight-trial')).toHaveText('12.00 元');
  // A province has one fee: another line cannot have it.
  await page.getByTestId('freight-place-add').click();
  await expect(page.locator('[data-testid="freight-province"][value="青海省"]')).toBeDisabled();
  await line(2).getByTestId('freight-drop').click();
  await page.getByTestId('freight-yes').click();
  await expect(fault).toContainText('已经有名为「普通快递」的运费模板');
  await page.getByTestId('freight-name').fill('大件快递');
  await page.getByTestId('freight-yes').click();
  await expect(dialog).toHaveCount(0);
  await expect(templates).toHaveCount(3);
  await page.reload();
  const fresh = templates.filter({ hasText: '大件快递' });
  await expect(fresh).toContainText('西藏自治区');
  await expect(fresh).toContainText('10.50');

  // Free of postage, then gone: asked first. The last one stays.
  await fresh.getByTestId('freight-edit').click();
  await page.getByTestId('freight-assumer-1').check();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('freight-keep')).toBeVisible();
  await page.getByTestId('freight-yes').click();
  await expect(fresh).toContainText('包邮');
  for (let left = 2; left > 0; left--) {
    await templates.first().getByTestId('freight-remove').click();
    await page.getByTestId('freight-delete-yes').click();
    await expect(templates).toHaveCount(left);
  }
  await templates.first().getByTestId('freight-remove').click();
  await page.getByTestId('freight-delete-yes').click();
  await expect(fault).toHaveCount(0);
  await expect(page.getByTestId('freight-delete').getByTestId('form-fault')).toContainText('至少要有一个运费模板');
  await page.keyboard.press('Escape');

  // The switchboard: fees and days for a province are in the URL; what is closed cannot be shipped with.
  await page.getByTestId('logistics-tab-carriers').click();
  const carrier = (code: string) => page.locator(`[data-testid="carrier-row"][data-code="${code}"]`);
  await expect(carrier('SF')).toContainText('其他地区：18.00 元，2 天');
  await page.getByTestId('carrier-to').selectOption('浙江省');
  await expect(page).toHaveURL(/state=/);
  await expect(carrier('SF')).toContainText('12.00');
  await sound(page);
  const turn = carrier('SF').getByTestId('carrier-switch');
  await turn.focus();
  await page.keyboard.press('Space');
  await expect(turn).toHaveAttribute('aria-checked', 'false');
  await page.reload();
  await expect(turn).toHaveAttribute('aria-checked', 'false');
  await expect(page.getByTestId('carrier-to')).toHaveValue('浙江省');
  const waiting = tradeOf(SEED, ({ status }) => status === 'WAIT_SELLER_SEND_GOODS');
  await page.goto(`/shipping/${waiting.tid}`);
  await expect(page.locator('[data-testid="carrier"]').first()).toBeVisible();
  await expect(page.locator('[data-testid="carrier"][value="SF"]')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByTestId('carrier-row')).toHaveCount(10);
  const open = page.locator('[data-testid="carrier-switch"][aria-checked="true"]');
  for (let left = await open.count(); left > 1; left--) {
    await open.first().click();
    await expect(open).toHaveCount(left - 1);
  }
  await open.click();
  await expect(seller.toasts).toContainText('至少要开通一家物流公司');
  await expect(open).toHaveCount(1);
});
