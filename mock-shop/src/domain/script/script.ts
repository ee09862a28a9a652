import type { ScriptEntry, ShopRecord, Trigger } from 'fixtures';
import { find } from '../entities.ts';
import type { ShopState } from '../state.ts';

/** A script entry that has not happened, with the simulated ms at which it will, once known. */
interface Waiting {
  entry: ScriptEntry;
  due: number | undefined;
}

/** What happens by itself in a world, as far as it has not. */
export interface Script {
  readonly waiting: Map<string, Waiting>;
  /** Who looks at which records, by type and subject: a busy world has thousands of entries. */
  readonly watched: Map<string, Watch[]>;
}

interface Watch {
  id: string;
  trigger: Trigger;
  /** The record calls the entry off instead of setting it off. */
  off: boolean;
}

/** A script of which nothing has happened. */
export function beginScript(entries: readonly ScriptEntry[]): Script {
  const script: Script = { waiting: new Map(), watched: new Map() };
  for (const entry of entries) {
    script.waiting.set(entry.id, { entry, due: undefined });
    if ('after' in entry.when) watch(script, { id: entry.id, trigger: entry.when.after, off: false });
    for (const trigger of entry.unless ?? []) watch(script, { id: entry.id, trigger, off: true });
  }
  return script;
}

function watch({ watched }: Script, one: Watch): void {
  const key = keyOf(one.trigger.type, one.trigger.subject);
  const list = watched.get(key);
  if (list) list.push(one);
  else watched.set(key, [one]);
}

/** Calls off the entries that a record rules out, then starts the waiting time of those that it sets off, once each. */
export function armScript(state: ShopState, record: ShopRecord, at: number): void {
  const { waiting, watched } = state.script;
  const { script: own } = record.data;
  if (typeof own === 'string') waiting.delete(own);
  const fitting = subjectsOf(state, record)
    .flatMap((subject) => watched.get(keyOf(record.type, subject)) ?? [])
    .filter((one) => fits(one.trigger, record));
  for (const { id, off } of fitting) if (off) waiting.delete(id);
  for (const { id } of fitting) {
    const one = waiting.get(id);
    if (!one || one.due !== undefined || !('after' in one.entry.when)) continue;
    one.due = at + one.entry.when.delay * 1000;
    state.agenda.add({ at: one.due, kind: 'script', id });
  }
}

/** The record's own subject; the trade when that is one of its refunds, parcels or ratings; the trade's buyer. */
function subjectsOf(state: ShopState, { subject }: ShopRecord): string[] {
  const thing = state.refunds.get(subject) ?? state.parcels.get(subject) ?? state.rates.get(subject);
  const nick = find(state, 'trade', thing?.tid ?? subject)?.buyer_nick;
  return [subject, thing?.tid, nick].filter((one) => one !== undefined);
}

function fits({ actor, equals = {}, intents }: Trigger, { data, actor: by }: ShopRecord): boolean {
  if (actor !== undefined && actor !== by) return false;
  const { after, intents: said } = data;
  if (intents && !(Array.isArray(said) && intents.some((one) => said.includes(one)))) return false;
  return Object.entries(equals).every(
    ([key, value]) => typeof after === 'object' && after !== null && Reflect.get(after, key) === value,
  );
}

function keyOf(type: string, subject: string): string {
  return `${type}\n${subject}`;
}
