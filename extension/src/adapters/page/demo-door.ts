import type { Action } from 'fixtures';
import type { CoachView } from '../../core/ports.ts';
import type { Link } from './link.ts';
import type { TargetState } from './track.ts';

/** What of the page's coach the player of demos sees. */
export interface Scene {
  /** The running or ended demo; null while there is none, or while something else has to be decided first. */
  view: CoachView | null;
  /** How it stands with the control of the step. */
  target: TargetState | null;
  /** Its part of the card. */
  slot: HTMLElement | null;
}

/** What of the page's coach the player may use. */
export interface DemoStage {
  /** What is drawn over the page goes beside the card. */
  card: HTMLElement;
  shelf: Link['shelf'];
  /** The control of the step, or the one that leads to it. */
  element(): Element | null;
  /** Scrolls to it. */
  reveal(): void;
  /** Is the event in our own overlay? */
  ours(event: Event): boolean;
  /** Puts what was done into the log, as done by the coach. */
  played(action: Action): void;
  announce(text: string): void;
  go(path: string): void;
  start(mode: 'demo' | 'guided'): void;
  finish(): void;
  close(): void;
}

export type Perform = (stage: DemoStage) => (scene: Scene) => void;

declare global {
  interface Window {
    /** Where the player, a script of its own, finds the page's coach: in the extension's world, which no page sees. */
    sellerCoachDemo?: (perform: Perform) => void;
  }
}

/** Tells the player what there is to see, and has it loaded (`load`, once) when the first demo is there. */
export function openDoor(stage: DemoStage, load: () => void): (scene: Scene) => void {
  let last: Scene | null = null;
  let see: ((scene: Scene) => void) | null = null;
  window.sellerCoachDemo = (perform) => {
    see ??= perform(stage);
    if (last) see(last);
  };
  return (scene) => {
    if (scene.view && !last) {
      last = scene;
      load();
    }
    last &&= scene;
    if (last) see?.(last);
  };
}
