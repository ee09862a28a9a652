import { chain, frameDocument } from './composed-tree.ts';
import { isChoice, isTag } from './selection.ts';

/** A rectangle in CSS px of the top page's viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What stands for a control on the screen: a radio or checkbox inside its label is the label, because
 * that is what people read and click (and pages often hide the control itself).
 */
export function face(element: Element): Element {
  return isChoice(element) ? (element.closest('label') ?? hiddenBehindLabel(element)) : element;
}

function hiddenBehindLabel(control: HTMLInputElement): Element {
  const { width, height } = control.getBoundingClientRect();
  return width > 2 && height > 2 ? control : (control.labels?.[0] ?? control);
}

/** Where the element's face is in the top page's viewport, frames included. */
export function boxOf(element: Element): Box {
  const at = face(element);
  let { x, y, width, height } = at.getBoundingClientRect();
  for (let frame = frameOf(at); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    const scale = outer.width / (frame.offsetWidth || 1);
    x = outer.x + (frame.clientLeft + x) * scale;
    y = outer.y + (frame.clientTop + y) * scale;
    width *= scale;
    height *= scale;
  }
  return { x, y, width, height };
}

/** Takes up space and is not made invisible; it may be scrolled away or lie under something. */
export function isShown(element: Element): boolean {
  const at = face(element);
  if (!at.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = at.getBoundingClientRect();
  const frame = frameOf(at);
  return width > 0 && height > 0 && (!frame || isShown(frame));
}

/** Is any of it inside the viewport? */
export function isInView({ x, y, width, height }: Box): boolean {
  return x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight;
}

/**
 * `clear`: a click at its middle or near a corner reaches it. `covered`: it is in view, yet none would.
 * `away`: scrolled out of the window or of a box around it. Our own card covers nothing: it gives way.
 */
export type Reach = 'clear' | 'covered' | 'away';

const PROBES = [
  [0.5, 0.5],
  [0.1, 0.2],
  [0.9, 0.2],
  [0.1, 0.8],
  [0.9, 0.8],
] as const;

export function reachOf(element: Element): Reach {
  const at = face(element);
  const { x, y, width, height } = at.getBoundingClientRect();
  const view = at.ownerDocument.defaultView;
  const inside = PROBES.map(([fx, fy]) => [x + width * fx, y + height * fy] as const).filter(
    ([px, py]) => view && px >= 0 && py >= 0 && px < view.innerWidth && py < view.innerHeight,
  );
  if (inside.length === 0) return 'away';
  if (inside.some(([px, py]) => hits(at, px, py))) return 'clear';
  return isClipped(at, x + width / 2, y + height / 2) ? 'away' : 'covered';
}

function isClipped(element: Element, x: number, y: number): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const box = at.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
  }
  return false;
}

function hits(element: Element, x: number, y: number): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y) ?? element.ownerDocument.elementFromPoint(x, y);
  if (!hit) return false;
  if (hit.localName === 'seller-coach') return true;
  for (const around of chain(hit)) if (around === element) return true;
  // A transparent layer of the control's own label passes the click on.
  const label = hit.closest('label');
  return label !== null && isTag(label, 'label') && label.control === element;
}

function frameOf(element: Element): HTMLElement | null {
  const frame = element.ownerDocument.defaultView?.frameElement ?? null;
  return frame && frameDocument(frame) ? (frame as HTMLElement) : null;
}
