import { readWish } from '../../adapters/messages.ts';
import { openDoor } from '../../adapters/page/demo-door.ts';
import type { Link, LinkEvents } from '../../adapters/page/link.ts';
import { keep, type Memory, remember } from '../../adapters/page/memory.ts';
import { record } from '../../adapters/page/recorder.ts';
import type { CoachView, FromContent, ToContent } from '../../core/ports.ts';
import { type CardState, EMPTY } from '../../views/card/state.ts';
import { TEXT } from '../../views/card/text.ts';
import { createStage } from './stage.tsx';

/** Longest that a start may take before the button can be pressed again, ms. */
const START_PAUSE = 8000;
/** Notices of tampering are not repeated within this, ms. */
const TAMPER_PAUSE = 10_000;

/** The coach on one page: what is seen goes to the background, what the background says is drawn. */
export function runCoach(connect: (on: LinkEvents, signal: AbortSignal) => Link): void {
  /** Ends the watching when the extension was updated; the last word stays on the page. */
  const work = new AbortController();
  const life = new AbortController();
  let memory: Memory = { dock: null, collapsed: false };
  /** Asked for by the link, until the student has put it off. */
  let wish = readWish(location.hash);
  /** The shop's world, once it is ready. */
  let world: string | undefined;
  let tamperedAt = Number.NEGATIVE_INFINITY;

  const send = (message: FromContent) => link.send(message);
  const note = (change: Partial<Memory>) => {
    memory = { ...memory, ...change };
    keep(link.shelf, memory).catch(() => undefined);
  };
  const close = () => {
    const { view } = stage.state();
    if (view?.ended) note({ closed: view.attempt });
    wish = undefined;
    stage.set({ view: view?.ended ? null : view, offer: null, error: null });
  };
  const ours = (event: Event) => event.composedPath().includes(stage.overlay.element);
  const stage = createStage(
    EMPTY,
    {
      start(offer) {
        stage.set({ starting: true, error: null });
        const { pack, lesson, mode, running } = offer;
        send({ type: 'start', pack, lesson, mode, ...(running !== undefined && { replace: true }) });
        setTimeout(() => stage.state().starting && stage.set({ starting: false }), START_PAUSE);
      },
      hint: () => send({ type: 'hint' }),
      finish: () => send({ type: 'finish' }),
      report: () => send({ type: 'report' }),
      panel: () => send({ type: 'panel' }),
      go: visit,
      reveal: () => stage.tracker.reveal(),
      collapse(collapsed) {
        note({ collapsed });
        stage.set({ collapsed });
      },
      understand: () => stage.set({ held: null }),
      reload: () => location.reload(),
      close,
      dock: (dock) => note({ dock }),
      scene: (scene) => see(scene),
      tampered() {
        if (performance.now() - tamperedAt < TAMPER_PAUSE) return;
        tamperedAt = performance.now();
        recorder.notice('overlay-removed', TEXT.tampered);
      },
    },
    life.signal,
  );
  const hear = (message: ToContent) => {
    switch (message.type) {
      case 'view': {
        const { view } = message;
        recorder.view(view);
        const closed = view?.ended !== undefined && view.attempt === memory.closed;
        const before = stage.state();
        // An offer beside a running attempt stands as long as that one runs.
        const isKept = !view || (before.offer?.running !== undefined && before.view?.attempt === view.attempt);
        const offer = isKept ? before.offer : null;
        return stage.set({ view: closed ? null : view, received: Date.now(), offer, starting: false, error: null });
      }
      case 'offer':
        return stage.set({ offer: message.offer, starting: false, ...(message.offer && putAway(stage.state().view)) });
      case 'ack':
        return recorder.stored(message.ids);
      case 'replay':
        return recorder.replay(message.from);
      case 'navigate':
        return visit(message.path);
      case 'error':
        return stage.set({ error: message.text, starting: false });
    }
  };
  const hello = () => {
    send({ type: 'hello', url: location.href, ...(wish && { coach: wish }), ...(world && { world }) });
  };
  const link = connect(
    {
      open() {
        hello();
        recorder.connected();
      },
      message: hear,
      gone() {
        if (work.signal.aborted) return;
        work.abort();
        const { view, offer } = stage.state();
        if (view || offer) stage.set({ ...EMPTY, updated: true });
        else life.abort();
      },
    },
    work.signal,
  );
  const recorder = record(
    link,
    {
      ours,
      located: (element) => (element === stage.tracker.element() ? stage.tracker.located() : undefined),
      did: (selection) => stage.did(selection),
      held: (held) => stage.set({ held }),
      ready(id) {
        world = id;
        hello();
      },
      unstored: () => !work.signal.aborted && stage.set({ error: TEXT.lost }),
    },
    work.signal,
  );
  const see = openDoor(
    {
      card: stage.overlay.card,
      shelf: link.shelf,
      element: stage.tracker.element,
      reveal: stage.tracker.reveal,
      ours,
      played: recorder.played,
      announce: stage.overlay.announce,
      go: visit,
      start(mode) {
        const { lesson } = stage.state().view ?? {};
        if (lesson) send({ type: 'start', ...lesson, mode });
      },
      finish: () => send({ type: 'finish' }),
      close,
    },
    () => send({ type: 'demo' }),
  );
  addEventListener(
    'hashchange',
    () => {
      wish = readWish(location.hash);
      if (wish) hello();
    },
    { signal: work.signal },
  );
  remember(link.shelf).then(
    (stored) => {
      memory = stored;
      stage.recall(stored);
    },
    () => undefined,
  );
}

/** What is over makes room for what is offered now. */
function putAway(view: CoachView | null): Partial<CardState> {
  return view?.ended ? { view: null } : {};
}

/** Opens a path of this site; never another site, whoever asks. */
function visit(path: string): void {
  const url = new URL(path, location.href);
  if (url.origin === location.origin) location.assign(url);
}
