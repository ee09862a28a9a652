import type { FromContent, ToContent } from '../../core/ports.ts';
import { COACH_PORT } from '../messages.ts';
import type { Shelf } from './outbox.ts';

/** The page's line to the background. */
export interface Link {
  send(message: FromContent): void;
  shelf: Shelf;
}

export interface LinkEvents {
  /** A new line is open: say hello, send again what is not acknowledged. */
  open(): void;
  message(message: ToContent): void;
  /** The extension was updated or removed under the page; nothing can be sent or stored any more. */
  gone(): void;
}

/** Wait before the next try when the background does not answer, ms; doubles up to the longest. */
const RETRY = { first: 200, longest: 5000 };

/**
 * Keeps a long-lived port to the background. The browser stops an idle background and closes the port;
 * it is opened again while the page is looked at, else when there is something to say. After an update
 * `chrome.runtime` is undefined or throws at once ("Extension context invalidated").
 */
export function openLink(on: LinkEvents, signal: AbortSignal): Link {
  let port: chrome.runtime.Port | null = null;
  let wait = RETRY.first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    if (port || signal.aborted) return;
    clearTimeout(timer);
    try {
      port = chrome.runtime.connect({ name: COACH_PORT });
    } catch {
      on.gone();
      return;
    }
    port.onMessage.addListener((message: ToContent) => {
      wait = RETRY.first;
      on.message(message);
    });
    port.onDisconnect.addListener(() => {
      port = null;
      if (!isAlive()) on.gone();
      if (!isAlive() || document.visibilityState === 'hidden') return;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, RETRY.longest);
    });
    on.open();
  };
  const send = (message: FromContent): void => {
    connect();
    try {
      port?.postMessage(message);
    } catch {
      if (!isAlive()) on.gone();
    }
  };

  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connect(), { signal });
  // A page that comes back from the back/forward cache has lost its port without being told.
  addEventListener('pageshow', (event) => event.persisted && connect(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    port?.disconnect();
  });
  queueMicrotask(connect);
  return { send, shelf };
}

function isAlive(): boolean {
  return globalThis.chrome?.runtime?.id !== undefined;
}

/** `chrome.storage.local`, whose synchronous throws after an update become rejections. */
const shelf: Shelf = {
  get: async (keys) => chrome.storage.local.get(keys),
  set: async (items) => chrome.storage.local.set(items),
  remove: async (keys) => chrome.storage.local.remove(keys),
};
