import type { ShopRecord } from 'fixtures';
import { digest } from '../log/chain.ts';
import { idsOf, isListed, valueIn } from './record-facts.ts';
import { type Attempt, type Collateral, revise, type Trail } from './state.ts';

/** Fields that tell when a thing changed, not what it is. */
const BOOKKEEPING = new Set(['modified']);

/**
 * "Nothing else changed": remembers what the task did not name, field by field, and sees when it is put back. What
 * nobody can take back is harm.
 */
export function noteCollateral(attempt: Attempt, record: ShopRecord, event: string): Attempt {
  const known = attempt.collateral[record.subject];
  const harmful = (known?.harmful ?? false) || isListed(record.type, attempt.lesson.irreversible);
  const was = { ...fieldsOf(record.data.before, record.data.after), ...known?.was };
  const is = { ...known?.is, ...fieldsOf(record.data.after, record.data.before) };
  const restored = !harmful && Object.keys(was).every((key) => digest(was[key]) === digest(is[key]));
  const one: Collateral = { was, is, restored, harmful, event: known && !restored ? known.event : event };
  const next = { ...attempt, collateral: { ...attempt.collateral, [record.subject]: one } };
  const last = lastIn(next, record);
  if (!last) return next;
  const tail = record.subject.slice(-4);
  if (restored) return revise(next, { kind: 'undo', event: last.event, text: `已恢复原样：…${tail}`, reasons: [] });
  if (!isListed(record.type, attempt.lesson.irreversible)) return next;
  const name = attempt.lesson.records[record.type] ?? record.type;
  const text = `…${tail} 不在任务里，“${name}”也不能撤回`;
  return revise(next, { kind: 'harmful', event: last.event, text, reasons: [{ clause: 'harm', text }] });
}

/** The fields of a change's one side; those that only the other side has are null here. */
function fieldsOf(side: unknown, other: unknown): Record<string, unknown> {
  const keys = [side, other].flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one) : []));
  const fields: Record<string, unknown> = {};
  for (const key of keys) if (!BOOKKEEPING.has(key)) fields[key] = valueIn(side, key) ?? null;
  return fields;
}

/** The latest action done in a row of what the record is about. */
export function lastIn(attempt: Attempt, record: ShopRecord): Trail | undefined {
  const ids = new Set(idsOf(record));
  for (let line = attempt.trail, n = 0; line && n < 20; line = line.before, n++) {
    if (line.kind === 'action' && line.row && Object.values(line.row).some((id) => ids.has(id))) return line;
  }
  return undefined;
}
