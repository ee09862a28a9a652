import type { CoachView, Offer } from '../../core/ports.ts';

/** Why the ring is not on the control. */
export type Trouble = 'missing' | 'hidden' | 'ambiguous' | 'covered' | 'away' | 'leading';

/** All that the card shows. */
export interface CardState {
  view: CoachView | null;
  /** When `view` came, ms since the epoch: the reading gate counts from there. */
  received: number;
  offer: Offer | null;
  /** The offer was taken; the lesson's world is on its way. */
  starting: boolean;
  trouble: Trouble | null;
  collapsed: boolean;
  /** Why the last click was held back. */
  held: string | null;
  /** Something went wrong; one sentence. */
  error: string | null;
  /** The extension was updated under the page. */
  updated: boolean;
}

/** Nothing to show. */
export const EMPTY: CardState = {
  view: null,
  received: 0,
  offer: null,
  starting: false,
  trouble: null,
  collapsed: false,
  held: null,
  error: null,
  updated: false,
};

/** What the student can do with it. */
export interface CardActions {
  start(offer: Offer): void;
  hint(): void;
  finish(): void;
  report(): void;
  panel(): void;
  go(path: string): void;
  reveal(): void;
  collapse(on: boolean): void;
  understand(): void;
  reload(): void;
  /** Puts away an offer, an ended lesson or an error. */
  close(): void;
  /** Where the player of a demo draws its part of the card; null when there is no room for it any more. */
  slot(element: HTMLElement | null): void;
}

export interface CardProps {
  state: CardState;
  on: CardActions;
}
