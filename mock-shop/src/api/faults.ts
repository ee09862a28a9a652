/** How a call is made to fail: an error answer, no connection at all, or an answer after 3 s. */
export const FAULT_KINDS = ['error', 'offline', 'slow'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Rehearsed failures: the next calls of a method go wrong, so that trying again can be practised. */
export class Faults {
  #planned: { method: string; times: number; kind: FaultKind }[] = [];

  /** The next `times` (1–100) calls of every method whose name contains `method` fail. */
  plan(method: string, times: number, kind: FaultKind): void {
    this.#planned.push({ method, times, kind });
  }

  /** Reads `memo:2` or `memo:2:offline`, comma separated. Anything else is left out. */
  planText(text: string): void {
    for (const part of text.split(',')) {
      const [method, times = '1', kind = 'error'] = part.split(':');
      const known = FAULT_KINDS.find((one) => one === kind);
      if (method && known && /^[1-9]\d?$/.test(times)) this.plan(method, Number(times), known);
    }
  }

  /** Called once for every call: whether this one fails, and how. */
  take(method: string): FaultKind | undefined {
    const fault = this.#planned.find((one) => one.times > 0 && method.includes(one.method));
    if (!fault) return undefined;
    fault.times -= 1;
    this.#planned = this.#planned.filter((one) => one.times > 0);
    return fault.kind;
  }
}
