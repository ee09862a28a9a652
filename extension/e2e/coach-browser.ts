import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser, NO_BROWSER, sandboxArgs } from '../scripts/browser.ts';
import { seedProfile } from '../scripts/profile.ts';
import { EXTENSION_DIST } from '../scripts/workspace.ts';

/** What a student's own browser does not need: quiet, nothing fetched from outside, the built extension. */
const ARGS = [
  ...sandboxArgs(),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-extensions-except=${EXTENSION_DIST}`,
  `--load-extension=${EXTENSION_DIST}`,
];

/**
 * A real Chromium with the built extension and a profile of its own, which can be stopped, killed and opened again as
 * a student's would be.
 */
export class CoachBrowser {
  readonly profile = mkdtempSync(join(tmpdir(), 'seller-coach-profile-'));
  #context: BrowserContext | null = null;
  #extensionId = '';

  /** The running browser. It is another one after `relaunch`. */
  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  /** `chrome-extension://…` without a slash at the end. */
  get extensionOrigin(): string {
    return `chrome-extension://${this.#extensionId}`;
  }

  async launch(): Promise<BrowserContext> {
    const browser = findBrowser();
    if (!browser) throw new Error(NO_BROWSER);
    seedProfile(this.profile);
    const context = await chromium.launchPersistentContext(this.profile, {
      executablePath: browser.path,
      headless: true,
      locale: 'zh-CN',
      viewport: { width: 1366, height: 768 },
      args: ARGS,
    });
    this.#context = context;
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    this.#extensionId = new URL(worker.url()).host;
    return context;
  }

  /** Opens the side panel's page in a tab: headless Chromium has no side panel to look into. */
  async openSidePanel(): Promise<Page> {
    return this.openExtensionPage('sidepanel.html');
  }

  /** @param path such as `report.html?attempt=…` */
  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.extensionOrigin}/${path}`);
    return page;
  }

  /**
   * Stops the extension's background worker as Chromium does with an idle one; the shop's own worker goes on.
   * @returns whether one was running
   */
  async stopWorker(): Promise<boolean> {
    const session = await this.#browserSession();
    const running = await this.#workerTarget(session);
    while (running && (await this.#workerTarget(session)) === running) {
      // Asked again: a worker that is just starting does not heed it. The refusal says that it has gone meanwhile.
      await session.send('Target.closeTarget', { targetId: running }).catch(() => undefined);
      await new Promise((later) => setTimeout(later, 50));
    }
    await session.detach();
    return running !== undefined;
  }

  /** Closes the browser as a person does. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  /** Ends the browser at once, in the middle of whatever it does (SIGKILL). */
  async kill(): Promise<void> {
    const context = this.context;
    const session = await this.#browserSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('Chromium names no browser process');
    const closed = new Promise<void>((done) => context.once('close', () => done()));
    process.kill(main.id, 'SIGKILL');
    await closed;
    this.#context = null;
  }

  /** Opens the same profile again, after `close` or `kill` or while it runs. */
  async relaunch(): Promise<BrowserContext> {
    await this.close();
    return this.launch();
  }

  /** Closes the browser and deletes its profile. */
  async dispose(): Promise<void> {
    await this.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #browserSession(): Promise<CDPSession> {
    const browser = this.context.browser();
    if (!browser) throw new Error('this Playwright hides the browser of a persistent context');
    return browser.newBrowserCDPSession();
  }

  async #workerTarget(session: CDPSession): Promise<string | undefined> {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(this.extensionOrigin))
      ?.targetId;
  }
}
