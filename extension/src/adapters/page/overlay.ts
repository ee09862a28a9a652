import { createHost } from './host.ts';
import css from './overlay.css?inline';
import { type Box, isInView } from './visible.ts';

/** Gap between the control and the dimmed page, CSS px: the ring and its halo lie in it. */
const GAP = 6;

export interface Overlay {
  element: HTMLElement;
  /** Where the card is drawn; moved by transform. */
  card: HTMLElement;
  show(): void;
  hide(): void;
  /** Puts the ring exactly on the box (null: nowhere), and dims the rest if wanted. */
  mark(box: Box | null, dim: boolean): void;
  /** Reads a sentence to people who use a screen reader, when they are idle. */
  announce(text: string): void;
}

/**
 * Ring, four dim panels and the card's place in one popover. Nothing lies over the control: the hole is
 * the room between the panels. Everything moves by transform only, and only when it has to.
 */
export function createOverlay(cardCss: string, tampered: () => void, signal: AbortSignal): Overlay {
  const host = createHost(css + cardCss, tampered, signal);
  const panels = Array.from({ length: 4 }, () => piece('dim'));
  const ring = piece('ring');
  ring.setAttribute('part', 'ring');
  const card = piece('card-place');
  const said = piece('said');
  said.setAttribute('aria-live', 'polite');
  for (const drawn of [...panels, ring]) {
    drawn.hidden = true;
    drawn.setAttribute('aria-hidden', 'true');
  }
  host.root.append(...panels, ring, card, said);
  isolate(host.root, signal);

  return {
    element: host.element,
    card,
    show: host.show,
    hide: host.hide,
    mark(box, dim) {
      if (box) host.unzoom();
      const seen = box !== null && isInView(box);
      hide(ring, !seen);
      for (const panel of panels) hide(panel, !seen || !dim);
      if (!seen) return;
      setStyle(ring, 'transform', `translate(${box.x}px, ${box.y}px)`);
      setStyle(ring, 'width', `${box.width}px`);
      setStyle(ring, 'height', `${box.height}px`);
      if (dim) surround(panels, box);
    },
    announce(text) {
      if (said.textContent !== text) said.textContent = text;
    },
  };
}

/** Above, below, left and right of the hole, each a square pixel stretched. */
function surround(panels: HTMLElement[], { x, y, width, height }: Box): void {
  // On whole pixels of the screen: between them, neighbouring panels would show a seam.
  const snap = (value: number, most: number) =>
    Math.round(Math.min(most, Math.max(0, value)) * devicePixelRatio) / devicePixelRatio;
  const left = snap(x - GAP, innerWidth);
  const top = snap(y - GAP, innerHeight);
  const right = snap(x + width + GAP, innerWidth);
  const bottom = snap(y + height + GAP, innerHeight);
  const areas = [
    [0, 0, innerWidth, top],
    [0, bottom, innerWidth, innerHeight - bottom],
    [0, top, left, bottom - top],
    [right, top, innerWidth - right, bottom - top],
  ];
  areas.forEach(([px, py, w, h], index) => {
    const panel = panels[index];
    if (panel) setStyle(panel, 'transform', `translate(${px}px, ${py}px) scale(${w}, ${h})`);
  });
}

function piece(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

/** A style written unchanged still costs a frame. */
function setStyle(element: HTMLElement, name: 'transform' | 'width' | 'height', value: string): void {
  if (element.style[name] !== value) element.style[name] = value;
}

function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/** What happens in the card is not the page's business: no drawer closes because the card was clicked. */
function isolate(root: HTMLElement, signal: AbortSignal): void {
  const types = 'pointerdown pointerup mousedown mouseup click dblclick keydown keyup keypress focusin focusout';
  for (const type of types.split(' ')) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  // A click on a button of the card must not take the focus from the field being typed in.
  root.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
}
