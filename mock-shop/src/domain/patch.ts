/** What changed of one thing: only the fields that did; `null` stands for a field that is not there. */
export interface Patch {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Lists that only ever grow, and may hold pictures: what changed of them is what came. */
const GROWING: ReadonlySet<string> = new Set(['messages']);

/**
 * The whole of `before` or `after` is null where a thing came into being or ceased to be. Of a refund's
 * `messages` the change tells `{ count }` before and `{ more: [...] }` after, so that no record repeats old pictures.
 */
export function patch(before: object | null, after: object | null): Patch {
  if (!before || !after) return { before: before && { ...before }, after: after && { ...after } };
  const change: { before: Record<string, unknown>; after: Record<string, unknown> } = { before: {}, after: {} };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = Reflect.get(before, key);
    const is = Reflect.get(after, key);
    if (same(was, is)) continue;
    const more = GROWING.has(key) ? moreOf(was, is) : undefined;
    change.before[key] = more ? { count: more.count } : (was ?? null);
    change.after[key] = more ? { more: more.more } : (is ?? null);
  }
  return change;
}

/** Nothing changed. */
export function isEmpty({ before, after }: Patch): boolean {
  return before !== null && after !== null && Object.keys(after).length === 0;
}

/**
 * The thing after the change; null when it ceased to be.
 * @returns undefined when `thing` is not what the change began with
 */
export function patched<T extends object>(thing: T | undefined, { before, after }: Patch): T | null | undefined {
  if (before === null || after === null) {
    const was = before !== null;
    if (was ? !thing || !same(thing, before) : thing !== undefined) return undefined;
    return after as T | null;
  }
  if (!thing) return undefined;
  const next = { ...thing } as Record<string, unknown>;
  for (const key of Object.keys(after)) {
    const grown = grownList(next[key], before[key], after[key]);
    if (grown) {
      next[key] = grown;
      continue;
    }
    if (!same(next[key] ?? null, before[key])) return undefined;
    if (after[key] === null) delete next[key];
    else next[key] = after[key];
  }
  return next as T;
}

/** Deep equality of JSON values; an absent field equals none but an absent one. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function moreOf(was: unknown, is: unknown): { count: number; more: unknown[] } | undefined {
  if (!Array.isArray(was) || !Array.isArray(is) || is.length <= was.length) return undefined;
  if (!was.every((one, at) => same(one, is[at]))) return undefined;
  return { count: was.length, more: is.slice(was.length) };
}

/** The list with what came; undefined when the change is not of that kind, or does not fit the list. */
function grownList(list: unknown, before: unknown, after: unknown): unknown[] | undefined {
  if (!Array.isArray(list) || !isObject(before) || !isObject(after)) return undefined;
  return before.count === list.length && Array.isArray(after.more) ? [...list, ...after.more] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
