import { chain } from '../page/composed-tree.ts';
import { face } from '../page/visible.ts';

/**
 * A mouse that only exists in events: they come in the order and with the coordinates of a real one. None of them is
 * trusted, so nothing that watches the student takes them for his.
 */
export interface Mouse {
  /** Comes to rest on the middle of a control. */
  over(control: Element): void;
  /** Presses the main button where it is, and moves the focus as a browser would. */
  down(): void;
  /** Lets go, and clicks. */
  up(): void;
}

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
type Kind = `${'pointer' | 'mouse'}${'over' | 'out' | 'enter' | 'leave' | 'move' | 'down' | 'up'}` | 'click';

export function createMouse(): Mouse {
  let at: Element | null = null;
  let x = 0;
  let y = 0;

  const send = (kind: Kind, to: Element, { buttons = 0, related = null as Element | null } = {}): boolean => {
    const isEdge = kind.endsWith('enter') || kind.endsWith('leave');
    const isPress = /down$|up$|click/.test(kind);
    const facts: PointerEventInit = {
      bubbles: !isEdge,
      cancelable: !isEdge,
      composed: true,
      view: to.ownerDocument.defaultView,
      clientX: x,
      clientY: y,
      screenX: x + screenX,
      screenY: y + screenY,
      button: isPress || kind.startsWith('mouse') ? 0 : -1,
      buttons,
      relatedTarget: related,
      detail: isPress && !kind.startsWith('pointer') ? 1 : 0,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
    };
    return to.dispatchEvent(kind.startsWith('mouse') ? new MouseEvent(kind, facts) : new PointerEvent(kind, facts));
  };
  const cross = (from: Element | null, to: Element) => {
    const left = from?.isConnected ? [...chain(from)] : [];
    const entered = [...chain(to)];
    for (const device of ['pointer', 'mouse'] as const) {
      const [old] = left;
      if (old) send(`${device}out`, old, { related: to });
      for (const one of left) if (!entered.includes(one)) send(`${device}leave`, one, { related: to });
      send(`${device}over`, to, { related: from });
      for (const one of entered.toReversed()) if (!left.includes(one)) send(`${device}enter`, one, { related: from });
    }
  };

  return {
    over(control) {
      const seen = face(control);
      const box = seen.getBoundingClientRect();
      x = box.x + box.width / 2;
      y = box.y + box.height / 2;
      const next = innermost(seen, x, y);
      if (next !== at) cross(at, next);
      at = next;
      send('pointermove', at);
      send('mousemove', at);
    },
    down() {
      if (!at) return;
      // A page that cancels the pointer's event gets none of the mouse's.
      if (!send('pointerdown', at, { buttons: 1 }) || !send('mousedown', at, { buttons: 1 })) return;
      focusAt(at);
    },
    up() {
      if (!at) return;
      send('pointerup', at);
      send('mouseup', at);
      send('click', at);
    },
  };
}

/** What lies uppermost there of the control: an icon in a button, say. Our own card, should it lie there, does not count. */
function innermost(control: Element, x: number, y: number): Element {
  const root = control.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  return hit && control.contains(hit) ? hit : control;
}

function focusAt(element: Element): void {
  for (const around of chain(element)) {
    if (!around.matches(FOCUSABLE) || around.matches(':disabled')) continue;
    (around as HTMLElement).focus({ preventScroll: true });
    return;
  }
  const active = element.ownerDocument.activeElement;
  if (active instanceof HTMLElement && active.localName !== 'seller-coach') active.blur();
}
