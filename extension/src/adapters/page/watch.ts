/**
 * Calls back at most once per frame after the page has changed, in the frame's own turn and before it
 * is painted. Does nothing while nothing changes.
 */
export function onPageChange(changed: () => void, signal: AbortSignal): { also(root: ShadowRoot | Document): void } {
  let frame = 0;
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  });
  const also = (root: ShadowRoot | Document) => {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  also(document);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
  return { also };
}
