import type { Shop } from './shop.ts';

/** Lets the shop's clock go while this tab is open. @returns stops it */
export function startHeartbeat(shop: Shop): () => void {
  // Not `crypto.randomUUID`: that is absent over plain http.
  const holder = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  let last = performance.now();
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    try {
      await shop.tick(holder, elapsed);
    } catch {
      // The store failed: no time passed and nothing happened. The next beat tries again.
    } finally {
      busy = false;
    }
  }, 1000);
  return () => clearInterval(timer);
}
