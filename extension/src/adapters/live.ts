import { type ReadonlySignal, signal } from '@preact/signals';
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
