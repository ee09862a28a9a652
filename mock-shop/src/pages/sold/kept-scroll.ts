import { useEffect, useRef } from 'preact/hooks';

/** How far each list was scrolled when it was last seen, by its URL query. */
const places = new Map<string, number>();

/** Comes back to the list where it was left. `ready`: its rows are on the page. */
export function useKeptScroll(key: string, ready: boolean): void {
  const restored = useRef(false);
  useEffect(() => {
    if (!ready) return;
    if (!restored.current) {
      restored.current = true;
      scrollTo(0, places.get(key) ?? 0);
    }
    const { pathname } = location;
    const note = (): void => {
      // The jump to the top of the next page is no place in this one.
      if (location.pathname === pathname) places.set(key, scrollY);
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [key, ready]);
}
