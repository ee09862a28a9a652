import type { CoachView } from '../ports.ts';
import type { Speed } from './gestures.ts';

/** `yours`: the demo cannot go on, the student does the step. */
export type Phase = 'playing' | 'stepping' | 'paused' | 'yours';

/** All that the demo's part of the card shows. */
export interface Shown {
  view: CoachView;
  phase: Phase;
  speed: Speed;
  /** There is nothing to do until the shop has news. */
  isWaiting: boolean;
  /** Why it cannot go on. */
  trouble: string | null;
}
