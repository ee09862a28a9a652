import { describe, expect, it } from 'vitest';
import { besideOf, dockAt, docked, freeDock, hiddenBy } from './place.ts';

const view = { width: 1366, height: 768 };
const card = { width: 340, height: 200 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const nothing = { keep: [], spare: [] };

describe('a dock', () => {
  it.each([
    [
      { fx: 0, fy: 0 },
      { x: 12, y: 12 },
    ],
    [
      { fx: 1, fy: 1 },
      { x: 1014, y: 496 },
    ],
    [
      { fx: 0, fy: 1 },
      { x: 12, y: 496 },
    ],
  ])('%j is at %j and back', (dock, at) => {
    expect(docked(dock, card, view)).toEqual(at);
    expect(dockAt(at.x, at.y, card, view)).toEqual(dock);
  });

  it('stays inside the window wherever it is dragged, and in a smaller window', () => {
    expect(dockAt(-500, 9999, card, view)).toEqual({ fx: 0, fy: 1 });
    expect(docked({ fx: 1, fy: 1 }, card, { width: 300, height: 150 })).toEqual({ x: 12, y: 12 });
  });

  it('gives way to what must stay in sight, to the nearest free corner', () => {
    const keep = [box(20, 560, 100, 40)];
    expect(freeDock({ fx: 0, fy: 1 }, card, view, { keep, spare: [] })).toEqual(docked({ fx: 0, fy: 0 }, card, view));
  });

  it('rather hides some of a dialog than the field in use', () => {
    const whole = box(0, 0, view.width, view.height);
    const keep = [box(0, 0, view.width, 400)];
    expect(freeDock({ fx: 0, fy: 0 }, card, view, { keep, spare: [whole] }).y).toBe(496);
  });
});

describe('beside the control', () => {
  it('is below it, where there is room', () => {
    expect(besideOf(box(600, 100, 100, 30), card, view, nothing)).toEqual({ x: 480, y: 148 });
  });

  it('is above it at the bottom of the window, or at its side', () => {
    const target = box(600, 700, 100, 30);
    const place = besideOf(target, card, view, { keep: [target], spare: [] });
    expect(place && hiddenBy(place, card, [target])).toBe(0);
  });

  it('is beside the dialog that the control is in', () => {
    const dialog = box(240, 230, 480, 300);
    const target = box(310, 290, 50, 30);
    const place = besideOf(target, card, view, { keep: [target], spare: [dialog] });
    expect(place && hiddenBy(place, card, [dialog, target])).toBe(0);
  });

  it('is nowhere when every place would hide the field', () => {
    const field = box(0, 0, view.width, view.height);
    expect(besideOf(box(600, 300, 50, 30), card, view, { keep: [field], spare: [] })).toBeNull();
  });
});
