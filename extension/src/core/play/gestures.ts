import type { Action } from 'fixtures';

/** How fast a demo goes. `fast` is for looking back over a lesson that is known. */
export type Speed = 'slow' | 'normal' | 'fast';

/** What kind of control a step is done at. `dated`: a field whose value is picked whole, such as a date. */
export type Control = 'text' | 'dated' | 'list' | 'radio' | 'checkbox' | 'other';

/** What has to be done, and to what. */
export interface Deed {
  action: Action['action'];
  /** Text to write, value to choose, key to press. */
  input?: string | undefined;
  control: Control;
  /** Does a text field hold any text now? */
  filled: boolean;
  /** Is the radio or checkbox on now? */
  checked: boolean;
}

/** One movement of a hand. `tell` is the moment at which the deed is done, just before the page hears of it. */
export type Gesture =
  | { do: 'point' | 'down' | 'up' | 'focus' | 'erase' | 'leave' | 'tell' }
  | { do: 'type'; letter: string }
  | { do: 'pick'; value: string }
  | { do: 'key'; key: string };

/**
 * The movements of a person who does this, in order, `tell` exactly once among them; null where nobody could (a text
 * nobody says, a list without a value, text into a button). `open` is no movement: the place is an address.
 */
export function gesturesOf(deed: Deed): Gesture[] | null {
  const { action, input, control } = deed;
  switch (action) {
    case 'click':
      return [{ do: 'point' }, { do: 'down' }, { do: 'tell' }, { do: 'up' }];
    case 'fill':
      return input === undefined ? null : fill(deed, input);
    case 'choose':
      return choose(deed);
    case 'press':
    case 'submit': {
      const key = action === 'submit' ? 'Enter' : input;
      if (key === undefined) return null;
      const enter: Gesture[] = control === 'text' ? [{ do: 'down' }, { do: 'up' }] : [{ do: 'focus' }];
      return [{ do: 'point' }, ...enter, { do: 'tell' }, { do: 'key', key }];
    }
    case 'open':
      return null;
  }
}

function fill({ control, filled }: Deed, text: string): Gesture[] | null {
  const enter: Gesture[] = [{ do: 'point' }, { do: 'down' }, { do: 'up' }];
  if (control === 'dated') return [...enter, { do: 'pick', value: text }, { do: 'tell' }, { do: 'leave' }];
  if (control !== 'text') return null;
  const letters = lettersOf(text).map((letter): Gesture => ({ do: 'type', letter }));
  return [...enter, ...(filled ? [{ do: 'erase' } as const] : []), ...letters, { do: 'tell' }, { do: 'leave' }];
}

function choose({ input, control, checked }: Deed): Gesture[] | null {
  if (control === 'list')
    return input === undefined
      ? null
      : [{ do: 'point' }, { do: 'down' }, { do: 'up' }, { do: 'tell' }, { do: 'pick', value: input }];
  // A box that is as it should be stays so.
  if (control === 'checkbox' && checked === (input !== '')) return [{ do: 'point' }, { do: 'tell' }];
  if (control !== 'checkbox' && control !== 'radio') return null;
  return [{ do: 'point' }, { do: 'down' }, { do: 'tell' }, { do: 'up' }];
}

/** What a person sees as one letter each. */
function lettersOf(text: string): string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

/** Pause after each movement at normal speed, ms: long enough to be followed with the eyes. */
const PAUSES: Record<Gesture['do'], number> = {
  point: 650,
  down: 140,
  up: 260,
  focus: 200,
  erase: 250,
  type: 75,
  pick: 350,
  key: 250,
  leave: 250,
  tell: 0,
};
const TIMES: Record<Speed, number> = { slow: 2, normal: 1, fast: 0.12 };

/** How long a movement takes at a speed, ms. */
export function pauseAfter(gesture: Gesture['do'], speed: Speed): number {
  return Math.round(PAUSES[gesture] * TIMES[speed]);
}

/** How long a text stays before the demo does what it says, ms: 1.2 to 7 s at normal speed, by its length. */
export function readingPause(text: string, speed: Speed): number {
  return Math.round(Math.min(7000, Math.max(1200, 600 + text.length * 45)) * (speed === 'fast' ? 0.05 : TIMES[speed]));
}
