import type { ShopRecord } from 'fixtures';
import { ApplyError, fault, textOf } from './apply-error.ts';
import { applyAnswered, applyRead, applyReceived } from './chat/apply-chat.ts';
import { type EntityKind, find, isKind, put, remove } from './entities.ts';
import { isFlag, type Memo } from './memo.ts';
import { type Patch, patched } from './patch.ts';
import { CHANGES } from './record-types.ts';
import { armScript } from './script/script.ts';
import { nextMidnight, simMs } from './sim-time.ts';
import type { ShopState } from './state.ts';

export { ApplyError };

/**
 * Folds one record into the state, in place, and returns it.
 * @throws ApplyError when the record does not continue this world; the state is then of no further use
 */
export function apply(state: ShopState, record: ShopRecord): ShopState {
  const at = simMs(record.at);
  if (record.world !== state.id) throw fault(record, '属于另一个世界');
  if (record.seq !== state.lastSeq + 1) throw fault(record, `应当是 ${state.lastSeq + 1} 号`);
  if (at < state.lastAt) throw fault(record, '时间比前一条早');
  if ((record.seq === 1) !== (record.type === 'world.started')) throw fault(record, '世界的开头不对');
  const kind = CHANGES.get(record.type);
  if (kind) applyChange(state, record, kind);
  else applyOther(state, record, at);
  state.lastSeq = record.seq;
  state.lastAt = at;
  armScript(state, record, at);
  return state;
}

function applyOther(state: ShopState, record: ShopRecord, at: number): void {
  switch (record.type) {
    case 'world.started':
      if (record.data.scenario !== state.scenario || record.data.seed !== state.seed) throw fault(record, '场景不一致');
      break;
    case 'clock.day-started':
      state.date = textOf(record, 'date');
      state.agenda.add({ at: nextMidnight(state.date), kind: 'midnight', id: '' });
      break;
    case 'chat.received':
      applyReceived(state, record);
      break;
    case 'chat.answered':
      applyAnswered(state, record, at);
      break;
    case 'chat.read':
      applyRead(state, record);
      break;
    case 'script.skipped':
      break;
    default:
      throw fault(record, `不认识的类型 ${record.type}`);
  }
}

/** All of a record's changes are checked before the first is made. */
function applyChange(state: ShopState, record: ShopRecord, kind: EntityKind): void {
  const main = record.type === 'trade.memo.updated' ? memoPatch(state, record) : patchIn(record, record.data);
  const changes = [{ kind, id: record.subject, ...main }, ...alsoIn(record)];
  const results = changes.map((one) => {
    const after = patched<object>(find(state, one.kind, one.id), one);
    if (after === undefined) throw fault(record, '与之前的状态接不上');
    return { ...one, thing: after };
  });
  for (const { kind: of, id, thing } of results) {
    if (thing) put(state, of, thing as never);
    else remove(state, of, id);
  }
}

/** A remark's record tells flag and text in full, also where only one of them changed: a remark is judged as a whole. */
function memoPatch(state: ShopState, record: ShopRecord): Patch {
  const before = memoOf(record.data.before);
  const after = memoOf(record.data.after);
  if (!before || !after) throw fault(record, '内容残缺');
  const modified = find(state, 'trade', record.subject)?.modified;
  return {
    before: { seller_flag: before.flag, seller_memo: before.memo, modified },
    after: { seller_flag: after.flag, seller_memo: after.memo, modified: record.at },
  };
}

function memoOf(value: unknown): Memo | undefined {
  if (!isObject(value)) return undefined;
  const { flag, memo } = value;
  return typeof flag === 'number' && isFlag(flag) && typeof memo === 'string' ? { flag, memo } : undefined;
}

function alsoIn(
  record: ShopRecord,
): { kind: EntityKind; id: string; before: Patch['before']; after: Patch['after'] }[] {
  const { also } = record.data;
  if (also === undefined) return [];
  if (!Array.isArray(also)) throw fault(record, '内容残缺');
  return also.map((one: unknown) => {
    if (!isObject(one)) throw fault(record, '内容残缺');
    const { kind, id } = one;
    if (!isKind(kind) || typeof id !== 'string') {
      throw fault(record, '内容残缺');
    }
    return { kind, id, ...patchIn(record, one) };
  });
}

function patchIn(record: ShopRecord, { before, after }: Record<string, unknown>): Patch {
  const fine = (value: unknown): value is Record<string, unknown> | null => value === null || isObject(value);
  if (!fine(before) || !fine(after) || (before === null && after === null)) throw fault(record, '内容残缺');
  return { before, after };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
