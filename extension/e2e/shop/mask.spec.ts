/** A shop in a newer backend: receivers are hidden on the seller's screens until somebody looks at them. */
import { buildWorld, type Trade } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, test } from './seller.ts';

const [trade] = buildWorld('busy-day', 1)
  .trades.filter(({ status }) => status === 'WAIT_SELLER_SEND_GOODS')
  .toReversed() as [Trade, ...Trade[]];

test('查看: a receiver is seen in full after a click, and hidden again by a reload', async ({ page, seller }) => {
  await page.goto(`/shipping?tid=${trade.tid}&scenario=busy-day&seed=1&day=86400`);
  await seller.settled();
  const row = seller.row(trade.tid);
  const whole = [trade.receiver_mobile, trade.receiver_address];
  const masked = `${trade.receiver_mobile.slice(0, 3)}****${trade.receiver_mobile.slice(-4)}`;
  await expect(row).toContainText(masked);
  await expect(row).toContainText(trade.receiver_city);
  for (const text of [...whole, trade.receiver_name]) await expect(row).not.toContainText(text);
  const reveal = row.getByTestId('reveal');
  await reveal.focus();
  await page.keyboard.press('Enter');
  for (const text of whole) await expect(row).toContainText(text);
  await expect(reveal).toHaveText('隐藏');
  expect(await seriousFaults(page, ['light'])).toEqual([]);

  // What was seen stays seen on the next screens, until the page is loaded anew.
  await row.getByTestId('ship').click();
  await expect(page.getByTestId('ship-receiver')).toContainText(trade.receiver_mobile);
  await page.reload();
  await expect(page.getByTestId('ship-receiver')).toContainText(masked);
  await page.getByTestId('change-receiver').click();
  await expect(page.getByTestId('receiver-mobile')).toHaveValue(trade.receiver_mobile);
  await page.keyboard.press('Escape');
  for (const path of [`/shipping/${trade.tid}/slip`, `/shipping/batch?tids=${trade.tid}`, `/sold/${trade.tid}`]) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText(masked);
    await expect(page.locator('main')).not.toContainText(trade.receiver_mobile);
    await page.getByTestId('reveal').click();
    await expect(page.locator('main')).toContainText(trade.receiver_mobile);
    await page.getByTestId('reveal').click();
    await expect(page.locator('main')).not.toContainText(trade.receiver_mobile);
  }
});
