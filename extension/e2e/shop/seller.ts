/** A person at the shop's own screens, without the coach, and what the shop has stored. */
import { expect, type Locator, type Page } from '@playwright/test';
import { buildWorld, type SellerFlag, type Trade, type World } from 'fixtures';
import { shopTest } from '../fixtures.ts';

export { expect };

export const SCENARIO = 'flag-remarks';

/** A world's facts as the scenario builds them. */
export const world = (seed: number): World => buildWorld(SCENARIO, seed);

/** The first trade of a world that fits. */
export function tradeOf(seed: number, fits: (trade: Trade) => boolean): Trade {
  const trade = world(seed).trades.find(fits);
  if (!trade) throw new Error('no such trade in this world');
  return trade;
}

interface Stored {
  row: unknown;
  records: { type?: string; subject?: string }[];
}

export class Seller {
  readonly page: Page;
  readonly rows: Locator;
  readonly dialog: Locator;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator('tbody[data-tid]');
    this.dialog = page.getByTestId('memo-dialog');
    this.toasts = page.locator('.toasts');
  }

  /** Starts a new world at an address of the list; real time unless told otherwise. */
  async open(at = '/sold', { scenario = SCENARIO, seed = 1, day = 86_400 } = {}): Promise<void> {
    await this.page.goto(`${at}${at.includes('?') ? '&' : '?'}scenario=${scenario}&seed=${seed}&day=${day}`);
    await this.settled();
  }

  /** Until the list shows what was asked for. */
  async settled(): Promise<void> {
    await expect(this.page.locator('.sold-table')).toHaveAttribute('aria-busy', 'false');
    await expect(this.page.locator('.skeleton')).toHaveCount(0);
  }

  /** The order numbers on the screen, from top to bottom. */
  async tids(): Promise<(string | null)[]> {
    await this.settled();
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-tid')));
  }

  row(tid: string): Locator {
    return this.page.locator(`tbody[data-tid="${tid}"]`);
  }

  flag(tid: string): Locator {
    return this.row(tid).getByTestId('flag');
  }

  async openRemark(tid: string): Promise<void> {
    await this.flag(tid).click();
    await expect(this.dialog).toBeVisible();
  }

  async choose(flag: SellerFlag, picker = 'memo-flag'): Promise<void> {
    await this.page.getByTestId(picker).locator(`input[value="${flag}"]`).check({ force: true });
  }

  /** Makes the next calls of a method fail in this tab. */
  async rehearse(method: string, times: number, kind: 'error' | 'offline' | 'slow'): Promise<void> {
    const status = await this.page.evaluate(
      async (plan) => (await fetch('/api/faults', { method: 'POST', body: JSON.stringify(plan) })).status,
      { method, times, kind },
    );
    expect(status).toBe(200);
  }

  /** Everything in the shop's own database. */
  async stored(): Promise<Stored> {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('mock-shop');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const tx = db.transaction(['world', 'records']);
            const row = tx.objectStore('world').get('current');
            const records = tx.objectStore('records').getAll();
            tx.oncomplete = () => {
              db.close();
              resolve({ row: row.result, records: records.result });
            };
          };
        }),
    );
  }

  /** How many changes of remarks the shop has on record. */
  async saves(): Promise<number> {
    return (await this.stored()).records.filter(({ type }) => type === 'trade.memo.updated').length;
  }
}

/** Playwright's `test` with the shop as `baseURL` and a person in front of it. */
export const test = shopTest.extend<{ seller: Seller }>({
  baseURL: async ({ shop }, use) => use(shop),
  seller: async ({ page }, use) => use(new Seller(page)),
});
