import type { Action } from 'fixtures';
import type { PlannedStep } from '../lesson/plan.ts';
import type { Verdict } from '../ports.ts';
import { type Attempt, stateOf } from './state.ts';

/** Most right rows that are named for one wrong one. */
const NAMED = 3;

/**
 * The verdict on the right control in a row that the task does not name: which row it was, and which it should have
 * been ("…8821 不是要备注的那笔订单，应当是 …2352").
 */
export function wrongRow(
  attempt: Attempt,
  alike: readonly PlannedStep[],
  { selection }: Action,
  clause = 'wrong-target',
): Omit<Verdict, 'event'> {
  const open = alike.filter((p) => !stateOf(attempt, p.index).done);
  const [about] = open.length > 0 ? open : alike;
  const wanted = about?.step.target.row ?? {};
  const key = Object.keys(wanted).find((one) => selection.row[one] !== wanted[one]) ?? '';
  const row = attempt.lesson.rows[key] ?? '一行';
  const { name, measure } = typeof row === 'string' ? { name: row, measure: '笔' } : row;
  const wrong = selection.row[key];
  const right = [...new Set(open.flatMap((p) => p.step.target.row?.[key] ?? []))].map(shown);
  const should =
    right.length > NAMED ? `${right.slice(0, NAMED).join('、')}等 ${right.length} ${measure}里的` : right.join('、');
  const what = `要${about?.step.deed ?? '处理'}的那${measure}${name}`;
  const text = `${wrong === undefined ? '这里' : shown(wrong)} 不是${what}${should ? `，应当是 ${should}` : `，请核对${name}编号`}`;
  return { kind: 'wrong-target', text, reasons: [{ clause, text }] };
}

/** An id as people name it: of a long number the last four digits. */
function shown(id: string): string {
  return /^\w{6,}$/.test(id) && /\d{4}$/.test(id) ? `…${id.slice(-4)}` : `「${id}」`;
}
