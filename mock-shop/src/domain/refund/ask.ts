import type { Order, Refund, Trade } from 'fixtures';
import { fen, yuan } from '../money.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { OPEN_REFUNDS } from '../trade-index.ts';
import { refundable } from './amount.ts';
import { cleanPictures, cleanText, mustBe, NOTE_LENGTH, ownRefund } from './check.ts';
import type { Application, RefundAct } from './command.ts';
import { passwordFault } from './practice-password.ts';
import { reasonsFor, SEVEN_DAYS, TYPE_NAME } from './reasons.ts';
import { isAftersaleOpen, sevenDaysEnd, signedAt } from './signed.ts';
import { inStatus, said, step, tradeNow } from './step.ts';

const TYPES: readonly Refund['dispute_type'][] = ['REFUND', 'REFUND_AND_RETURN', 'EXCHANGE'];
const GOODS: readonly Refund['good_status'][] = ['BUYER_NOT_RECEIVED', 'BUYER_RECEIVED'];

/** The buyer asks. @throws Refused */
export function apply(state: ShopState, command: RefundAct<'refund.apply'>, at: number): Draft {
  const { trade, order } = lineOf(state, command);
  if (OPEN_REFUNDS.includes(order.refund_status)) {
    throw new Refused(remote('isv.refund-exist', '这件宝贝已经有一笔退款在处理中，请在那一笔里修改'));
  }
  if (order.refund_status === 'SUCCESS') throw new Refused(remote('isv.refund-exist', '这件宝贝已经退过款了'));
  const asked = checked(state, trade, order, command, at);
  const refund: Refund = {
    refund_id: newId(state, at),
    tid: trade.tid,
    oid: order.oid,
    buyer_nick: trade.buyer_nick,
    status: 'WAIT_SELLER_AGREE',
    title: order.title,
    num: order.num,
    total_fee: order.payment,
    created: simText(at),
    modified: simText(at),
    cs_status: 1,
    messages: [],
    ...asked.fields,
  };
  return step(state, at, 'buyer', 'refund.applied', put(state, refund, asked, '发起了退款申请', at));
}

