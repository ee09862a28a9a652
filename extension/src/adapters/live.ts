import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

/** A query of the database as a signal: `undefined` until it has answered, then anew whenever what it read is written. */
export function live<T>(query: () => Promise<T>, onError: (error: unknown) => void): ReadonlySignal<T | undefined> {
  const latest = signal<T | undefined>(undefined);
  liveQuery(query).subscribe({
    next: (value) => {
      latest.value = value;
    },
    error: onError,
  });
  return latest;
}

/** The same for a query that depends on a signal: asked anew when that changes, `undefined` until it has answered. */
export function liveBy<K, T>(
  key: ReadonlySignal<K>,
  query: (key: K) => Promise<T>,
  onError: (error: unknown) => void,
): ReadonlySignal<T | undefined> {
  const latest = signal<T | undefined>(undefined);
  effect(() => {
    const now = key.value;
    latest.value = undefined;
    const following = liveQuery(() => query(now)).subscribe({
      next: (value) => {
        latest.value = value;
      },
      error: onError,
    });
    return () => following.unsubscribe();
  });
  return latest;
}

/**
 * A query that is asked when its signal changes and when it is told to: for what is too much to be read anew at each
 * write. `undefined` until it has answered for the key at hand.
 */
export function asked<K, T>(
  key: ReadonlySignal<K>,
  query: (key: K) => Promise<T>,
  onError: (error: unknown) => void,
): { value: ReadonlySignal<T | undefined>; again: () => void } {
  const latest = signal<T | undefined>(undefined);
  const round = signal(0);
  let before: K | undefined;
  effect(() => {
    const now = key.value;
    const mine = round.value;
    if (now !== before) latest.value = undefined;
    before = now;
    query(now).then((value) => {
      if (key.peek() === now && round.peek() === mine) latest.value = value;
    }, onError);
  });
  return {
    value: latest,
    again: () => {
      round.value = round.peek() + 1;
    },
  };
}
