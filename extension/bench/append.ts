import type { CDPSession, Page } from '@playwright/test';
import { CoachBrowser } from '../e2e/coach-browser.ts';
import { serve } from '../scripts/serve.ts';
import { SHOP_DIST } from '../scripts/workspace.ts';
import { percentile, report } from './table.ts';

const ACTIONS = 400;

/** From posting an action on the port to the acknowledgement, that is to the end of the strict write, one after another. */
export async function benchAppend(): Promise<void> {
  const shop = await serve(SHOP_DIST, 0);
  const coach = new CoachBrowser();
  try {
    const context = await coach.launch();
    const page = await context.newPage();
    await page.goto(`${shop.origin}/?scenario=flag-remarks&seed=1&day=1440`);
    await page.locator('tbody[data-tid]').first().waitFor();
    const panel = await coach.openSidePanel();
    const started = page.waitForEvent('framenavigated');
    await panel.evaluate(startAttempt);
    await started;
    await page.locator('tbody[data-tid]').first().waitFor();
    const taken = await inContentScript(page, coach.extensionOrigin);
    const stored = await panel.evaluate(countEvents);
    if (stored < ACTIONS) throw new Error(`only ${stored} of ${ACTIONS} actions are in the log`);
    report('append', '动作从发出到确认已落盘（毫秒）', [
      {
        what: `${ACTIONS} 个动作，一个接一个`,
        p50: percentile(taken, 0.5),
        p95: percentile(taken, 0.95),
        max: Math.max(...taken),
      },
    ]);
  } finally {
    await coach.dispose();
    await shop.close();
  }
}

/** In an extension page. */
async function startAttempt(): Promise<void> {
  const send = (message: unknown) => chrome.runtime.sendMessage(message);
  await send({ type: 'panel:student', student: { account: 'bench', name: '测速' } });
  const reply = await send({ type: 'panel:start', pack: 'order-management', lesson: 'flag-remarks', mode: 'practice' });
  if (!reply?.ok) throw new Error(JSON.stringify(reply));
}

/** Runs the sender where the content script runs: the background takes actions only from the attempt's own site. */
async function inContentScript(page: Page, extensionOrigin: string): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const contextId = await isolatedWorld(session, extensionOrigin);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `(${sendActions})(${ACTIONS})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function isolatedWorld(session: CDPSession, origin: string): Promise<number> {
  return new Promise((found, failed) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === origin) found(context.id);
    });
    session.send('Runtime.enable').catch(failed);
  });
}

async function sendActions(actions: number): Promise<number[]> {
  const port = chrome.runtime.connect({ name: 'coach' });
  const waiting = new Map<string, () => void>();
  port.onMessage.addListener((message: { type: string; ids?: string[] }) => {
    if (message.type === 'ack') for (const id of message.ids ?? []) waiting.get(id)?.();
  });
  const taken: number[] = [];
  for (let n = 0; n < actions; n++) {
    const id = crypto.randomUUID();
    const selection = { testid: 'flag', within: [], role: 'button', name: '备注', row: { tid: `${n}` }, tag: 'button' };
    const body = { kind: 'action', data: { action: 'click', selection } };
    const start = performance.now();
    const acknowledged = new Promise<void>((done) => waiting.set(id, done));
    port.postMessage({ type: 'events', entries: [{ id, wall: Date.now(), body }] });
    await acknowledged;
    taken.push(performance.now() - start);
  }
  return taken;
}

/** In an extension page: all events of all attempts. */
async function countEvents(): Promise<number> {
  const counts = (await indexedDB.databases()).map(
    ({ name }) =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open(name ?? '');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          if (!opening.result.objectStoreNames.contains('events')) return done(0);
          const counting = opening.result.transaction('events').objectStore('events').count();
          counting.onsuccess = () => done(counting.result);
        };
      }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
