import { focused } from './composed-tree.ts';
import { isTextField } from './fields.ts';
import { type Box, boxOf, isShown } from './visible.ts';

/** Where the student wants the card: share of the free room from left and from top, 0…1 each. Null: beside the control. */
export type Dock = { fx: number; fy: number } | null;

interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** Room kept to the window's edges and to what must stay in sight, CSS px. */
const MARGIN = 12;
const BESIDE = 18;
/** Kept free below a docked card: pages float their buttons at the bottom (a chat's, for one). */
const FOOT = 72;
const CORNERS = [
  { fx: 0, fy: 1 },
  { fx: 1, fy: 1 },
  { fx: 1, fy: 0 },
  { fx: 0, fy: 0 },
];

/** Top left corner of a card docked there. */
export function docked({ fx, fy }: NonNullable<Dock>, card: Size, view: Size): Point {
  const free = room(card, view);
  return { x: MARGIN + fx * free.width, y: MARGIN + fy * free.height };
}

/** The dock of a card whose top left corner is there, inside the window. */
export function dockAt(x: number, y: number, card: Size, view: Size): NonNullable<Dock> {
  const free = room(card, view);
  const share = (at: number, whole: number) => Math.min(1, Math.max(0, (at - MARGIN) / Math.max(1, whole)));
  return { fx: share(x, free.width), fy: share(y, free.height) };
}

/** How far the card can be moved. */
function room(card: Size, view: Size): Size {
  return {
    width: Math.max(0, view.width - card.width - 2 * MARGIN),
    height: Math.max(0, view.height - card.height - MARGIN - FOOT),
  };
}

/** What the card should not lie over. */
export interface InTheWay {
  /** The marked control and the field in use: hidden only where nothing else is possible. */
  keep: readonly Box[];
  /** Open dialogs and side panes, which are being read: hidden as little as possible. */
  spare: readonly Box[];
}

/** The wanted place, else the corner that hides least; equal ones by nearness. */
export function freeDock(wanted: NonNullable<Dock>, card: Size, view: Size, { keep, spare }: InTheWay): Point {
  const wish = docked(wanted, card, view);
  const places = [wish, ...CORNERS.map((corner) => docked(corner, card, view))].map((place) => ({
    place,
    kept: hiddenBy(place, card, keep),
    spared: hiddenBy(place, card, spare),
    far: Math.hypot(place.x - wish.x, place.y - wish.y),
  }));
  places.sort((a, b) => a.kept - b.kept || a.spared - b.spared || a.far - b.far);
  return places[0]?.place ?? wish;
}

/**
 * Beside the control, or beside the dialog it is in, level with it: the place that hides least, near ones
 * first. Null when each would hide what must stay in sight.
 */
export function besideOf(target: Box, card: Size, view: Size, { keep, spare }: InTheWay): Point | null {
  const around = spare.filter((box) => hiddenBy(target, target, [box]) > 0);
  const places = [target, ...around].flatMap((box) => nextTo(box, target, card, view));
  const free = places
    .filter((place) => hiddenBy(place, card, keep) === 0)
    .map((place) => ({ place, spared: hiddenBy(place, card, spare) }));
  free.sort((a, b) => a.spared - b.spared);
  return free[0]?.place ?? null;
}

/** Below, right, left and above a box, centred on the control as far as the window allows. */
function nextTo(box: Box, target: Box, card: Size, view: Size): Point[] {
  const across = target.x + (target.width - card.width) / 2;
  const along = target.y + (target.height - card.height) / 2;
  return [
    { x: across, y: box.y + box.height + BESIDE },
    { x: box.x + box.width + BESIDE, y: along },
    { x: box.x - card.width - BESIDE, y: along },
    { x: across, y: box.y - card.height - BESIDE },
  ].map(({ x, y }) => ({ x: inside(x, view.width, card.width), y: inside(y, view.height, card.height) }));
}

function inside(at: number, whole: number, part: number): number {
  return Math.max(MARGIN, Math.min(at, whole - part - MARGIN));
}

/** Area of the boxes that a card there would hide, with a little room around them, px². */
export function hiddenBy(place: Point, card: Size, boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => {
    const width = Math.min(place.x + card.width, box.x + box.width + 4) - Math.max(place.x, box.x - 4);
    const height = Math.min(place.y + card.height, box.y + box.height + 4) - Math.max(place.y, box.y - 4);
    return sum + (width > 0 && height > 0 ? width * height : 0);
  }, 0);
}

export interface Placing {
  /** Marked control, which must stay in sight. */
  target: Box | null;
  /** May the card stand beside it? Only while the student has not docked it. */
  beside: boolean;
  dock: NonNullable<Dock>;
  /** The student has put it there. */
  pinned: boolean;
}

/** Puts the card beside the control or at its dock, so that it hides neither the control nor the field in use. */
export function placeCard(card: HTMLElement, { target, beside, dock, pinned }: Placing): void {
  const { width, height } = card.getBoundingClientRect();
  // On its way from one dialog to another it has no size, and no place can be found for it.
  if (height === 0) return;
  const size = { width, height };
  const view = { width: innerWidth, height: innerHeight };
  const way = {
    keep: [target, fieldInUse()].filter((box) => box !== null),
    // Where the student put it, it stays over a dialog too.
    spare: pinned ? [] : [...document.querySelectorAll('dialog[open], aside')].filter(isShown).map(boxOf),
  };
  const at = (target && beside && besideOf(target, size, view, way)) || freeDock(dock, size, view, way);
  const transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
  if (card.style.transform !== transform) card.style.transform = transform;
}

function fieldInUse(): Box | null {
  const field = focused();
  return field && isTextField(field) ? boxOf(field) : null;
}
