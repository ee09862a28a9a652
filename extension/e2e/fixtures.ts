import { test as base } from '@playwright/test';
import { serve } from '../scripts/serve.ts';
import { SHOP_DIST } from '../scripts/workspace.ts';
import { CoachBrowser } from './coach-browser.ts';

interface EachTest {
  /** The browser with the extension. `page` and `context` are its own, until it is launched again. */
  coach: CoachBrowser;
}

interface EachWorker {
  /** Origin of the built shop, `http://127.0.0.1:PORT`. */
  shop: string;
}

/** Playwright's `test` with the built shop on a free port, in a plain Chromium: the shop alone. */
export const shopTest = base.extend<object, EachWorker>({
  shop: [
    async ({}, use) => {
      const served = await serve(SHOP_DIST, 0);
      await use(served.origin);
      await served.close();
    },
    { scope: 'worker' },
  ],
});

/** The same with the built extension in the browser. */
export const test = shopTest.extend<EachTest>({
  coach: async ({}, use) => {
    const coach = new CoachBrowser();
    await coach.launch();
    await use(coach);
    await coach.dispose();
  },
  context: async ({ coach }, use) => use(coach.context),
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
});
