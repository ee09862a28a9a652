import fc from 'fast-check';
import type { Command } from '../domain/command.ts';

/** Texts and numbers that somebody may send in the place of any other. */
const TEXTS = [
  '',
  ' ',
  '0',
  '-1.00',
  '1e3',
  '0.005',
  '999999999.00',
  '99999999999999999999',
  '__proto__',
  '\u0000',
  '\ud800',
  '😀',
  '一\n二',
  '字'.repeat(600),
  'x'.repeat(3000),
  '2026-13-45',
];
const NUMBERS = [-1, 0, 0.5, 4, 7, 1000, 2 ** 40];

/** A command of which one part has become something else of the same kind. */
export const mangling = fc.tuple(fc.nat(), fc.constantFrom(...TEXTS), fc.constantFrom(...NUMBERS)).map(
  ([place, text, number]) =>
    (command: Command): Command =>
      mangled(command, place, text, number) as Command,
);

function mangled(thing: object, place: number, text: string, number: number): object {
  const keys = Object.keys(thing).filter((key) => key !== 'type' && key !== 'actor');
  const key = keys[place % keys.length];
  return key === undefined ? thing : { ...thing, [key]: instead(Reflect.get(thing, key), place, text, number) };
}

function instead(value: unknown, place: number, text: string, number: number): unknown {
  if (typeof value === 'string') return text;
  if (typeof value === 'number') return number;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return place % 2 ? [] : [...value, ...value];
  return typeof value === 'object' && value !== null ? mangled(value, place, text, number) : value;
}
