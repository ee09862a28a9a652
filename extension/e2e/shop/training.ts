/** Signing in at the training platform, and files that somebody chooses or gets. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from '../serious-faults.ts';
import { expect } from './seller.ts';

/** Signs in at whatever page asks for it. */
export async function signIn(page: Page, account: string, password = '123456'): Promise<void> {
  await page.getByTestId('sign-in-account').fill(account);
  await page.getByTestId('sign-in-password').fill(password);
  await page.getByTestId('sign-in-yes').click();
}

/** The same without the page: for what is not about signing in. */
export async function signedIn(page: Page, account: string): Promise<void> {
  await post(page, '/api/account/sign-in', { account, password: '123456' });
}

/** One call of the shop's backend, which has to go well. */
export async function post(page: Page, path: string, data: object): Promise<void> {
  const status = await page.evaluate(
    async ([to, body]) => (await fetch(to as string, { method: 'POST', body: JSON.stringify(body) })).status,
    [path, data] as const,
  );
  expect(status, path).toBe(200);
}

/** Chooses a file of that content. */
export async function choose(input: Locator, name: string, content: string | readonly number[]): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as number[]);
  await input.setInputFiles({ name, mimeType: 'text/plain', buffer });
}

/** What the button saves as a file. */
export async function saved(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path(), 'utf8');
}

/** axe-core's serious findings, and how many pixels the page is wider than the screen. */
export async function screenFaults(page: Page): Promise<(string | number)[]> {
  const found: (string | number)[] = await seriousFaults(page, ['light']);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [...found, `${wider} px too wide`] : found;
}
