import type { Speed } from '../../core/play/gestures.ts';
import type { Shelf } from '../page/outbox.ts';

/** What a demo has to know when the page is another one. */
export interface DemoMemory {
  /** Attempt that was shown last: a new one begins by itself, a known one waits. */
  attempt: string;
  speed: Speed;
  /** Something of it has been shown, or the student has stopped it. */
  begun: boolean;
  /** The demo itself is about to leave the page, and goes on like this on the next one. */
  going: 'playing' | 'stepping' | null;
  /** Step for whose sake it has gone to another page: once is enough. */
  went: string;
}

const KEY = 'demo';
const SPEEDS: readonly unknown[] = ['slow', 'normal', 'fast'] satisfies Speed[];

/** Reads what is remembered; anything odd counts as nothing. */
export async function recall(shelf: Shelf): Promise<DemoMemory> {
  const { [KEY]: stored } = await shelf.get(KEY);
  const { attempt, speed, begun, going, went } = (stored ?? {}) as Partial<Record<keyof DemoMemory, unknown>>;
  return {
    attempt: typeof attempt === 'string' ? attempt : '',
    speed: SPEEDS.includes(speed) ? (speed as Speed) : 'normal',
    begun: begun === true,
    going: going === 'playing' || going === 'stepping' ? going : null,
    went: typeof went === 'string' ? went : '',
  };
}

export function keep(shelf: Shelf, memory: DemoMemory): Promise<void> {
  return shelf.set({ [KEY]: memory });
}
