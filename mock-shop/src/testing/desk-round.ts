import { type DeskOrder, loadTraining, type Shift, type ShopRecord, type TrainingRules } from 'fixtures';
import { runningShift, simMsOf } from '../domain/training/round.ts';
import { Played } from './played.ts';

const training = await loadTraining();
const { planOrders, table62 } = training.ORDERS;

export type DeskRules = TrainingRules['orders'];

/** A round of 网店订单管理 played by hand: signed in as the second student, begun with a preset's rules as `change` makes them. */
export class DeskRound extends Played {
  shiftId = '';

  constructor({
    seed = 7,
    preset = 'normal',
    change = {},
    begin = true,
  }: {
    seed?: number;
    preset?: keyof typeof training.PRESETS;
    change?: Partial<DeskRules>;
    begin?: boolean;
  } = {}) {
    super({ seed });
    this.state.training = training;
    const usual = training.PRESETS[preset];
    this.run({ type: 'account.sign-in', account: 'admin', password: '123456' });
    this.run({ type: 'rules.change', rules: { ...usual, orders: { ...usual.orders, ...change } } });
    this.run({ type: 'account.sign-in', account: 'xs02', password: '123456' });
    if (begin) this.begin();
  }

  /** Begins a round, and lets its first batch come. */
  begin(): void {
    this.run({ type: 'shift.start', kind: 'orders', day: 1440 });
    this.shiftId = runningShift(this.state, 'orders')?.shift_id ?? '';
    this.wait(0);
  }

  get shift(): Shift {
    const shift = this.state.shifts.get(this.shiftId);
    if (!shift) throw new Error('no round');
    return shift;
  }

  get rules(): DeskRules {
    return this.shift.rules.orders;
  }

  /** Lets real seconds pass. */
  seconds(seconds: number): ShopRecord[] {
    return this.wait(simMsOf(this.shift, seconds));
  }

  /** The round's orders that are in that status now. */
  orders(status: DeskOrder['status']): DeskOrder[] {
    return [...this.state.deskOrders.values()].filter((one) => one.shift_id === this.shiftId && one.status === status);
  }

  order(id: string): DeskOrder {
    const order = this.state.deskOrders.get(id);
    if (!order) throw new Error(`no order ${id}`);
    return order;
  }

  /** Whether a 系统订单 of this round is true, by its plan. */
  isReal({ order_id, address, consignee, zip, phone, region }: DeskOrder): boolean {
    const planned = planOrders(this.state.seed, this.shiftId, this.rules).find(
      (one) =>
        one.consignee === consignee &&
        one.address === address &&
        one.zip === zip &&
        one.phone === phone &&
        one.region === region,
    );
    if (!planned) throw new Error(`no plan of ${order_id}`);
    return planned.truth.real;
  }

  /** The first order that waits and is true, or made up. */
  waiting(real: boolean): DeskOrder {
    const order = this.orders('placed').find((one) => this.isReal(one) === real);
    if (!order) throw new Error('no such order');
    return order;
  }

  send({ order_id }: DeskOrder, company_code: string): ShopRecord[] {
    return this.run({ type: 'desk.send', order_id, company_code });
  }

  void({ order_id }: DeskOrder): ShopRecord[] {
    return this.run({ type: 'desk.void', order_id });
  }

  collect({ order_id }: DeskOrder): ShopRecord[] {
    return this.run({ type: 'desk.collect', order_id });
  }

  handIn(): ShopRecord[] {
    return this.run({ type: 'shift.end', shift_id: this.shiftId });
  }

  /** 评价表 6-2 from the records. */
  table(): ReturnType<typeof table62> {
    return table62(this.records, this.shiftId);
  }

  points(): number {
    return Math.round(this.table().reduce((sum, { points }) => sum + points, 0) * 10) / 10;
  }
}
