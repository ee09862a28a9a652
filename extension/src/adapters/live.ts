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
