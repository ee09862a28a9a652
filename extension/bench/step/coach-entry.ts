import type { LinkEvents } from '../../src/adapters/page/link.ts';
import { matches } from '../../src/core/lesson/match.ts';
import type { CoachView, FromContent } from '../../src/core/ports.ts';
import { runCoach } from '../../src/entrypoints/coach.content/coach.ts';
import type { Guide } from './guide.ts';

/**
 * The whole content script, with a stand-in for the background that only knows "next row": what is measured is the
 * page's side. What the real background adds is measured by the append benchmark.
 */
const guide: Guide = {
  start(tids) {
    runCoach((on) => {
      const background = new Background(tids, on);
      return { send: (message) => background.hear(message), shelf: emptyShelf() };
    });
  },
  centre() {
    const ring = document.querySelector('seller-coach')?.shadowRoot?.querySelector<HTMLElement>('[part=ring]');
    if (!ring || ring.hidden) return null;
    const { x, y, width, height } = ring.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  },
};
window.guide = guide;

class Background {
  #at = 0;
  readonly #tids: string[];
  readonly #channel = new MessageChannel();

  constructor(tids: string[], on: LinkEvents) {
    this.#tids = tids;
    this.#channel.port2.onmessage = ({ data }) => on.message(data);
    queueMicrotask(() => {
      on.open();
      this.#show();
    });
  }

  hear(message: FromContent): void {
    if (message.type !== 'events') return;
    for (const { body } of message.entries) {
      if (body.kind !== 'action' || !matches(this.#target(), body.data.selection)) continue;
      this.#at += 1;
      this.#show();
    }
    this.#channel.port1.postMessage({ type: 'ack', ids: message.entries.map(({ id }) => id) });
  }

  #target(ahead = 0) {
    return { testid: 'flag', row: { tid: this.#tids[this.#at + ahead] ?? '' } };
  }

  /** A message takes a task of its own, as a port's does. */
  #show(): void {
    const total = this.#tids.length;
    const n = this.#at + 1;
    const view: CoachView = {
      attempt: 'bench',
      mode: 'guided',
      title: '测速',
      task: { text: '点每一行的旗子。', items: [] },
      clock: { elapsed: 0, asOf: 0 },
      progress: { done: this.#at, total },
      step: {
        id: `step-${n}`,
        n,
        total,
        title: '打开备注',
        instruction: '点这一行的 **旗子**。',
        why: '备注要写在对的订单上。',
        targets: [this.#target()],
        next: [this.#target(1)],
      },
      guards: [],
      fields: [],
    };
    this.#channel.port1.postMessage({ type: 'view', view });
  }
}

function emptyShelf() {
  return { get: async () => ({}), set: async () => {}, remove: async () => {} };
}
