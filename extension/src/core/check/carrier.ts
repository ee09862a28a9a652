import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { occurrences } from './says.ts';

interface Mention {
  /** First name of the carrier's group. */
  carrier: string;
  start: number;
  end: number;
}

/** Which courier is to be used? Names that the remark rules out (不发圆通, 韵达到不了, 顺丰改EMS) do not count. */
export function recogniseCarrier(wanted: string, { body, vocabulary }: Reading): Outcome {
  const { carriers, carrierRefused } = vocabulary;
  const name = normalise(wanted);
  const own = groupOf(name, carriers);
  const mentions = findCarriers(
    body,
    own === undefined ? [...carriers, [name.replace(/(?:快递|速运|速递|物流|快运)$/, '') || name]] : carriers,
  );
  const group = own ?? mentions.find(({ carrier }) => name.startsWith(carrier))?.carrier;
  const accepted = mentions.filter(({ start, end }) => {
    const before = body.slice(Math.max(0, start - 6), start);
    const after = body.slice(end, end + 8).replace(/^(?:快递|速运|速递|物流|快运|的|那边|也)+/, '');
    // 非顺丰不要, 除了顺丰都不收: nothing but this one.
    if (/(?:非|除了|除)$/.test(before) && /^(?:以外|之外|外)?[,都其]?[^,。;]{0,4}(?:不|别|勿|莫属)/.test(after))
      return true;
    return (
      !carrierRefused.before.some((word) => before.endsWith(word)) &&
      !carrierRefused.after.some((word) => after.startsWith(word))
    );
  });
  const right = accepted.find(({ carrier }) => carrier === group);
  if (right) return stated(body.slice(right.start, right.end));
  const other = accepted[0] ?? mentions.find(({ carrier }) => carrier === group);
  return other ? contradicted(body.slice(other.start, other.end)) : missing;
}

function groupOf(name: string, carriers: readonly string[][]): string | undefined {
  const exact = carriers.find((names) => names.includes(name));
  return (exact ?? carriers.find((names) => names.some((known) => known.length > 1 && name.startsWith(known))))?.[0];
}

/** All carriers named, longest name first where several begin at one place. */
function findCarriers(body: string, carriers: readonly string[][]): Mention[] {
  const byStart = new Map<number, Mention>();
  for (const names of carriers) {
    for (const name of names) {
      for (const start of occurrences(body, name)) {
        const end = start + name.length;
        if (end > (byStart.get(start)?.end ?? 0)) byStart.set(start, { carrier: names[0] ?? name, start, end });
      }
    }
  }
  let last = 0;
  return [...byStart.values()]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const free = start >= last;
      if (free) last = end;
      return free;
    });
}
