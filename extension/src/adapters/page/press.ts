import type { Selection } from 'fixtures';
import { actionable, isChoice, selectionOf } from './selection.ts';

/** Furthest that a hand may slip between down and up and still mean the same control, in CSS px. */
const SLIP = 10;

/** What was under the pointer when it went down, read before the page can change it. */
export interface Press {
  element: Element;
  selection: Selection;
  /** A radio that was chosen already gives no `change` event when it is chosen again. */
  checked: boolean;
  x: number;
  y: number;
}

export function pressOf(event: PointerEvent): Press | null {
  const element = actionable(event.composedPath());
  if (!element) return null;
  const checked = isChoice(element) && element.checked;
  return { element, selection: selectionOf(element), checked, x: event.clientX, y: event.clientY };
}

/**
 * What a click was on. When the page replaced the control between down and up, the click lands on some
 * common ancestor: then what was pressed counts. A press dragged elsewhere is no click on what was pressed.
 */
export function clicked(event: MouseEvent, press: Press | null): { element: Element; selection: Selection } | null {
  const element = actionable(event.composedPath());
  if (press && event.detail > 0 && (element === press.element || isReplaced(press, event))) return press;
  return element && { element, selection: selectionOf(element) };
}

/** Has the page taken away what was pressed, the pointer still being there? */
export function isReplaced({ element, x, y }: Press, up: MouseEvent): boolean {
  return !element.isConnected && Math.hypot(up.clientX - x, up.clientY - y) <= SLIP;
}
