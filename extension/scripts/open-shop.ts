import { join } from 'node:path';
import { type Browser, launch, type Page, type Target } from 'puppeteer-core';
import { sandboxArgs } from './browser.ts';
import { seedProfile } from './profile.ts';
import { CACHE, EXTENSION_DIST } from './workspace.ts';

/** What to open, and with which program. */
export interface Opening {
  executable: string;
  origin: string;
  /** Path and query that start the lesson's world; used on a new profile only, later the shop goes on where it was. */
  world: string;
  /** Fragment that offers the lesson. */
  lesson: string;
  /** Folder of the profile. */
  profile?: string;
  headless?: boolean;
}

export interface Opened {
  /** The side panel could be opened by program. */
  panel: boolean;
  /** The shop's page. */
  page: Page;
  /** The person has closed the last window. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a browser window with the extension in it. The extension is loaded over the DevTools pipe, because branded
 * Chrome and Edge no longer heed `--load-extension`.
 * @throws when the browser cannot be started
 */
export async function openShop(opening: Opening): Promise<Opened> {
  const profile = opening.profile ?? join(CACHE, 'profile');
  const fresh = seedProfile(profile);
  const browser = await launch({
    executablePath: opening.executable,
    headless: opening.headless ?? false,
    pipe: true,
    enableExtensions: [EXTENSION_DIST],
    userDataDir: profile,
    defaultViewport: null,
    // "Controlled by automated software" would only worry the student.
    ignoreDefaultArgs: ['--enable-automation'],
    // Linux takes the language of the window from here, not from `--lang`.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    args: ['--no-first-run', '--lang=zh-CN', '--start-maximized', '--window-size=1366,768', ...sandboxArgs()],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  // Its worker runs, so its content script will be in the page that is opened next.
  await browser.waitForTarget(isCoach, { timeout: 10_000 });
  await page.goto(`${opening.origin}${fresh ? opening.world : '/'}${opening.lesson}`);
  const panel = await openPanel(browser, page);
  return { page, panel, closed: lastWindowClosed(browser), close: () => browser.close() };
}

const isCoach = (target: Target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension:');

/** Clicks the extension's toolbar button for the person, which opens the side panel; older browsers cannot do that. */
async function openPanel(browser: Browser, page: Page): Promise<boolean> {
  try {
    const extensions = await browser.extensions();
    await [...extensions.values()].find((extension) => extension.path === EXTENSION_DIST)?.triggerAction(page);
    await browser.waitForTarget((target) => target.url().includes('/sidepanel.html'), { timeout: 3_000 });
    return true;
  } catch {
    return false;
  }
}

/** On macOS the program lives on without windows, so the last page counts. */
function lastWindowClosed(browser: Browser): Promise<void> {
  return new Promise((closed) => {
    browser.once('disconnected', () => closed());
    browser.on('targetdestroyed', async () => {
      const pages = await browser.pages().catch(() => []);
      if (pages.length > 0) return;
      await browser.close().catch(() => {});
      closed();
    });
  });
}
