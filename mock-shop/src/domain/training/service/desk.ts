import type { DeskShop, Shift, Training, Visitor, VisitorScript } from 'fixtures';
import { find } from '../../entities.ts';
import { missing, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import { simMs } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { realSeconds, trainingOf } from '../round.ts';

export type ServiceTexts = Training['SERVICE'];

/** Texts, cards and plans of 网店客服系统. */
export function textsOf(state: ShopState): ServiceTexts {
  return trainingOf(state).SERVICE;
}

/** What the visitors' texts name of the shop, as its settings, carriers and address library are now. */
export function deskShop({ settings, carriers, addresses }: ShopState): DeskShop {
  const home = [...addresses.values()].find(({ cancel_def }) => cancel_def);
  const carrier = [...carriers.values()].find(({ enabled }) => enabled);
  return {
    cod: settings.cod,
    freePost: String(Number(settings.free_post_from)),
    carrier: carrier?.name ?? '快递',
    returnAddress: home ? `${home.province}${home.city}${home.country}${home.addr.replaceAll(' ', '')}` : '店铺退货仓',
    returnPhone: home?.phone || home?.mobile_phone || '店铺电话',
  };
}

/** @throws Error when the texts have no such script: then the stored world is of another version */
export function scriptOf(state: ShopState, { script }: Pick<Visitor, 'script'>): VisitorScript {
  const found = textsOf(state).script(script);
  if (!found) throw new Error(`没有咨询人脚本 ${script}`);
  return found;
}

/** Whether the talk is over. */
export function isOver({ status }: Pick<Visitor, 'status'>): boolean {
  return status !== 'waiting' && status !== 'open';
}

/** The visitor whose talk goes on, and the round. @throws Refused when there is none, or it is over */
export function presentVisitor(state: ShopState, id: string): { visitor: Visitor; shift: Shift } {
  if (id === '') throw new Refused(missing('visitor_id'));
  const visitor = find(state, 'visitor', id);
  const shift = visitor && state.shifts.get(visitor.shift_id);
  if (!visitor || !shift) throw new Refused(remote('isv.visitor-not-exist', `没有编号为 ${id.slice(0, 40)} 的咨询人`));
  if (shift.end) throw new Refused(remote('isv.shift-over', '这一轮已经结束了'));
  if (visitor.status === 'left') throw new Refused(remote('isv.visitor-over', `${visitor.nick} 等不及，已经走了`));
  if (isOver(visitor)) throw new Refused(remote('isv.visitor-over', `和 ${visitor.nick} 的对话已经结束了`));
  return { visitor, shift };
}

/** Real seconds that the open question has been waiting. */
export function waited(shift: Shift, { asked }: Visitor, at: number): number {
  return realSeconds(shift, Math.max(0, at - simMs(asked)));
}

/** All of a round's visitors so far, in the order of their coming. */
export function visitorsOf(state: ShopState, shiftId: string): Visitor[] {
  return (state.visitorsOf.get(shiftId) ?? []).flatMap((id) => state.visitors.get(id) ?? []);
}

/** Whether everybody has come and gone. @param after the state of one visitor that is about to change */
export function isDone(state: ShopState, shift: Shift, after: Visitor): boolean {
  if (shift.next || !isOver(after)) return false;
  return visitorsOf(state, shift.shift_id).every((one) => one.visitor_id === after.visitor_id || isOver(one));
}
