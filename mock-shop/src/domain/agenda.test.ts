import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Agenda, type AgendaEntry } from './agenda.ts';

const entries = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 50 }),
    kind: fc.constantFrom<AgendaEntry['kind']>('trade', 'refund', 'script'),
    id: fc.constantFrom('1', '2', '3'),
  }),
  { maxLength: 80 },
);

function drained(agenda: Agenda): AgendaEntry[] {
  const out: AgendaEntry[] = [];
  for (let first = agenda.first(); first; first = agenda.first()) {
    out.push(first);
    agenda.drop();
  }
  return out;
}

const inOrder = (a: AgendaEntry, b: AgendaEntry): number =>
  a.at - b.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

it('gives all entries back in the order of time, kind and id, however they were added', () => {
  fc.assert(
    fc.property(entries, entries, (some, more) => {
      const agenda = new Agenda();
      for (const entry of some) agenda.add(entry);
      const half = Math.floor(some.length / 2);
      for (let i = 0; i < half; i++) agenda.drop();
      for (const entry of more) agenda.add(entry);
      const left = some.toSorted(inOrder).slice(half);
      expect(drained(agenda)).toEqual([...left, ...more].sort(inOrder));
    }),
  );
});

it('finds the earliest that holds, and keeps all', () => {
  const agenda = new Agenda();
  for (const at of [5, 1, 3]) agenda.add({ at, kind: 'trade', id: String(at) });
  expect(agenda.earliest(({ at }) => at > 1)?.at).toBe(3);
  expect(agenda.earliest(({ at }) => at > 5)).toBeUndefined();
  expect(drained(agenda).map(({ at }) => at)).toEqual([1, 3, 5]);
});
