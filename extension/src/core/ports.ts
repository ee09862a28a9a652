/**
 * What the content script, the background and the panel say to each other. Everything is plain
 * JSON; whoever receives from the page's side validates first (`adapters/messages.ts`).
 */
import type { Action, Mode, OutboxEntry, Student, Target } from 'fixtures';

/** A target as the page's side gets it: templates resolved. */
export interface StepView {
  id: string;
  /** 1-based place of the step and how many there are. */
  n: number;
  total: number;
  title: string;
  /** `**…**` marks the control's name. */
  instruction: string;
  why: string;
  /** The control of this step first, then those that lead back to it: the first that is ready gets the ring. */
  targets: Target[];
  /**
   * Guided, where the next step follows without a judgement of text: its targets. The ring goes there in the frame of
   * the action; the background's word follows.
   */
  next?: Target[];
  /** Demo only: what is done at the first of the targets, and with which input. */
  play?: { action: Action['action']; input?: string };
  /** Path in the site where the control is, for "带我去". */
  page?: string;
}

export type VerdictKind =
  | 'correct'
  | 'correct-later'
  | 'slip'
  | 'wrong-target'
  | 'wrong-input'
  | 'harmful'
  | 'off-task'
  | 'undo';

/** The one verdict of an action, with its evidence. */
export interface Verdict {
  kind: VerdictKind;
  /** Id of the action's event. */
  event: string;
  /** Step it was about, when it was about one. */
  step?: string;
  /** One sentence in Chinese. */
  text: string;
  /** Findings or clause behind it. */
  reasons: { clause: string; text: string }[];
}

export interface HintView {
  level: 1 | 2 | 3 | 4;
  text: string;
}

/** What the page's side may know and draw. In an exam: the task and the clock, nothing else. */
export interface CoachView {
  attempt: string;
  mode: Mode;
  title: string;
  task: { text: string; items: { text: string; done?: boolean }[] };
  /** Active ms so far and the limit, as of `asOf` (ms since the epoch, for a running display). */
  clock: { elapsed: number; limit?: number; asOf: number };
  /** Not in an exam. */
  progress?: { done: number; total: number };
  /** Demo: what it is a demo of, to begin it anew in another mode. */
  lesson?: { pack: string; lesson: string };
  /** Guided and demo: the next step. Practice: only while a hint of level 3 or 4 is open for it (then the ring shows). */
  step?: StepView;
  /** Practice and guided: the hints opened for the step at hand, and when the next may be asked for. */
  hints?: {
    step: string;
    shown: HintView[];
    next?: { level: 1 | 2 | 3 | 4; inMs: number };
  };
  /** Not in an exam. */
  verdict?: Verdict;
  /** Guided only: clicks on these are held back. */
  guards: {
    target: Target;
    unless: Record<string, string>[];
    message: string;
  }[];
  /** Test ids of fields whose text may be logged. */
  fields: string[];
  /** Keys (`KeyboardEvent.key`) that a step asks for; no other `press` is logged. */
  keys?: string[];
  /** Said to the student at once: full disk, another world, conflict … */
  notice?: string;
  ended?: {
    reason: 'completed' | 'submitted' | 'timeout' | 'abandoned';
    score?: number;
    max?: number;
    report: string;
    code: string;
  };
}

/** A lesson offered by a deep link, by the panel, or as the first one. */
export interface Offer {
  pack: string;
  lesson: string;
  title: string;
  goal: string;
  minutes: number;
  mode: Mode;
  /** Title of the attempt that is running and would be given up. */
  running?: string;
}

export type FromContent =
  /** First word on a new port, and again when the shop is ready. `coach` is the fragment's wish, `world` the shop's. */
  | {
      type: 'hello';
      url: string;
      world?: string;
      coach?: { pack: string; lesson: string; mode: Mode };
    }
  /** Pointer is down: be awake. */
  | { type: 'wake' }
  | { type: 'events'; entries: OutboxEntry[] }
  /** The student takes the offer of the deep link; `replace`, knowing that the running attempt is given up. */
  | { type: 'start'; pack: string; lesson: string; mode: Mode; replace?: boolean }
  | { type: 'hint' }
  /** Put the player of demos on this page. */
  | { type: 'demo' }
  | { type: 'finish' }
  | { type: 'panel' }
  /** Open the report of the attempt in a tab: a page may not link to an extension's page itself. */
  | { type: 'report' };

export type ToContent =
  | { type: 'view'; view: CoachView | null }
  | { type: 'offer'; offer: Offer | null }
  /** These entries are in the log, on disk: the outbox may forget them. */
  | { type: 'ack'; ids: string[] }
  /** Ask the page to publish its records from this number on. */
  | { type: 'replay'; from: number }
  /** Go to this path of the site (starts the lesson's world). */
  | { type: 'navigate'; path: string }
  /** Something went wrong; one sentence in Chinese. Nothing was lost. */
  | { type: 'error'; text: string };

/** Extension pages to background, by `runtime.sendMessage`; each is answered with `Reply`. */
export type FromPanel =
  | {
      type: 'panel:start';
      pack: string;
      lesson: string;
      mode: Mode;
      /** Tab of the shop to use; without it the last shop seen, else a new tab. */
      tab?: number;
      /** The student has agreed to give up the attempt that is running. */
      replace?: boolean;
      /** Nonce of the open ticket: the lesson is begun as its exam says. */
      ticket?: string;
    }
  /** Open a ticket: text of the teacher's file. */
  | { type: 'panel:ticket'; text: string }
  | { type: 'panel:hint' }
  | { type: 'panel:finish'; reason: 'submitted' | 'abandoned' }
  | { type: 'panel:student'; student: Student }
  | { type: 'panel:export'; attempt: string }
  /** Bring the attempt's shop page to the front, or open one. */
  | { type: 'panel:shop' }
  | { type: 'panel:view' };

/** `confirm`: ask the student whether to give up the running attempt, then send again with `replace`. */
export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; text: string; confirm?: true };

/** A tab with a practice shop in which the coach is awake. */
export interface ShopTab {
  tab: number;
  origin: string;
}

/** Pushed to extension pages that hold a port `panel`. */
export type ToPanel = { type: 'view'; view: CoachView | null } | { type: 'shops'; shops: ShopTab[] };
