import { autoUpdate } from '@floating-ui/dom';
import type { Target } from 'fixtures';
import { allRoots } from './composed-tree.ts';
import { type Criterion, disagreeing, locate } from './locate.ts';
import { type Box, boxOf, reachOf } from './visible.ts';
import { onPageChange } from './watch.ts';

/**
 * `settling` and `replaced`: found (again) and not yet at rest for two frames. `away`: at rest, but
 * scrolled out of sight. `leading`: at rest, but only the way to the first target, which is not there yet.
 */
export type TargetState =
  | 'missing'
  | 'hidden'
  | 'ambiguous'
  | 'settling'
  | 'replaced'
  | 'covered'
  | 'away'
  | 'leading'
  | 'ready';

export interface Tracking {
  /** The control is elsewhere now, or not to be seen (null). In the frame that shows it, before it is painted. */
  moved(box: Box | null): void;
  state(state: TargetState): void;
}

export interface Tracker {
  /** Follow the first of these that a click can reach. An empty list rests. */
  aim(targets: readonly Target[]): void;
  /** What is followed now. */
  element(): Element | null;
  /** How it was found, and which of the target's locators lead elsewhere. */
  located(): { won: Criterion; disagree: Criterion[] } | undefined;
  /** Scrolls it into sight. */
  reveal(): void;
}

const STILL_FRAMES = 2;
/** Closer than this to the upper or lower edge of the window, a control that was scrolled to is brought to the middle, px. */
const EDGE = 60;
/** Pause between walks through all shadow roots and frames while a control is missing, ms. */
const DEEP_PAUSE = 250;

/**
 * Follows a control over the page. Looks only in frames after something changed: the page's elements,
 * a scroll, a size, a transition; and then until the control has been at rest for two frames.
 */
export function track(on: Tracking, card: HTMLElement, signal: AbortSignal): Tracker {
  let targets: readonly Target[] = [];
  let roots: (Document | ShadowRoot)[] = [document];
  let deepAt = Number.NEGATIVE_INFINITY;
  let current: { element: Element; target: Target; won: Criterion; disagree?: Criterion[] } | null = null;
  let unfollow = () => {};
  let state: TargetState | null = null;
  let box: Box | null = null;
  let still = 0;
  let stale = true;
  /** Scroll to it once when it comes to rest out of sight, and never again: the page is the student's. */
  let bring = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wake = () => {
    still = 0;
    if (targets.length > 0) frame ||= requestAnimationFrame(look);
  };
  const tell = (next: TargetState) => {
    if (next === state) return;
    state = next;
    on.state(next);
  };
  const page = onPageChange(() => {
    stale = true;
    if (targets.length === 0) return;
    cancelAnimationFrame(frame);
    still = 0;
    look();
  }, signal);

  const search = () => {
    const found = targets.map((target) => ({ target, ...locate(target, roots) }));
    const there = found.filter((entry) => entry.state === 'found');
    const best = there.length > 1 ? there.find(({ element }) => reachOf(element) !== 'covered') : there[0];
    return { best: best ?? there[0], first: found[0]?.state };
  };
  const searchDeep = () => {
    const wait = deepAt + DEEP_PAUSE - performance.now();
    if (wait > 0) {
      timer ??= setTimeout(() => {
        timer = undefined;
        stale = true;
        wake();
      }, wait);
      return undefined;
    }
    deepAt = performance.now();
    roots = allRoots(document);
    if (roots.length === 1) return undefined;
    roots.forEach(page.also);
    return search().best;
  };
  const find = () => {
    stale = false;
    const { best: near, first } = search();
    const best = near ?? (first === 'missing' ? searchDeep() : undefined);
    if (best && best.element === current?.element) return;
    const replaced = current !== null && best !== undefined && best.target === current.target;
    current = best ?? null;
    unfollow();
    unfollow = best ? autoUpdate(best.element, card, wake, { elementResize: true }) : () => {};
    if (best) tell(replaced ? 'replaced' : 'settling');
    else if (first && first !== 'found') tell(first);
  };
  const rest = (element: Element) => {
    const reach = reachOf(element);
    if (bring && reach !== 'clear') reveal();
    // Behind an open dialog scrolling does not help: it waits until that is closed.
    if (reach !== 'covered') bring = false;
    if (reach === 'away') on.moved(null);
    tell(reach !== 'clear' ? reach : current?.target === targets[0] ? 'ready' : 'leading');
  };
  const look = () => {
    frame = 0;
    if (stale) find();
    const now = current && boxOf(current.element);
    if (!same(now, box)) {
      box = now;
      still = 0;
      // Out of a scrolled box, it stays unmarked until it rests in sight again.
      if (state !== 'away') on.moved(now);
    } else still += 1;
    if (!current) return;
    if (still === STILL_FRAMES) {
      const away = state === 'away';
      rest(current.element);
      if (away && state !== 'away') on.moved(box);
    }
    if (still < STILL_FRAMES) frame ||= requestAnimationFrame(look);
  };
  const reveal = () => {
    if (!current) return;
    const { element } = current;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    // Just in at an edge, the ring is cut and what the control belongs to is still out of sight.
    const { top, bottom } = element.getBoundingClientRect();
    if (reachOf(element) === 'covered' || top < EDGE || bottom > innerHeight - EDGE)
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    wake();
  };

  for (const type of ['transitionrun', 'transitionstart', 'animationstart', 'toggle'] as const) {
    addEventListener(type, wake, { capture: true, signal });
  }
  signal.addEventListener('abort', () => {
    unfollow();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });

  return {
    aim(next) {
      if (JSON.stringify(next) === JSON.stringify(targets)) return;
      targets = next;
      current = null;
      state = null;
      stale = true;
      bring = true;
      unfollow();
      if (next.length > 0) return wake();
      box = null;
      on.moved(null);
    },
    element: () => current?.element ?? null,
    located() {
      if (!current) return undefined;
      const { target, element, won } = current;
      current.disagree ??= disagreeing(target, element, won, roots);
      return { won, disagree: current.disagree };
    },
    reveal,
  };
}

function same(a: Box | null, b: Box | null): boolean {
  return (
    a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height)
  );
}
