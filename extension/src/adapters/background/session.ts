import type { EventBody, OutboxEntry } from 'fixtures';
import type { Attempt } from '../../core/assess/attempt.ts';
import { elapsedAt } from '../../core/assess/attempt.ts';
import { viewOf } from '../../core/assess/view.ts';
import type { CoachView } from '../../core/ports.ts';
import { lastEnded, runningAttempt } from '../store/attempts.ts';
import type { CoachDb } from '../store/db.ts';
import { HeadMovedError } from '../store/log.ts';
import { type Incoming, Journal } from './journal.ts';
import { readEntries } from './messages.ts';
import { relevance } from './relevance.ts';
import { settle, settleAll } from './settle.ts';
import { type ContentLink, isShop, type PanelLink, type Shell } from './shell.ts';
import { storageTrouble, text } from './text.ts';

/** How long after its end an attempt's result is still shown on the page, ms. */
const AFTERGLOW = 10 * 60_000;
/** How soon an append that failed is tried again, ms. */
const RETRY = 3_000;
/** The same missing records are not asked for more often than this, ms. */
const REPLAY_PAUSE = 500;
/** How often an append is linked anew when another worker has appended in between. */
const ROUNDS = 5;

/**
 * The one attempt at hand: its log, who watches it, and what is wrong with the disk. All events of the
 * attempt go through `record`, in the order of their arrival; there is no other way into the log.
 */
export class Session {
  readonly db: CoachDb;
  readonly shell: Shell;
  readonly links = new Set<ContentLink>();
  readonly panels = new Set<PanelLink>();
  /** Said to the student as long as events are not on disk. */
  trouble: string | null = null;
  #journal: Promise<Journal | null> | null = null;
  /** Which page was last sent to which attempt's world, and how often its tab was. */
  #sent: { attempt: string; link: ContentLink | null; times: number } = { attempt: '', link: null, times: 0 };
  #asked = { from: 0, mono: Number.NEGATIVE_INFINITY };

  constructor(db: CoachDb, shell: Shell) {
    this.db = db;
    this.shell = shell;
  }

