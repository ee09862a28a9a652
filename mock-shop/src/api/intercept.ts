import type { RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';

/** Longest that the browser may take to put the worker before the page's network calls, ms. */
const PATIENCE = 10_000;
/** Longest that a worker may take to take charge of a page once it is there, ms. */
const CLAIM = 1000;
const RESTARTED = 'mock-shop:restarted';

/**
 * Puts the handlers behind the page's network calls. msw's worker unregisters itself when its last page says goodbye,
 * also when that page only reloads; the next page then waits for ever for a worker that is gone. So pages do not say
 * goodbye, and one that waits too long all the same is loaded anew, once.
 * @throws Error when the browser does not start the worker
 */
export async function intercept(handlers: readonly RequestHandler[]): Promise<void> {
  addEventListener('pagehide', (event) => event.stopImmediatePropagation());
  if (!(await inCharge())) await again();
  const started = setupWorker(...handlers).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: '/shop-worker.js' },
  });
  const late = new Promise<'late'>((tell) => setTimeout(() => tell('late'), PATIENCE));
  if ((await Promise.race([started, late])) !== 'late') return sessionStorage.removeItem(RESTARTED);
  await again();
}

/**
 * A page that another one left while its worker was being installed is in nobody's charge yet. msw would load it anew
 * and let it go on meanwhile, so that a person could begin to work in a page that is about to go.
 * @returns false when a worker is there and does not take charge (after a hard reload)
 */
async function inCharge(): Promise<boolean> {
  const { serviceWorker } = navigator;
  // No worker at all: plain http from another name.
  if (!serviceWorker || serviceWorker.controller || !(await serviceWorker.getRegistration())) return true;
  const taken = new Promise<void>((tell) =>
    serviceWorker.addEventListener('controllerchange', () => tell(), { once: true }),
  );
  await Promise.race([taken, new Promise((tell) => setTimeout(tell, CLAIM))]);
  return serviceWorker.controller !== null;
}

/** Loads the page anew, once; nothing after this may run. */
async function again(): Promise<void> {
  if (sessionStorage.getItem(RESTARTED)) throw new Error('浏览器没有启动店铺的后台');
  sessionStorage.setItem(RESTARTED, '1');
  location.reload();
  await new Promise(() => undefined);
}
