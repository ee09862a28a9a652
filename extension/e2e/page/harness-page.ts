/// <reference types="vite/client" />
/// <reference types="chrome" />
import type { FromContent, ToContent } from '../../src/core/ports.ts';
import { runCoach } from '../../src/entrypoints/coach.content/coach.ts';
import { perform } from '../../src/entrypoints/demo/perform.tsx';

/** The page's end of the harness: the real coach on a line that the test holds. */
export interface Harness {
  sent: FromContent[];
  stored: Record<string, unknown>;
  say(message: ToContent): void;
  /** As when the background was stopped and is back. */
  reconnect(): void;
  /** As when the extension is updated under the page. */
  die(): void;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const stored: Record<string, unknown> = {};
const sent: FromContent[] = [];

runCoach((on) => {
  window.harness = { sent, stored, say: on.message, reconnect: on.open, die: on.gone };
  queueMicrotask(on.open);
  return {
    send(message) {
      sent.push(structuredClone(message));
      // As the background puts the player on the page.
      if (message.type === 'demo') window.sellerCoachDemo?.(perform);
    },
    shelf: {
      get: async (key) => structuredClone(key === null ? stored : { [key]: stored[key] }),
      async set(items) {
        Object.assign(stored, structuredClone(items));
      },
      async remove(keys) {
        for (const key of keys) delete stored[key];
      },
    },
  };
});
