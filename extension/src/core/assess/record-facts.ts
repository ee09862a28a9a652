import type { RecordCondition, ShopRecord } from 'fixtures';

/** Does the record say what the condition asks for? */
export function meets({ type, subject, actor, equals = {} }: RecordCondition, record: ShopRecord): boolean {
  return (
    record.type === type &&
    (actor === undefined || record.actor === actor) &&
    isAbout(record, subject) &&
    Object.entries(equals).every(([path, wanted]) => isOneOf(valueIn(record.data, path), [wanted].flat()))
  );
}

function isOneOf(value: unknown, wanted: readonly (string | number | boolean)[]): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some((one) => wanted.some((want) => one !== undefined && one !== null && String(one) === String(want)));
}

/** Is the record about the thing with this id: by its subject, by what it names, or by what changed with it? */
export function isAbout(record: ShopRecord, id: string): boolean {
  return record.subject === id || idsOf(record).includes(id);
}

/** Keys under which records name the trade and the order that they belong to. */
const NAMES = ['tid', 'oid'];

/** Many steps ask about the same record. */
const known = new WeakMap<ShopRecord, readonly string[]>();

/** Ids of everything that a record is about. */
export function idsOf(record: ShopRecord): readonly string[] {
  const before = known.get(record);
  if (before) return before;
  const ids = idsIn(record);
  known.set(record, ids);
  return ids;
}

function idsIn({ subject, data }: ShopRecord): string[] {
  const named = [data, data.before, data.after].flatMap((part) => NAMES.map((key) => valueIn(part, key)));
  const also = Array.isArray(data.also) ? data.also.map((part: unknown) => valueIn(part, 'id')) : [];
  return [subject, ...named, ...also].filter((id) => typeof id === 'string');
}

/** The value at a dotted path; undefined where there is none. */
export function valueIn(data: unknown, path: string): unknown {
  let value = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A value as the text that an input is judged as; a list as its parts with commas between. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
    ? value.join(',')
    : undefined;
}

/** Is the type one of these? `trade.*` is all that begin so. */
export function isListed(type: string, list: readonly string[] = []): boolean {
  return list.some((one) => (one.endsWith('*') ? type.startsWith(one.slice(0, -1)) : one === type));
}
