import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deed, type Gesture, gesturesOf, pauseAfter, readingPause } from './gestures.ts';

const deed = (change: Partial<Deed>): Deed => ({
  action: 'click',
  control: 'other',
  filled: false,
  checked: false,
  ...change,
});
const names = (change: Partial<Deed>) => gesturesOf(deed(change))?.map((gesture) => gesture.do);

describe('the movements for a step', () => {
  it('a click is told between pressing and letting go, before the page hears of it', () => {
    expect(names({})).toEqual(['point', 'down', 'tell', 'up']);
    expect(names({ action: 'choose', control: 'radio', input: '2' })).toEqual(['point', 'down', 'tell', 'up']);
  });

  it('a text is written letter by letter over what stood there, then the field is left', () => {
    expect(names({ action: 'fill', control: 'text', input: '发', filled: true })).toEqual([
      'point',
      'down',
      'up',
      'erase',
      'type',
      'tell',
      'leave',
    ]);
    const family = '👨‍👩‍👧';
    expect(gesturesOf(deed({ action: 'fill', control: 'text', input: `好${family}!` }))).toContainEqual({
      do: 'type',
      letter: family,
    });
  });

  it('a box that is as it should be is shown and left alone', () => {
    const box = { action: 'choose', control: 'checkbox' } as const;
    expect(names({ ...box, input: 'on', checked: true })).toEqual(['point', 'tell']);
    expect(names({ ...box, input: '', checked: true })).toEqual(['point', 'down', 'tell', 'up']);
    expect(names({ ...box, input: '', checked: false })).toEqual(['point', 'tell']);
  });

  it('lists and dates are picked whole, keys pressed where the focus is', () => {
    expect(names({ action: 'choose', control: 'list', input: 'SF' })).toEqual(['point', 'down', 'up', 'tell', 'pick']);
    expect(names({ action: 'fill', control: 'dated', input: '2026-11-22' })?.slice(3)).toEqual([
      'pick',
      'tell',
      'leave',
    ]);
    expect(gesturesOf(deed({ action: 'submit', control: 'text' }))?.at(-1)).toEqual({ do: 'key', key: 'Enter' });
    expect(names({ action: 'press', input: 'Escape' })).toEqual(['point', 'focus', 'tell', 'key']);
  });

  it.each<Partial<Deed>>([
    { action: 'open' },
    { action: 'fill', control: 'text' },
    { action: 'fill', control: 'other', input: '字' },
    { action: 'choose', control: 'list' },
    { action: 'choose', control: 'other', input: '1' },
    { action: 'press' },
  ])('nobody can do %o', (change) => {
    expect(gesturesOf(deed(change))).toBeNull();
  });

  it('whatever is done, it is told once and every letter is typed', () => {
    const deeds = fc.record({
      action: fc.constantFrom<Deed['action']>('click', 'fill', 'choose', 'press', 'submit', 'open'),
      input: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
      control: fc.constantFrom<Deed['control']>('text', 'dated', 'list', 'radio', 'checkbox', 'other'),
      filled: fc.boolean(),
      checked: fc.boolean(),
    });
    fc.assert(
      fc.property(deeds, (any) => {
        const gestures: Gesture[] | null = gesturesOf(any);
        if (!gestures) return;
        expect(gestures[0]?.do).toBe('point');
        expect(gestures.filter(({ do: what }) => what === 'tell')).toHaveLength(1);
        const typed = gestures.map((gesture) => (gesture.do === 'type' ? gesture.letter : '')).join('');
        expect(typed).toBe(any.action === 'fill' && any.control === 'text' ? any.input : '');
      }),
    );
  });
});

it('each speed is faster than the one before, in every movement and in reading', () => {
  for (const gesture of ['point', 'down', 'up', 'type', 'leave'] as const) {
    const [slow, normal, fast] = (['slow', 'normal', 'fast'] as const).map((speed) => pauseAfter(gesture, speed));
    expect([slow, normal, fast]).toEqual([slow, normal, fast].toSorted((a = 0, b = 0) => b - a));
    expect(new Set([slow, normal, fast]).size).toBe(3);
  }
  expect(readingPause('点保存', 'slow')).toBeGreaterThan(readingPause('点保存', 'normal'));
  expect(readingPause('写'.repeat(80), 'normal')).toBeGreaterThan(readingPause('点保存', 'normal'));
  expect(readingPause('写'.repeat(9999), 'slow')).toBeLessThanOrEqual(14_000);
});
