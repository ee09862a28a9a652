import type { Action, OutboxEntry, Selection } from 'fixtures';
import { inRow, matches, plain } from '../../core/lesson/match.ts';
import type { CoachView } from '../../core/ports.ts';
import type { Link } from './link.ts';
import { observe } from './observe.ts';
import { openOutbox } from './outbox.ts';
import { onAddress } from './pages.ts';
import { replayer } from './replay.ts';
import { onShopRecords, recordId } from './shop-records.ts';
import { uuid } from './uuid.ts';

export interface Recording {
  /** Is the event in our own overlay? */
  ours(event: Event): boolean;
  /** How the control was located, when it is the one the lesson asks for now. */
  located(element: Element): Action['located'];
  /** The student did something; it is on its way to the log. */
  did(selection: Selection): void;
  /** A click was held back, with the reason to show. */
  held(message: string): void;
  /** The page's shop is ready, in this world. */
  ready(world: string): void;
  /** An event could not be written to disk. */
  unstored(): void;
}

export interface Recorder {
  /** What the background last said: null, no lesson runs here and nothing is recorded. */
  view(view: CoachView | null): void;
  /** These are in the log. */
  stored(ids: readonly string[]): void;
  /** A line to the background is open: send what it has not acknowledged. */
  connected(): void;
  /** The log misses the shop's records from this number on. */
  replay(from: number): void;
  notice(code: string, text: string): void;
  /** The coach itself did something, as its demo. Nothing is logged while no demo runs. */
  played(action: Action): void;
}

/** Turns all that happens on the page into entries of the log, and sees that none is lost. */
export function record(link: Link, on: Recording, signal: AbortSignal): Recorder {
  /** Undefined until the background has spoken: then everything is kept, for it may belong to a lesson. */
  let view: CoachView | null | undefined;
  let last = 0;
  const outbox = openOutbox(link.shelf, (entries) => link.send({ type: 'events', entries }), on.unstored);
  const replays = replayer(signal);
  const listening = () => view === undefined || (view !== null && !view.ended);

  const log = (body: OutboxEntry['body'], id: string = uuid()) => {
    if (!listening()) return;
    const now = Date.now();
    // Entries of the same millisecond keep their order; a clock that was set back is believed.
    last = now <= last && last - now < 1000 ? last + 1 : now;
    outbox.put({ id, wall: last, body });
  };

  observe(
    {
      action(action, element) {
        const located = view?.step ? on.located(element) : undefined;
        log({ kind: 'action', data: located ? { ...action, located } : action });
        if (!action.held) on.did(action.selection);
      },
      hold: (action) => (view?.mode === 'guided' && !view.ended ? guarded(view.guards, action) : null),
      held: on.held,
      wake: () => listening() && link.send({ type: 'wake' }),
      fields: () => view?.fields ?? [],
      keys: () => view?.keys ?? [],
      ours: on.ours,
    },
    signal,
  );
  onAddress((address) => log({ kind: 'action', data: opened(address) }), signal);
  onShopRecords(
    {
      record(data) {
        replays.came(data.seq);
        log({ kind: 'record', data }, recordId(data));
      },
      refusal: (data) => log({ kind: 'refused', data }),
      ready: on.ready,
      flood: () =>
        log({ kind: 'notice', data: { code: 'record-flood', text: '页面发布的记录太多太快，多出的没有收' } }),
    },
    signal,
  );

  return {
    view(next) {
      view = next;
    },
    stored: outbox.forget,
    connected: () => void outbox.resend().catch(on.unstored),
    replay: replays.from,
    played: (action) => view?.mode === 'demo' && log({ kind: 'action', data: { ...action, played: true } }),
    notice: (code, text) => log({ kind: 'notice', data: { code, text } }),
  };
}

/** The message of the guard that names this action, unless it is in a row where it is right. */
function guarded(guards: CoachView['guards'], { selection }: Action): string | null {
  const guard = guards.find(
    ({ target, unless }) => matches(target, selection) && !unless.some((row) => inRow(row, selection.row)),
  );
  return guard?.message ?? null;
}

function opened(address: string): Action {
  const selection = { within: [], role: 'document', name: plain(document.title), row: {}, tag: 'html' };
  return { action: 'open', selection, input: address.slice(0, 5000) };
}
