import type { Carrier, Order, SellerAddress, ShopRecord, Trade, World } from 'fixtures';
import { apply } from '../domain/apply.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { due } from '../domain/due.ts';
import { find } from '../domain/entities.ts';
import { worldStarted } from '../domain/record.ts';
import type { RefundAct } from '../domain/refund/command.ts';
import { PRACTICE_PASSWORD } from '../domain/refund/practice-password.ts';
import { simMs } from '../domain/sim-time.ts';
import { beginState, type ShopState } from '../domain/state.ts';
import { tinyId, tinyTrade, tinyWorld } from './tiny-world.ts';

/** The first simulated moment of these worlds. */
export const START = simMs('2026-11-22T10:00:00+08:00');
/** A simulated day in ms. */
export const DAY = 86_400_000;
/** Trades of the world: paid, shipped (two orders), finished, unpaid, paid at the door. */
export const PAID = tinyId(3);
export const SHIPPED = tinyId(4);
export const FINISHED = tinyId(5);
export const UNPAID = tinyId(6);
export const COD = tinyId(7);

const SENT = {
  consign_time: '2026-11-21T18:00:00+08:00',
  logistics_company: '圆通速递',
  invoice_no: 'YT1234567890123',
};
const paid = { pay_time: '2026-11-20T09:01:00+08:00' };

/** A world in which refunds can be asked for; buyers are `买家3` … `买家7`, each with one trade. */
export function refundWorld(parts: Partial<World> = {}): World {
  const shipped = tinyTrade(4, {
    ...paid,
    status: 'WAIT_BUYER_CONFIRM_GOODS',
    created: '2026-11-20T09:00:00+08:00',
    consign_time: SENT.consign_time,
    timeout_action_time: '2026-12-01T18:00:00+08:00',
    payment: '208.00',
    post_fee: '8.00',
  });
  const [line] = tinyTrade(4, { status: 'WAIT_BUYER_CONFIRM_GOODS' }, SENT).orders.order as [Order];
  const trades: Trade[] = [
    tinyTrade(7, { type: 'cod', status: 'TRADE_BUYER_SIGNED', ...paid }, SENT),
    tinyTrade(6, { status: 'WAIT_BUYER_PAY' }),
    tinyTrade(
      5,
      {
        ...paid,
        status: 'TRADE_FINISHED',
        consign_time: SENT.consign_time,
        end_time: '2026-11-22T09:30:00+08:00',
        received_payment: '100.00',
      },
      SENT,
    ),
    { ...shipped, orders: { order: [line, { ...line, oid: tinyId(44) }] } },
    tinyTrade(3, { ...paid, payment: '106.00', post_fee: '6.00' }),
  ];
  return tinyWorld({
    trades,
    addresses: [address('300103', true), address('300101', false)],
    carriers: [YTO],
    ...parts,
  });
}

const YTO: Carrier = {
  id: '1',
  code: 'YTO',
  name: '圆通速递',
  reg_mail_no: 'YT\\d{13}|[A-Z0-9]{2}\\d{10}',
  enabled: true,
  phone: '95554',
  zones: [{ states: [], fee: '7.00', days: 4 }],
};

function address(contact_id: string, cancel_def: boolean): SellerAddress {
  return {
    contact_id,
    contact_name: '售后组',
    province: '浙江省',
    city: '杭州市',
    country: '临平区',
    addr: '兴元路 66 号 5 号仓',
    zip_code: '311103',
    phone: '0571-86201199',
    mobile_phone: '',
    memo: '',
    send_def: false,
    cancel_def,
    modify_date: '2026-09-01T09:30:00+08:00',
  };
}

/** A shop at work: says what a command gives, lets time pass, and knows its refunds. */
export class RefundShop {
  readonly state: ShopState;
  readonly records: ShopRecord[] = [];
  now = START;

  constructor(parts: Partial<World> = {}) {
    this.state = beginState(refundWorld(parts), 1000);
    this.keep(worldStarted(this.state, 1440, 1000));
  }

  /** Folds records in. */
  keep(records: readonly ShopRecord[]): void {
    for (const record of records) apply(this.state, record);
    this.records.push(...records);
  }

  /** The one record that the command gives. @throws when it is refused */
  do(command: Command): ShopRecord {
    const decision = decide(this.state, command, { sim: this.now, wall: 0 });
    if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.sub_msg}`);
    this.keep(decision.records);
    return decision.records[0] as ShopRecord;
  }

  /** The sub code with which the command is refused. @throws when it is accepted */
  refused(command: Command): string {
    const decision = decide(this.state, command, { sim: this.now, wall: 0 });
    if ('records' in decision) throw new Error(`accepted: ${command.type}`);
    const { sub_code = '', sub_msg = '' } = decision.refusal;
    if (!/[一-鿿]/.test(sub_msg)) throw new Error(`no Chinese: ${sub_msg}`);
    return sub_code;
  }

  /** Lets that many simulated days pass; what happens to refunds by itself. */
  pass(days: number): ShopRecord[] {
    this.now += days * DAY;
    const happened: ShopRecord[] = [];
    for (;;) {
      const records = due(this.state, { sim: this.now, wall: 0 });
      if (records.length === 0) return happened;
      this.keep(records);
      happened.push(...records.filter(({ type }) => type.startsWith('refund.')));
    }
  }

  trade(tid: string): Trade {
    const trade = find(this.state, 'trade', tid);
    if (!trade) throw new Error(`no trade ${tid}`);
    return trade;
  }

  refund(id: string) {
    const refund = find(this.state, 'refund', id);
    if (!refund) throw new Error(`no refund ${id}`);
    return refund;
  }

  /** Asks for a refund and gives its id. */
  ask(parts: Partial<RefundAct<'refund.apply'>> = {}): string {
    return this.do(asking(parts)).subject;
  }
}

/** A fine application: all of the paid trade's money back before it is shipped. */
export function asking(parts: Partial<RefundAct<'refund.apply'>> = {}): RefundAct<'refund.apply'> {
  const tid = parts.tid ?? PAID;
  return {
    type: 'refund.apply',
    actor: 'buyer',
    buyer_nick: `买家${Number(tid.slice(-2))}`,
    tid,
    oid: tid,
    dispute_type: 'REFUND',
    good_status: 'BUYER_NOT_RECEIVED',
    reason: '多拍/拍错/不想要',
    refund_fee: '100.00',
    desc: '',
    pics: [],
    password: PRACTICE_PASSWORD,
    ...parts,
  };
}

/** A fine application to send goods back. */
export function askingReturn(parts: Partial<RefundAct<'refund.apply'>> = {}): RefundAct<'refund.apply'> {
  return asking({
    tid: SHIPPED,
    dispute_type: 'REFUND_AND_RETURN',
    good_status: 'BUYER_RECEIVED',
    reason: '七天无理由',
    ...parts,
  });
}
