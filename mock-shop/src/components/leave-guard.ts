import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** Somebody is about to leave: `leave` goes where they were going, `stay` forgets it. */
export interface Leaving {
  /** Which time this is, counted from 1. A dialog that asks is another one each time. */
  time: number;
  leave: () => void;
  stay: () => void;
}

/** A page that something on it is not saved of, and what to do about whoever leaves it. */
interface Held {
  /** Path and query of the page. */
  here: string;
  onLeave: (to: string) => void;
}

let held: Held | undefined;

/**
 * Watches back and forward. To be called once, before the router listens: a window calls its listeners for these in
 * the order in which they came.
 */
export function watchLeaving(): void {
  addEventListener('popstate', (event) => {
    if (!held || new URL(held.here, location.origin).pathname === location.pathname) return;
    const to = location.pathname + location.search;
    // The browser has gone there already: back to where something is still to be kept.
    event.stopImmediatePropagation();
    history.pushState(null, '', held.here);
    held.onLeave(to);
  });
}

/**
 * Holds back every way out of the page while something on it is not saved: links, back and forward, and (with the
 * browser's own words) closing and reloading. Another query of the same page is no leaving.
 * @returns null, or the ways on once somebody wanted to leave
 */
export function useLeaveGuard(unsaved: boolean): Leaving | null {
  const { url, route } = useLocation();
  const [asked, setAsked] = useState<{ to: string; time: number } | null>(null);
  const times = useRef(0);
  const here = useRef(url);
  here.current = url;
  useEffect(() => {
    if (!unsaved) return;
    const onLeave = (to: string): void => {
      times.current++;
      setAsked({ to, time: times.current });
    };
    held = {
      get here() {
        return here.current;
      },
      onLeave,
    };
    const click = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!held || !(link instanceof HTMLAnchorElement) || link.target || !plain) return;
      const to = new URL(link.href);
      if (to.origin !== location.origin || to.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      onLeave(to.pathname + to.search);
    };
    const unload = (event: BeforeUnloadEvent): void => {
      if (held) event.preventDefault();
    };
    document.addEventListener('click', click, { capture: true });
    addEventListener('beforeunload', unload);
    return () => {
      held = undefined;
      document.removeEventListener('click', click, { capture: true });
      removeEventListener('beforeunload', unload);
    };
  }, [unsaved]);
  if (!asked) return null;
  const { to, time } = asked;
  return {
    time,
    leave: () => {
      held = undefined;
      route(to);
    },
    // A dialog tells that it is closed a moment later: by then somebody may want to leave again.
    stay: () => setAsked((latest) => (latest?.time === time ? null : latest)),
  };
}
