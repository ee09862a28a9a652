/** Path and query of the page, without the fragment (which may carry the lesson's name). */
function address(): string {
  return location.pathname + location.search;
}

/** Calls back with path and query whenever the page's address changes, by link, script or history. */
export function onAddress(changed: (address: string) => void, signal: AbortSignal): void {
  let last = address();
  const look = () => {
    const now = address();
    if (now === last) return;
    last = now;
    changed(now);
  };
  for (const type of ['popstate', 'hashchange']) addEventListener(type, look, { signal });
  // Scripts change the address without an event of `window`; where there is no Navigation API, the next click or key sees it.
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', look, { signal });
  else for (const type of ['click', 'keyup']) addEventListener(type, () => setTimeout(look), { capture: true, signal });
}
