import { type Dock, dockAt } from './place.ts';

/** A hand that moves less than this has clicked, CSS px. */
const CLICK = 4;

export interface Dragging {
  /** The student wants it there; `done` when the hand has let go. */
  docked(dock: Dock, done: boolean): void;
  /** Where it is now. */
  dock(): NonNullable<Dock>;
}

/**
 * Lets the student put the card somewhere: drag it by anything marked `data-drag`, or press an arrow key
 * on a marked button to send it to that side. Home, or a double click on the head, gives it back to us.
 */
export function onDrag(card: HTMLElement, { docked, dock }: Dragging, signal: AbortSignal): void {
  let released = false;

  card.addEventListener(
    'pointerdown',
    (down) => {
      released = false;
      if (!isGrip(down)) return;
      const box = card.getBoundingClientRect();
      const hand = new AbortController();
      const held = { signal: hand.signal, capture: true };
      let moving = false;
      const follow = (event: PointerEvent, done: boolean) => {
        moving ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= CLICK;
        if (!moving) return;
        const at = [box.x + event.clientX - down.clientX, box.y + event.clientY - down.clientY] as const;
        docked(dockAt(...at, box, { width: innerWidth, height: innerHeight }), done);
      };
      const letGo = (event: PointerEvent) => {
        hand.abort();
        follow(event, true);
        released = moving;
        setTimeout(() => {
          released = false;
        });
      };
      // A quick hand leaves the card between two events, so the whole window is listened to while it holds.
      addEventListener('pointermove', (event) => follow(event, false), held);
      addEventListener('pointerup', letGo, held);
      addEventListener('pointercancel', letGo, held);
      signal.addEventListener('abort', () => hand.abort(), held);
    },
    { signal },
  );
  // The release of a drag must not press the button it began on.
  card.addEventListener('click', (event) => released && event.stopPropagation(), { capture: true, signal });
  card.addEventListener('dblclick', (event) => isHandle(event) && docked(null, true), { signal });
  card.addEventListener(
    'keydown',
    (event) => {
      if (!isHandle(event) || event.isComposing) return;
      const moved = keyed(event.key, dock());
      if (moved === undefined) return;
      event.preventDefault();
      docked(moved, true);
    },
    { signal },
  );
}

function keyed(key: string, { fx, fy }: NonNullable<Dock>): Dock | undefined {
  const side = (share: number) => (share < 0.5 ? 0 : 1);
  switch (key) {
    case 'ArrowLeft':
      return { fx: 0, fy: side(fy) };
    case 'ArrowRight':
      return { fx: 1, fy: side(fy) };
    case 'ArrowUp':
      return { fx: side(fx), fy: 0 };
    case 'ArrowDown':
      return { fx: side(fx), fy: 1 };
    case 'Home':
      return null;
    default:
      return undefined;
  }
}

function isHandle(event: Event): boolean {
  return (event.composedPath()[0] as HTMLElement).dataset?.drag !== undefined;
}

/** On something to drag by; a plain button on it is to be pressed. */
function isGrip(event: PointerEvent): boolean {
  const path = event.composedPath() as HTMLElement[];
  const grip = path.findIndex((element) => element.dataset?.drag !== undefined);
  const button = path.findIndex((element) => element.localName === 'button');
  return grip >= 0 && event.button === 0 && (button < 0 || grip <= button);
}
