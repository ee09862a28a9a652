import { invalid, type TopError } from '../../domain/refusal.ts';
import { given, type Params } from './params.ts';

/** A parameter whose value cannot be; `checked` turns it into the answer. */
export class Fault extends Error {
  readonly error: TopError;
  constructor(parameter: string, why: string) {
    super(why);
    this.error = invalid(parameter, why);
  }
}

/** What `read` makes of a call's parameters, or TOP's error where one of them cannot be. */
export function checked<T>(read: () => T): { query: T } | { error: TopError } {
  try {
    return { query: read() };
  } catch (fault) {
    if (fault instanceof Fault) return { error: fault.error };
    throw fault;
  }
}

/** One of the values; undefined when the parameter is not given. @throws Fault */
export function oneOf<T extends string>(params: Params, name: string, values: readonly T[]): T | undefined {
  const text = given(params, name);
  if (text === undefined) return undefined;
  const value = values.find((one) => one === text);
  if (value === undefined) throw new Fault(name, `${name} 只能是 ${values.join('、')}`);
  return value;
}

/** A whole number from 1 to `max`. @throws Fault */
export function whole(params: Params, name: string, usual: number, max: number): number {
  const text = given(params, name);
  if (text === undefined) return usual;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw new Fault(name, `${name} 是 1 到 ${max} 的整数`);
  return value;
}

/** `2026-11-22` or `2026-11-22 10:00:00` as the world writes times; `rest` completes a bare date. @throws Fault */
export function time(params: Params, name: string, rest: string): string | undefined {
  const text = given(params, name);
  if (text === undefined) return undefined;
  const [, date, clock = rest] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\+08:00)?)?$/.exec(text) ?? [];
  const iso = `${date}T${clock}+08:00`;
  const ms = Date.parse(iso);
  // Some engines roll 02-30 over into March; the way back tells.
  if (Number.isNaN(ms) || new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10) !== date) {
    throw new Fault(name, `${name} 应写成 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss`);
  }
  return iso;
}
