/** The shop's list with the coach's card on it: nothing serious for axe-core, and no wider than the screen. */
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { seriousFaults } from '../serious-faults.ts';
import { Student } from '../student.ts';

for (const mode of ['guided', 'practice'] as const) {
  test(`the list with the card of ${mode} mode`, async ({ page, shop }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const student = new Student(page);
    await student.begin(shop, mode);
    await expect(student.part('card')).toBeInViewport();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // By keyboard: the card may lie over the row until it has found its place.
    await page.locator('tbody[data-tid]').first().getByTestId('flag').press('Enter');
    await expect(page.getByTestId('memo-dialog')).toBeVisible();
    await expect(student.part('card')).toBeInViewport();
    expect(await seriousFaults(page, ['light'])).toEqual([]);
  });
}
