import type { Shift } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import type { Now } from '../command.ts';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import { simMs, simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { rulesOf, runningShift, simMsOf, somebody } from './round.ts';
import { WORK } from './work.ts';

export const SHIFT_NAME: Readonly<Record<Shift['kind'], string>> = { service: '网店客服系统', orders: '网店订单管理' };

/**
 * Begins a round with the rules as they are now; later changes do not reach it.
 * @param day real seconds per simulated day, fixed while the round goes on
 * @throws Refused when nobody is signed in, the kind is none, or such a round is going on
 */
export function startShift(state: ShopState, kind: string, day: number, now: Now): Draft[] {
  if (kind !== 'service' && kind !== 'orders') throw new Refused(invalid('kind', 'kind 只能是 service 或 orders'));
  const { account } = somebody(state);
  if (runningShift(state, kind)) {
    throw new Refused(remote('isv.shift-running', `${SHIFT_NAME[kind]}这一轮还没有结束`));
  }
  const rules = rulesOf(state);
  const { limit } = rules[kind];
  const number = [...state.shifts.values()].filter((one) => one.kind === kind).length + 1;
  const from = Math.max(now.sim, state.lastAt);
  const begun: Shift = {
    shift_id: `${kind}-${number}`,
    kind,
    account,
    rules,
    day,
    start: simText(from),
    come: 0,
    ...(limit !== null && { deadline: simText(from + simMsOf({ day }, limit)) }),
  };
  const { shift, also } = WORK[kind].begin(state, withNext(state, begun));
  return [
    changed(state, from, 'seller', 'shift.started', { kind: 'shift', id: shift.shift_id, after: shift }, { also }),
  ];
}

/** The round with the time at which the next of its visitors or batches comes. */
export function withNext(state: ShopState, { next: _, ...shift }: Shift): Shift {
  const seconds = WORK[shift.kind].plan(state, shift, shift.come);
  if (seconds === undefined) return shift;
  return { ...shift, next: simText(simMs(shift.start) + simMsOf(shift, seconds)) };
}

/** 交卷: ends a round early. @throws Refused when there is none of that number, or it is over */
export function endShift(state: ShopState, id: string, now: Now): Draft[] {
  if (id === '') throw new Refused(missing('shift_id'));
  const shift = find(state, 'shift', id);
  if (!shift) throw new Refused(remote('isv.shift-not-exist', `没有编号为 ${id.slice(0, 40)} 的一轮实训`));
  if (shift.end) throw new Refused(remote('isv.shift-over', '这一轮已经结束了'));
  return brokenOff(state, shift, now.sim, 'handed-in', 'seller');
}

/** Ends a round with things undone: what is given up, then that it is over. */
export function brokenOff(
  state: ShopState,
  shift: Shift,
  at: number,
  how: 'timeout' | 'handed-in',
  actor: Draft['actor'] = 'platform',
): Draft[] {
  const given = WORK[shift.kind].giveUp?.(state, shift, at) ?? [];
  return [...given, ended(state, shift, at, how, actor)];
}

/**
 * The record that a round is over, with everything that ends with it.
 * @param before the round as it is by then: an earlier draft of the same decision may have changed it
 */
export function ended(
  state: ShopState,
  before: Shift,
  at: number,
  how: NonNullable<Shift['ended']>,
  actor: Draft['actor'] = 'platform',
): Draft {
  const { next: _, ...shift } = before;
  const also: Changed[] = how === 'done' ? [] : WORK[shift.kind].end(state, shift, at);
  const after: Shift = { ...shift, end: simText(Math.max(at, state.lastAt)), ended: how };
  return changed(state, at, actor, 'shift.ended', { kind: 'shift', id: shift.shift_id, before, after }, { also });
}
