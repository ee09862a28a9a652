/** What may be waiting for its time. */
export type AgendaKind = 'midnight' | 'script' | 'reply' | 'trade' | 'refund' | 'parcel' | TrainingKind;

/** Those that need the training platform's texts and plans. */
export type TrainingKind = 'shift' | 'visitor' | 'desk-order';

/** Something to look at when its time has come; whether it still holds is asked then. */
export interface AgendaEntry {
  /** Simulated ms. */
  at: number;
  kind: AgendaKind;
  id: string;
}

/**
 * What is due when, the earliest first: a binary heap, so that a shop of 100,000 trades finds its next deadline at once.
 * Equal times come in the order of kind and id, whatever the order of adding, so that the same records give the same days.
 */
export class Agenda {
  readonly #heap: AgendaEntry[] = [];

  /** The earliest entry, which stays. */
  first(): AgendaEntry | undefined {
    return this.#heap[0];
  }

  /** The earliest entry of which `holds` is true; all stay. Looks at every one, so not for each beat of the clock. */
  earliest(holds: (entry: AgendaEntry) => boolean): AgendaEntry | undefined {
    let best: AgendaEntry | undefined;
    for (const entry of this.#heap) if (earlier(entry, best) && holds(entry)) best = entry;
    return best;
  }

  add(entry: AgendaEntry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!earlier(entry, heap[parent])) break;
      heap[at] = heap[parent] as AgendaEntry;
      at = parent;
    }
    heap[at] = entry;
  }

  /** Forgets the earliest entry. */
  drop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (earlier(heap[child + 1], heap[child])) child += 1;
      if (!earlier(heap[child], last)) break;
      heap[at] = heap[child] as AgendaEntry;
      at = child;
    }
    heap[at] = last;
  }
}

function earlier(a: AgendaEntry | undefined, b: AgendaEntry | undefined): boolean {
  if (!a || !b) return a !== undefined;
  if (a.at !== b.at) return a.at < b.at;
  if (a.kind !== b.kind) return a.kind < b.kind;
  return a.id < b.id;
}
