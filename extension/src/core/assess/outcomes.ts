import type { Outcome, RecordCondition, WorldCondition } from 'fixtures';
import { judgeInput, type Recall } from './judge-input.ts';
import { isAbout, meets, textOf, valueIn } from './record-facts.ts';
import { type Attempt, type Past, stateOf } from './state.ts';

/**
 * Does the world stand as the outcome wants it? One that is earned also needs the steps it names: records alone earn
 * nothing.
 */
export function outcomeHolds(attempt: Attempt, { that, by = [] }: Outcome): boolean {
  const mine = by.every((id) => attempt.plan.some((p) => p.step.id === id && stateOf(attempt, p.index).done));
  return mine && conditionHolds(that, recordsOf(attempt), attempt.today);
}

/** The event of the last record that has to do with the outcome; null where none came. */
export function evidenceFor(attempt: Attempt, { that }: Outcome): string | null {
  const about = conditionsIn(that);
  return (
    recordsOf(attempt).findLast(({ record }) =>
      about.some((one) => ('id' in one ? isAbout(record, one.id) : meets(one, record))),
    )?.event ?? null
  );
}

/** Finds what the records so far say. */
export function recallIn(attempt: Attempt): Recall {
  return (condition, path) =>
    recordsOf(attempt).flatMap(({ record }) =>
      meets(condition, record) ? (textOf(valueIn(record.data, path)) ?? []) : [],
    );
}

/** All records taken in, the oldest first. */
function recordsOf({ past }: Attempt): Past[] {
  const records: Past[] = [];
  for (let one = past; one; one = one.before) records.push(one);
  return records.reverse();
}

function conditionHolds(that: WorldCondition, records: readonly Past[], today: string): boolean {
  switch (that.kind) {
    case 'happened': {
      const count = records.filter(({ record }) => meets(that.record, record)).length;
      return count >= (that.min ?? 1) && count <= (that.max ?? Number.POSITIVE_INFINITY);
    }
    case 'before': {
      const later = records.findIndex(({ record }) => meets(that.later, record));
      return later < 0 || records.slice(0, later).some(({ record }) => meets(that.first, record));
    }
    case 'value': {
      const told = lastValue(records, that.of, that.path);
      if (!told) return that.untold ?? false;
      const text = textOf(told.value);
      return text !== undefined && judgeInput(that.is, { text }, today).length === 0;
    }
    case 'not':
      return !conditionHolds(that.that, records, today);
    case 'all':
      return that.of.every((one) => conditionHolds(one, records, today));
    case 'any':
      return that.of.some((one) => conditionHolds(one, records, today));
  }
}

/** What the records last told of a thing's field: by a record of its own or one that changed it as well. */
function lastValue(records: readonly Past[], id: string, path: string): { value: unknown } | undefined {
  const [field = ''] = path.split('.');
  for (const { record } of records.toReversed()) {
    const parts = [
      ...(record.subject === id ? [record.data] : []),
      ...(Array.isArray(record.data.also)
        ? record.data.also.filter((part: unknown) => valueIn(part, 'id') === id)
        : []),
    ];
    for (const part of parts) {
      const after = valueIn(part, 'after');
      if (after === null || (typeof after === 'object' && Object.hasOwn(after, field)))
        return { value: valueIn(after, path) };
    }
  }
  return undefined;
}

function conditionsIn(that: WorldCondition): (RecordCondition | { id: string })[] {
  switch (that.kind) {
    case 'happened':
      return [that.record];
    case 'before':
      return [that.later];
    case 'value':
      return [{ id: that.of }];
    case 'not':
      return conditionsIn(that.that);
    case 'all':
    case 'any':
      return that.of.flatMap(conditionsIn);
  }
}