  /** The log of the attempt that runs, or that ended a moment ago. */
  journal(): Promise<Journal | null> {
    this.#journal ??= this.#open().catch((error: unknown) => {
      this.#journal = null;
      throw error;
    });
    return this.#journal;
  }

  /** Forgets the attempt in memory: the next call reads it from disk. */
  reopen(): void {
    this.#journal = null;
  }

  async #open(): Promise<Journal | null> {
    await settleAll(this.db);
    const running = await runningAttempt(this.db);
    if (running) return Journal.open(this.db, running);
    const last = await lastEnded(this.db);
    const isFresh = last && last.outcome?.reason !== 'abandoned' && this.shell.now().wall - last.endedAt < AFTERGLOW;
    return isFresh ? Journal.open(this.db, last) : null;
  }

  /** The attempt that runs, or null. */
  async running(): Promise<Journal | null> {
    const journal = await this.journal();
    return journal && !journal.attempt.ended ? journal : null;
  }

  /**
   * Judges events, tells everybody at once, and resolves when they are on disk. Without a running
   * attempt they are nobody's and are dropped.
   * @throws what the database threw; then nothing of this may be acknowledged
   */
  async record(incoming: readonly Incoming[]): Promise<void> {
    for (let round = 1; ; round++) {
      const journal = await this.running();
      if (!journal) return;
      this.#take(journal, incoming);
      this.show(journal);
      try {
        await journal.save();
        if (this.trouble !== null) this.#recovered(journal);
        if (journal.attempt.ended) await this.#finished(journal);
        return;
      } catch (error) {
        this.reopen();
        if (error instanceof HeadMovedError && round < ROUNDS) continue;
        await this.#failed(error);
        throw error;
      }
    }
  }

  /** An event that the background itself makes. */
  own(body: EventBody): Incoming {
    return { id: this.shell.uuid(), wall: this.shell.now().wall, tab: 0, body };
  }

  /**
   * Takes entries of the page's side, and returns the ids that may be forgotten there: stored, or not
   * for this attempt.
   * @throws what the database threw
   */
  async accept(list: readonly unknown[], link: ContentLink | null): Promise<string[]> {
    const { entries, bad } = readEntries(list);
    const journal = await this.running();
    const ids = [...entries.map((entry) => entry.id), ...bad];
    if (!journal || (link && link.origin !== journal.row.origin)) return ids;
    const { mine, strangers } = this.#sort(journal, entries, link?.tab ?? 0);
    if (strangers && !journal.attempt.flags.includes('other-world')) {
      mine.push(this.own({ kind: 'notice', data: { code: 'other-world', text: text.otherWorld } }));
    }
    if (bad.length > 0 && !journal.attempt.flags.includes('bad-entry')) {
      mine.push(this.own({ kind: 'notice', data: { code: 'bad-entry', text: text.badEntry } }));
    }
    if (mine.length > 0) await this.record(mine);
    return ids;
  }

  #sort(journal: Journal, entries: readonly OutboxEntry[], tab: number): { mine: Incoming[]; strangers: boolean } {
    const mine: Incoming[] = [];
    let strangers = false;
    // Entries of one message may bind the world for those after them, so what is relevant is asked step by step.
    let attempt: Pick<Attempt, 'world' | 'material'> = journal.attempt;
    for (const entry of entries) {
      const found = relevance(attempt, journal.row.startedAt, entry.body);
      if (found === 'other-world') strangers = true;
      if (found !== 'take') continue;
      if (entry.body.kind === 'record' && attempt.world === null)
        attempt = { ...attempt, world: entry.body.data.world };
      mine.push({ id: entry.id, wall: entry.wall, tab, body: entry.body });
    }
    return { mine, strangers };
  }

  #take(journal: Journal, incoming: readonly Incoming[]): void {
    const at = this.shell.now();
    for (const effect of journal.take(incoming, at)) {
      if (effect.type === 'replay') this.#askRecords(journal, effect.from, at.mono);
      else if (!journal.attempt.ended) journal.take([this.own({ kind: 'ended', data: { reason: effect.reason } })], at);
    }
  }

  #askRecords(journal: Journal, from: number, mono: number): void {
    if (this.#asked.from === from && mono - this.#asked.mono < REPLAY_PAUSE) return;
    this.#asked = { from, mono };
    for (const link of this.links) if (link.origin === journal.row.origin) link.post({ type: 'replay', from });
  }

  async #finished(journal: Journal): Promise<void> {
    await settle(this.db, journal.row.id);
    // Two tabs may have ended it together; the page's view is the same either way.
    this.show(journal);
  }

  /** Shows the attempt to every tab of its shop and to every page of ours. */
  show(journal: Journal): void {
    const view = this.view(journal.attempt);
    for (const link of this.links) {
      if (link.origin === journal.row.origin) link.post({ type: 'view', view: inWorldOf(link, journal.attempt, view) });
    }
    this.showPanels(journal);
  }

  /** Shows the attempt to every page of ours. */
  showPanels({ attempt }: Journal): void {
    const view = this.view(attempt);
    this.#schedule(attempt);
    for (const panel of this.panels) panel.post({ type: 'view', view });
  }

  /**
   * Sends a tab to the world of an attempt, and once more where it did not get there. Never a second tab
   * beside it: each would begin the world anew.
   */
  send(link: ContentLink, attempt: string, path: string): void {
    const sent = this.#sent.attempt === attempt ? this.#sent : null;
    // The page that was told is on its way: told again on a slow machine, it would begin the world a second time.
    if (sent && (sent.link?.tab !== link.tab || sent.link === link || sent.times > 1)) return;
    this.#sent = { attempt, link, times: (sent?.times ?? 0) + 1 };
    link.post({ type: 'navigate', path });
  }

  /** Tells our pages which shops are open. */
  showShops(): void {
    const shops = this.shops().map(({ tab, origin }) => ({ tab, origin }));
    for (const panel of this.panels) panel.post({ type: 'shops', shops });
  }

  /** Tabs with a practice shop, the one opened last at the end. */
  shops(): ContentLink[] {
    return [...this.links].filter(isShop);
  }

  /** What the page's side may know of the attempt now. */
  view(attempt: Attempt): CoachView {
    const view = viewOf(attempt, this.shell.now());
    return this.trouble === null ? view : { ...view, notice: this.trouble };
  }

  /** Ends an exam whose time is over, and stores what could not be stored before. */
  async tick(): Promise<void> {
    if (this.trouble !== null && !(await this.recover())) return;
    const journal = await this.running();
    if (!journal) return;
    const { attempt } = journal;
    if (attempt.limit !== null && elapsedAt(attempt, this.shell.now()) >= attempt.limit) {
      await this.record([this.own({ kind: 'ended', data: { reason: 'timeout' } })]);
    } else {
      this.#schedule(attempt);
    }
  }

  #schedule(attempt: Attempt): void {
    if (attempt.limit === null || attempt.ended) return;
    this.shell.tickIn(Math.max(0, attempt.limit - elapsedAt(attempt, this.shell.now())));
  }

  /**
   * Stores the entries that lie in the outbox, in the order in which they happened, and forgets them.
   * False when it failed again: that is said, and tried again later.
   */
  async recover(): Promise<boolean> {
    const waiting = await this.shell.outbox();
    const inOrder = waiting.toSorted((a, b) => wallOf(a.entry) - wallOf(b.entry));
    try {
      const ids = new Set(
        await this.accept(
          inOrder.map(({ entry }) => entry),
          null,
        ),
      );
      await this.shell.forget(waiting.map(({ key }) => key));
      for (const link of this.links) link.post({ type: 'ack', ids: [...ids] });
      const journal = await this.running();
      if (journal && this.trouble !== null) this.#recovered(journal);
      return true;
    } catch {
      // Said and scheduled where it failed.
      return false;
    }
  }

  async #failed(error: unknown): Promise<void> {
    this.trouble = storageTrouble(error);
    this.shell.tickIn(RETRY);
    for (const link of this.links) link.post({ type: 'error', text: this.trouble });
    const journal = await this.journal().catch(() => null);
    if (journal) this.show(journal);
  }

  #recovered(journal: Journal): void {
    this.trouble = null;
    this.show(journal);
  }
}

/** Whether the shop of this tab went on in another world than the attempt's: there is only one, so the attempt's is gone. */
export function isElsewhere(link: ContentLink, { world }: Pick<Attempt, 'world'>): boolean {
  return world !== null && link.worldId !== undefined && link.worldId !== world;
}

/** The view for one tab: where the attempt's world is gone, that is said as long as it is so. */
export function inWorldOf(link: ContentLink, attempt: Attempt, view: CoachView): CoachView {
  return isElsewhere(link, attempt) && !attempt.ended ? { ...view, notice: text.otherWorld } : view;
}

/** When an entry says it happened; what says nothing comes last and is thrown out later. */
function wallOf(entry: unknown): number {
  const wall = (entry as { wall?: unknown } | null)?.wall;
  return typeof wall === 'number' ? wall : Number.POSITIVE_INFINITY;
}
