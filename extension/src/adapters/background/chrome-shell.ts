import { OUTBOX_PREFIX } from '../messages.ts';
import type { SeenWorld, Shell } from './shell.ts';

const WORLDS = 'worlds';
export const TICK = 'tick';

/** The browser as the background needs it. `onTick` is called by timers; the alarm of the same name has its own listener. */
export function chromeShell(onTick: () => void): Shell {
  const run = crypto.randomUUID();
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    version: chrome.runtime.getManifest().version,
    now: () => ({ run, mono: performance.now(), wall: Date.now() }),
    uuid: () => crypto.randomUUID(),
    newSeed: () => 1 + Math.floor(Math.random() * 9999),

    tickIn(ms) {
      clearTimeout(timer);
      timer = setTimeout(onTick, ms);
      // The timer dies with the worker, the alarm wakes it; alarms are no finer than half a minute.
      void chrome.alarms.create(TICK, { when: Date.now() + Math.max(ms, 30_000) });
    },

    async openTab(url) {
      await chrome.tabs.create({ url: url.startsWith('/') ? chrome.runtime.getURL(url) : url });
    },
    async showTab(tab) {
      const { windowId } = await chrome.tabs
        .update(tab, { active: true })
        .then((shown) => shown ?? chrome.tabs.get(tab));
      await chrome.windows.update(windowId, { focused: true });
    },
    async openPanel(tab) {
      try {
        // Refused where the click's permission did not travel with the message; unknown to Firefox.
        await chrome.sidePanel.open({ tabId: tab });
      } catch {
        await chrome.tabs.create({ url: chrome.runtime.getURL('/sidepanel.html') });
      }
    },

    async loadDemo(tab) {
      await chrome.scripting.executeScript({ target: { tabId: tab }, files: ['/demo.js'] });
    },

    async outbox() {
      const stored: Record<string, unknown> = await chrome.storage.local.get(null);
      return Object.entries(stored)
        .filter(([key]) => key.startsWith(OUTBOX_PREFIX))
        .map(([key, entry]) => ({ key, entry }));
    },
    forget: (keys) => chrome.storage.local.remove(keys),

    seenWorld: async (tab) => (await worlds())[tab],
    sawWorld: async (tab, world) => chrome.storage.session.set({ [WORLDS]: { ...(await worlds()), [tab]: world } }),
  };
}

async function worlds(): Promise<Record<number, SeenWorld>> {
  const stored = await chrome.storage.session.get<{ worlds?: Record<number, SeenWorld> }>(WORLDS);
  return stored.worlds ?? {};
}
