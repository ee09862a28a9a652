import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty, patch, patched } from './patch.ts';

const value = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.record({ a: fc.nat(3) }), { maxLength: 2 }),
);
const thing = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value);

const bytes = (one: Record<string, unknown>): string =>
  JSON.stringify(
    Object.keys(one)
      .sort()
      .map((key) => [key, one[key]]),
  );

describe('a patch', () => {
  it('leads from the one to the other, also after a way through JSON', () => {
    fc.assert(
      fc.property(thing, thing, (before, after) => {
        const change = JSON.parse(JSON.stringify(patch(before, after)));
        expect(patched(before, change)).toEqual(after);
        expect(isEmpty(change)).toBe(bytes(before) === bytes(after));
      }),
    );
  });

  it('makes and removes whole things', () => {
    const made = patch(null, { a: 1 });
    expect(patched(undefined, made)).toEqual({ a: 1 });
    expect(patched({ a: 2 }, made)).toBeUndefined();
    const removed = patch({ a: 1 }, null);
    expect(patched({ a: 1 }, removed)).toBeNull();
    expect(patched({ a: 2 }, removed)).toBeUndefined();
    expect(patched<object>(undefined, removed)).toBeUndefined();
  });

  it('fits nothing but what it began with', () => {
    const change = patch({ a: 1, b: [1] }, { a: 2, b: [1] });
    expect(change).toEqual({ before: { a: 1 }, after: { a: 2 } });
    expect(patched({ a: 3, b: [1] }, change)).toBeUndefined();
    expect(patched<object>(undefined, change)).toBeUndefined();
    expect(patched({ a: 1, b: [9] }, change)).toEqual({ a: 2, b: [9] });
  });

  it('tells a field that is gone, and one that is new, by null', () => {
    expect(patch({ a: 1 }, { b: 2 })).toEqual({ before: { a: 1, b: null }, after: { a: null, b: 2 } });
    expect(patched({ a: 1 }, patch({ a: 1 }, { b: 2 }))).toEqual({ b: 2 });
  });
});
