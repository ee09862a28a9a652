import { askReplay } from './shop-records.ts';

/** When to ask again, ms: at the start of a page the shop is not listening yet. */
const AGAIN = [0, 300, 1000, 3000];

/** Asks the page to publish its records from a number on, until one of them comes or it has had time enough. */
export function replayer(signal: AbortSignal): { from(seq: number): void; came(seq: number): void } {
  let wanted = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (tries: readonly number[]) => {
    const [wait, ...rest] = tries;
    clearTimeout(timer);
    if (wait === undefined || wanted === 0) return;
    timer = setTimeout(() => {
      askReplay(wanted);
      ask(rest);
    }, wait);
  };
  // A shop that is slow to start says when it listens.
  document.addEventListener('shop:ready', () => wanted > 0 && askReplay(wanted), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    from(seq) {
      wanted = seq;
      ask(AGAIN);
    },
    came(seq) {
      if (seq < wanted) return;
      wanted = 0;
      clearTimeout(timer);
    },
  };
}
