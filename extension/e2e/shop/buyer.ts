/** A person who plays one of the shop's buyers, and the shop's answers to the other side. */
import type { Page } from '@playwright/test';
import type { Order, Trade } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, SCENARIO, test as shop, tradeOf } from './seller.ts';

export const SEED = 1;

export class Buyer {
  readonly page: Page;
  readonly addresses: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('framenavigated', (frame) => this.addresses.push(frame.url()));
  }

  /** Opens a page of a buyer's view in a new world; the clock runs as slowly as in life. */
  async open(nick: string, rest = ''): Promise<void> {
    const query = `scenario=${SCENARIO}&seed=${SEED}&day=86400`;
    await this.page.goto(`${url(nick, rest)}${rest.includes('?') ? '&' : '?'}${query}`);
  }

  async go(nick: string, rest = ''): Promise<void> {
    await this.page.goto(url(nick, rest));
  }

  /** The row of a trade in 我的订单. */
  row(tid: string) {
    return this.page.locator(`tbody[data-tid="${tid}"]`);
  }

  /** Nothing serious for axe-core, and not wider than the screen. */
  async sound(): Promise<void> {
    expect(await seriousFaults(this.page, ['light'])).toEqual([]);
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }

  /** The same page is there after a reload. */
  async reload(testid: string): Promise<void> {
    await this.page.reload();
    await expect(this.page.getByTestId(testid)).toBeVisible();
  }

  /** What is said about why a form was not sent. */
  async refused(why: string | RegExp): Promise<void> {
    await expect(this.page.getByTestId('form-fault')).toContainText(why);
  }
}

const url = (nick: string, rest: string): string => `/buyer/${encodeURIComponent(nick)}${rest && `/${rest}`}`;

/** The first trade whose orders all fit and have no refund. */
export function untouched(fits: (trade: Trade) => boolean): { trade: Trade; order: Order; nick: string } {
  const trade = tradeOf(SEED, (one) => fits(one) && one.orders.order.every((o) => o.refund_status === 'NO_REFUND'));
  const [order] = trade.orders.order;
  if (!order) throw new Error('a trade without orders');
  return { trade, order, nick: trade.buyer_nick };
}

export const test = shop.extend<{ buyer: Buyer }>({
  buyer: async ({ page }, use) => use(new Buyer(page)),
});
export { expect };
