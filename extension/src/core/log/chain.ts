import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AttemptEvent } from 'fixtures';
import { canonical } from './canonical.ts';

/** `prev` of the first event. */
export const GENESIS = '0'.repeat(64);

type Unlinked<E> = E extends AttemptEvent ? Omit<E, 'seq' | 'prev' | 'hash'> : never;
/** An event before it has its place in the chain. */
export type Draft = Unlinked<AttemptEvent>;

/** Something wrong with a log or a result file; `text` is for a person. */
export interface Fault {
  code: string;
  text: string;
  /** Number of the event it was found at. */
  seq?: number;
}

/** SHA-256, as 64 hex digits, of the RFC 8785 canonical JSON of `value`. */
export function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

/** Gives an event its number and ties it to the one before. `tail` is the last event stored, null for the first. */
export function link(tail: { seq: number; hash: string } | null, draft: Draft): AttemptEvent {
  const open = { ...draft, seq: (tail?.seq ?? 0) + 1, prev: tail?.hash ?? GENESIS };
  return { ...open, hash: digest(open) } as AttemptEvent;
}

/** Every break of the chain: numbers with gaps, ids twice, another attempt's events, contents that do not give their hash. */
export function verifyChain(events: readonly AttemptEvent[]): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set<string>();
  let prev = GENESIS;
  for (const [index, event] of events.entries()) {
    const { hash, ...open } = event;
    const at = (code: string, text: string) => faults.push({ code, text, seq: event.seq });
    if (event.seq !== index + 1)
      at('chain-gap', `第 ${index + 1} 条记录的编号是 ${event.seq}，有记录被删除、调换或插入`);
    if (event.prev !== prev) at('chain-broken', `第 ${index + 1} 条记录接不上前一条`);
    if (digest(open) !== hash) at('chain-edited', `第 ${index + 1} 条记录的内容被改动过`);
    if (event.attempt !== events[0]?.attempt) at('chain-foreign', `第 ${index + 1} 条记录属于另一次作答`);
    if (ids.has(event.id)) at('chain-repeated', `第 ${index + 1} 条记录重复出现`);
    if ((event.kind === 'attempted') !== (index === 0)) at('chain-start', '作答必须以开始记录开头，且只有一条');
    ids.add(event.id);
    prev = hash;
  }
  return faults;
}

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code the student's screen shows, e.g. `K7Q4-2MXD`: the first 40 bits of the head hash. */
export function headCode(head: string): string {
  const bits = BigInt(`0x${head.slice(0, 10)}`);
  const letters = Array.from({ length: 8 }, (_, i) => ALPHABET[Number((bits >> BigInt(35 - 5 * i)) & 31n)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