/** The buyer asks for something else while nobody has agreed. A new time to answer begins. @throws Refused */
export function change(state: ShopState, command: RefundAct<'refund.change'>, at: number): Draft {
  const before = ownRefund(state, command);
  mustBe(before, ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'], '卖家已经处理过这笔退款，现在不能修改申请');
  const trade = tradeNow(state, before.tid);
  const order = trade.orders.order.find(({ oid }) => oid === before.oid);
  if (!order) throw new Refused(remote('isv.order-not-exist', '退款的宝贝不在这笔订单里'));
  const asked = checked(state, trade, order, command, at);
  // Goods that were refused went back to the buyer: what was agreed on their return is void.
  const { return_address: _address, company_name: _name, sid: _sid, good_return_time: _time, ...rest } = before;
  const refund: Refund = { ...rest, ...asked.fields };
  return step(state, at, 'buyer', 'refund.changed', put(state, refund, asked, '修改了退款申请', at));
}

interface Asked {
  fields: Pick<Refund, 'dispute_type' | 'good_status' | 'refund_phase' | 'reason' | 'desc' | 'refund_fee'>;
  pics: string[];
}

function put(state: ShopState, refund: Refund, { fields, pics }: Asked, what: string, at: number): Refund {
  const { dispute_type, good_status, reason, refund_fee, desc } = fields;
  const money = dispute_type === 'EXCHANGE' ? '' : `，金额：${refund_fee} 元`;
  const goods = good_status === 'BUYER_RECEIVED' ? '已收到货' : '没有收到货';
  const facts = `${what}。要求：${TYPE_NAME[dispute_type]}，货物状态：${goods}，原因：${reason}${money}`;
  const told = said(state, refund, at, 'buyer', facts, desc ? [] : pics);
  const noted = desc ? said(state, told, at, 'buyer', desc, pics) : told;
  return inStatus(state, noted, 'WAIT_SELLER_AGREE', at);
}

function lineOf(state: ShopState, command: RefundAct<'refund.apply'>): { trade: Trade; order: Order } {
  const { tid, oid, buyer_nick } = command;
  if (!tid) throw new Refused(missing('tid'));
  if (!oid) throw new Refused(missing('oid'));
  const trade = state.trades[state.places.get(tid) ?? -1];
  if (trade?.buyer_nick !== buyer_nick) throw new Refused(remote('isv.trade-not-exist', `您没有编号为 ${tid} 的订单`));
  const order = trade.orders.order.find((one) => one.oid === oid);
  if (!order) throw new Refused(remote('isv.order-not-exist', '这笔订单里没有这件宝贝'));
  return { trade, order };
}

function checked(state: ShopState, trade: Trade, order: Order, asked: Application, at: number): Asked {
  const dispute_type = TYPES.find((one) => one === asked.dispute_type);
  if (!dispute_type) throw new Refused(invalid('dispute_type', '退款类型只能是仅退款、退货退款或换货'));
  const good_status = GOODS.find((one) => one === asked.good_status);
  if (!good_status) throw new Refused(invalid('good_status', '货物状态只能是已收到货或没有收到货'));
  const { reason } = asked;
  if (!reasonsFor(good_status).includes(reason))
    throw new Refused(invalid('reason', '退款原因与货物状态不相符，请重新选'));
  const refund_phase = phaseOf(trade, at);
  if (good_status === 'BUYER_NOT_RECEIVED' && dispute_type !== 'REFUND') {
    throw new Refused(invalid('dispute_type', '没有收到货，只能申请仅退款'));
  }
  if (good_status === 'BUYER_RECEIVED' && order.consign_time === undefined) {
    throw new Refused(invalid('good_status', '卖家还没有发货，请选没有收到货'));
  }
  const signed = signedAt(state, trade, order.oid);
  if (reason === SEVEN_DAYS && signed !== undefined && at > sevenDaysEnd(signed)) {
    throw new Refused(remote('isv.refund-seven-days-over', '签收已超过七天，不能再以七天无理由申请'));
  }
  const refund_fee = amountOf(asked.refund_fee, dispute_type, refundable(trade, order, good_status));
  const desc = cleanText('desc', '退款说明', asked.desc, NOTE_LENGTH);
  const pics = cleanPictures('pics', asked.pics);
  const wrong = passwordFault(asked.password);
  if (wrong) throw new Refused(wrong);
  return { fields: { dispute_type, good_status, refund_phase, reason, desc, refund_fee }, pics };
}

/** Before or after the trade's end. @throws Refused where there is nothing to give back, or no longer */
function phaseOf(trade: Trade, at: number): Refund['refund_phase'] {
  switch (trade.status) {
    case 'WAIT_BUYER_PAY':
      throw new Refused(remote('isv.trade-status-error', '还没有付款，不用退款：可以取消订单'));
    case 'TRADE_CLOSED':
    case 'TRADE_CLOSED_BY_TAOBAO':
      throw new Refused(remote('isv.trade-status-error', '交易已经关闭，不能再申请退款'));
    case 'TRADE_FINISHED':
      if (isAftersaleOpen(trade, at)) return 'aftersale';
      throw new Refused(remote('isv.refund-aftersale-over', '交易成功已超过 15 天，不能再申请售后'));
    default:
      if (trade.type === 'cod') {
        throw new Refused(remote('isv.trade-status-error', '货到付款的订单，确认收货以后才能申请售后'));
      }
      return 'onsale';
  }
}

/** @throws Refused when this is no amount, or more than there is */
function amountOf(text: unknown, type: Refund['dispute_type'], most: number): string {
  if (type === 'EXCHANGE') return '0.00';
  if (typeof text !== 'string' || !/^\d{1,9}(?:\.\d{1,2})?$/.test(text)) {
    throw new Refused(invalid('refund_fee', '退款金额写成元，最多两位小数，例如 199.00'));
  }
  const [whole = '0', cents = ''] = text.split('.');
  const amount = fen(`${whole}.${cents.padEnd(2, '0')}`);
  if (amount === 0) throw new Refused(invalid('refund_fee', '退款金额要大于 0'));
  if (amount > most) throw new Refused(invalid('refund_fee', `最多可退 ${yuan(most)} 元`));
  return yuan(amount);
}

/** 18 digits that no other refund of the world has: the simulated second and a number that goes up. */
function newId(state: ShopState, at: number): string {
  for (let n = state.lastSeq + 1; ; n++) {
    const id = `${Math.trunc(at / 1000)}${String(n % 100_000_000).padStart(8, '0')}`;
    if (!state.refunds.has(id)) return id;
  }
}
