/** What the screens need of a shop record to know that they are out of date. */
export interface LiveRecord {
  type: string;
  subject: string;
}

/** Ms in which records that come close together become one refetch. */
const SETTLE = 80;

/**
 * Calls `run` soon after records that `touches` picks, once per burst. Records come from this tab,
 * from other tabs and from the shop's scripts alike.
 * @returns stops listening
 */
export function onRecords(touches: (record: LiveRecord) => boolean, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (event: Event): void => {
    const record = readRecord(event);
    if (!record || !touches(record)) return;
    clearTimeout(timer);
    timer = setTimeout(run, SETTLE);
  };
  document.addEventListener('shop:record', listen);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('shop:record', listen);
  };
}

/** What was published while `work` ran, in order; the backend publishes before it answers. Throws what `work` throws. */
export async function recordsDuring(work: () => Promise<unknown>): Promise<LiveRecord[]> {
  const records: LiveRecord[] = [];
  const listen = (event: Event): void => {
    const record = readRecord(event);
    if (record) records.push(record);
  };
  document.addEventListener('shop:record', listen);
  try {
    await work();
  } finally {
    document.removeEventListener('shop:record', listen);
  }
  return records;
}

/** Anything on the page can publish events: what does not look like a record is ignored. */
function readRecord(event: Event): LiveRecord | null {
  if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return null;
  try {
    const { type, subject } = JSON.parse(event.detail) as Partial<LiveRecord>;
    return typeof type === 'string' && typeof subject === 'string' ? { type, subject } : null;
  } catch {
    return null;
  }
}
