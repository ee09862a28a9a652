import type { DeskOrder, Shift } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import { fen, yuan } from '../../money.ts';
import type { Draft } from '../../record.ts';
import { invalid, missing, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import { simMs, simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import type { TrainingCommand } from '../command.ts';
import { simMsOf } from '../round.ts';
import { type Choice, choicesOf } from './choices.ts';
import { judgementOf, openOrder } from './desk-order.ts';
import { endIfDone } from './end-if-done.ts';

/**
 * 订单发货: a true order goes on its way and its postage is taken from the funds; a made-up one becomes 无效 and costs nothing.
 * That the carrier is not the best is no mistake here (AM-40). Source: textbook 4.4, 4.5, AM-44.
 * @throws Refused
 */
export function sendOrder(
  state: ShopState,
  { order_id, company_code }: Extract<TrainingCommand, { type: 'desk.send' }>,
  now: Now,
): Draft[] {
  const { order, shift } = openOrder(state, order_id, 'placed');
  const chosen = chosenOf(order, shift, company_code);
  const left = fen(shift.funds ?? '0.00') - fen(chosen.fee);
  if (left < 0) {
    const text = `店铺可用资金 ${shift.funds} 元，不够付 ${chosen.fee} 元的物流费。请先收款，或者换一家物流公司`;
    throw new Refused(remote('isv.funds-not-enough', text));
  }
  const at = Math.max(now.sim, state.lastAt);
  const tell = judgementOf(state, order, shift, chosen);
  if (tell.truth === 'fake') {
    const after: DeskOrder = { ...order, status: 'invalid' };
    return [
      changed(state, at, 'seller', 'desk-order.invalid', { kind: 'desk-order', id: order_id, after }, { tell }),
      ...endIfDone(state, shift, order_id, at),
    ];
  }
  const sent = simText(at);
  const after: DeskOrder = {
    ...order,
    status: 'sent',
    carrier: chosen.code,
    fee: chosen.fee,
    sent,
    due: simText(simMs(sent) + simMsOf(shift, chosen.days * shift.rules.orders.day)),
  };
  const funds = { kind: 'shift' as const, id: shift.shift_id, after: { ...shift, funds: yuan(left) } };
  return [
    changed(
      state,
      at,
      'seller',
      'desk-order.sent',
      { kind: 'desk-order', id: order_id, after },
      { also: [funds], tell },
    ),
  ];
}

function chosenOf(order: DeskOrder, shift: Shift, code: string): Choice {
  if (code === '') throw new Refused(missing('company_code', '请选择物流公司'));
  const chosen = choicesOf(order, shift.rules.orders).find((one) => one.code === code);
  if (!chosen) throw new Refused(invalid('company_code', '这一轮没有这家物流公司，请在下拉框里选一家'));
  if (chosen.fee === '') throw new Refused(remote('isv.carrier-not-serving', `${chosen.name}不送这个地区，请换一家`));
  return chosen;
}
