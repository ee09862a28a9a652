import type { RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';

/** Longest that the browser may take to put the worker before the page's network calls, ms. */
const PATIENCE = 10_000;
const RESTARTED = 'mock-shop:restarted';

/**
 * Puts the handlers behind the page's network calls. msw's worker unregisters itself when its last page says goodbye,
 * also when that page only reloads; the next page then waits for ever for a worker that is gone. So pages do not say
 * goodbye, and one that waits too long all the same is loaded anew, once.
 * @throws Error when the browser does not start the worker
 */
export async function intercept(handlers: readonly RequestHandler[]): Promise<void> {
  addEventListener('pagehide', (event) => event.stopImmediatePropagation());
  const started = setupWorker(...handlers).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: '/shop-worker.js' },
  });
  const late = new Promise<'late'>((tell) => setTimeout(() => tell('late'), PATIENCE));
  if ((await Promise.race([started, late])) !== 'late') return sessionStorage.removeItem(RESTARTED);
  if (sessionStorage.getItem(RESTARTED)) throw new Error('浏览器没有启动店铺的后台');
  sessionStorage.setItem(RESTARTED, '1');
  location.reload();
  // The page goes; nothing after this may run.
  await new Promise(() => undefined);
}
