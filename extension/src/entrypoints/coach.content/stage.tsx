import type { Selection } from 'fixtures';
import { render } from 'preact';
import type { Scene } from '../../adapters/page/demo-door.ts';
import { onDrag } from '../../adapters/page/drag.ts';
import type { Memory } from '../../adapters/page/memory.ts';
import { createOverlay, type Overlay } from '../../adapters/page/overlay.ts';
import { dockAt, placeCard } from '../../adapters/page/place.ts';
import { type TargetState, type Tracker, track } from '../../adapters/page/track.ts';
import type { Box } from '../../adapters/page/visible.ts';
import { matches } from '../../core/lesson/match.ts';
import { announcement } from '../../views/card/announce.ts';
import css from '../../views/card/card.css?inline';
import { Card, isEmpty } from '../../views/card/card.tsx';
import type { CardActions, CardState, Trouble } from '../../views/card/state.ts';

/** How long a control may be out of reach before the card says so, ms: pages take a while to draw. */
const PATIENCE = 600;
/** Bottom left: clear of the actions of a table and of drawers, which are on the right. */
const HOME = { fx: 0, fy: 1 };
const TROUBLE: Partial<Record<TargetState, Trouble>> = {
  missing: 'missing',
  hidden: 'hidden',
  ambiguous: 'ambiguous',
  covered: 'covered',
  away: 'away',
  leading: 'leading',
};

export interface Stage {
  overlay: Overlay;
  tracker: Tracker;
  state(): CardState;
  /** An action was done: when it is the step's own, the ring goes on at once to where the next step will be. */
  did(selection: Selection): void;
  /** Changes what is shown. */
  set(change: Partial<CardState>): void;
  /** What is remembered was read. */
  recall(memory: Memory): void;
}

/** Draws ring, dim and card from one state, and keeps them where they belong. */
export function createStage(
  first: CardState,
  on: Omit<CardActions, 'slot'> & { dock(dock: Memory['dock']): void; tampered(): void; scene(scene: Scene): void },
  signal: AbortSignal,
): Stage {
  let state = first;
  let dock: Memory['dock'] = null;
  let box: Box | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  let scene: Scene = { view: null, target: null, slot: null };
  const show = (change: Partial<Scene>) => {
    scene = { ...scene, ...change };
    on.scene(scene);
  };
  const actions = { ...on, slot: (slot: Scene['slot']) => show({ slot }) };

  const overlay = createOverlay(css, on.tampered, signal);
  const guided = () => state.view?.mode === 'guided';
  const place = () => {
    if (isEmpty(state)) return;
    const beside = guided() && !state.collapsed && dock === null;
    placeCard(overlay.card, { target: box, beside, dock: dock ?? HOME, pinned: dock !== null });
  };
  const tracker = track(
    {
      moved(next) {
        box = next;
        overlay.mark(box, guided());
        place();
      },
      state(next) {
        clearTimeout(patience);
        const trouble = TROUBLE[next] ?? null;
        if (trouble) patience = setTimeout(() => set({ trouble }), PATIENCE);
        else if (state.trouble) set({ trouble: null });
        show({ target: next });
      },
    },
    overlay.card,
    signal,
  );
  const set = (change: Partial<CardState>) => {
    const before = state;
    state = { ...state, ...change };
    if (isEmpty(state)) overlay.hide();
    else overlay.show();
    render(<Card state={state} on={actions} />, overlay.card);
    const said = announcement(before, state);
    if (said) overlay.announce(said);
    tracker.aim(targetsOf(state));
    show({ view: demoOf(state) });
    overlay.mark(box, guided());
    place();
  };
  const corner = () => {
    const { x, y, width, height } = overlay.card.getBoundingClientRect();
    return dockAt(x, y, { width, height }, { width: innerWidth, height: innerHeight });
  };

  onDrag(
    overlay.card,
    {
      docked(next, done) {
        dock = next;
        if (done) on.dock(next);
        place();
      },
      dock: corner,
    },
    signal,
  );
  const sizes = new ResizeObserver(place);
  sizes.observe(overlay.card);
  addEventListener('resize', () => overlay.mark(box, guided()), { signal });
  addEventListener('resize', place, { signal });
  // Shown anew where a dialog opened or closed: what is in the way has changed.
  overlay.card.parentElement?.addEventListener('toggle', place, { signal });
  addEventListener('focusin', place, { signal, capture: true });
  signal.addEventListener('abort', () => {
    clearTimeout(patience);
    sizes.disconnect();
  });
  return {
    overlay,
    tracker,
    state: () => state,
    did(selection) {
      const step = state.view?.ended ? undefined : state.view?.step;
      const [target] = step?.targets ?? [];
      if (step?.next && target && matches(target, selection)) tracker.aim(step.next);
    },
    set,
    recall(memory) {
      dock = memory.dock;
      set({ collapsed: memory.collapsed });
    },
  };
}

/** The demo that goes on or is over; while an offer waits for an answer, and after an update, there is none. */
function demoOf({ view, offer, updated }: CardState) {
  return view?.mode === 'demo' && !offer && !updated ? view : null;
}

function targetsOf({ view, offer, updated }: CardState) {
  return view?.step && !view.ended && !updated && !offer ? view.step.targets : [];
}
