import { type Order, type Refund, RefundStatus, type Trade, TradeStatus } from 'fixtures';
import { fen } from '../domain/money.ts';
import type { ShopState } from '../domain/state.ts';
import { parcelFaults } from './random-ship-act.ts';

const OPEN = ['WAIT_SELLER_AGREE', 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS', 'SELLER_REFUSE_BUYER'];
const SENT = ['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED', 'TRADE_FINISHED'];
const PLATFORM_HOLDS = ['WAIT_SELLER_SEND_GOODS', 'SELLER_CONSIGNED_PART', 'WAIT_BUYER_CONFIRM_GOODS'];

/** What has to hold of a world at all times, told without the rules that bring it about. @returns what does not, in words */
export function worldFaults(state: ShopState): string[] {
  const faults: string[] = [...parcelFaults(state), ...toolFaults(state)];
  let [escrow, seller] = [0, 0];
  for (const [place, trade] of state.trades.entries()) {
    const money = moneyOf(state, trade);
    escrow += money.held;
    seller += fen(trade.received_payment);
    const found = [...money.faults, ...statusFaults(trade), ...timeFaults(trade)];
    if (state.places.get(trade.tid) !== place) found.push('不在自己的位置上');
    for (const order of trade.orders.order) found.push(...orderFaults(state, trade, order));
    faults.push(...found.map((fault) => `${trade.tid} ${trade.status}: ${fault}`));
  }
  for (const refund of state.refunds.values()) {
    faults.push(...refundFaults(state, refund).map((fault) => `${refund.refund_id} ${refund.status}: ${fault}`));
  }
  for (const { rate_id, tid, role, oid } of state.rates.values()) {
    if (rate_id !== `${oid}-${role}`) faults.push(`${rate_id}: 编号不对`);
    if (state.trades[state.places.get(tid) ?? -1]?.status !== 'TRADE_FINISHED')
      faults.push(`${rate_id}: 没有成交的评价`);
  }
  const { ledger } = state;
  if (ledger.escrow !== escrow) faults.push(`账本托管 ${ledger.escrow}，订单托管 ${escrow}`);
  if (ledger.seller !== seller) faults.push(`账本卖家 ${ledger.seller}，订单实收 ${seller}`);
  if (ledger.buyers + escrow + seller !== 0) faults.push('账本之和不为 0');
  return faults;
}

/** What the platform holds of the trade: what was paid, less what either side has got. */
function moneyOf(state: ShopState, trade: Trade): { held: number; faults: string[] } {
  const faults: string[] = [];
  const { orders, discount_fee, adjust_fee, received_payment, post_fee } = trade;
  const goods = orders.order.reduce((sum, order) => sum + fen(order.payment), 0);
  const total = orders.order.reduce((sum, order) => sum + fen(order.total_fee), 0);
  const payment = fen(trade.payment);
  if (payment !== goods + fen(post_fee)) faults.push('实付不是宝贝加运费');
  if (goods !== total - fen(discount_fee) + fen(adjust_fee)) faults.push('宝贝之和不对');
  const back = (state.refundsOf.get(trade.tid) ?? [])
    .map((id) => state.refunds.get(id))
    .reduce((sum, one) => sum + (one?.status === 'SUCCESS' ? fen(one.refund_fee) : 0), 0);
  const paid = trade.pay_time === undefined ? 0 : payment;
  if (back > paid) faults.push(`退了 ${back}，只付了 ${paid}`);
  const rest = paid - back - fen(received_payment);
  if (!PLATFORM_HOLDS.includes(trade.status) || trade.type === 'cod') {
    if (rest !== 0) faults.push(`有 ${rest} 分钱没有去处`);
    return { held: 0, faults };
  }
  if (rest < 0) faults.push(`多出了 ${-rest} 分钱`);
  return { held: rest, faults };
}

/** Whether the trade's status and its orders' say the same. */
function statusFaults({ status, orders, pay_time, end_time, type, consign_time }: Trade): string[] {
  const faults: string[] = [];
  const say = (wrong: boolean, fault: string) => void (wrong && faults.push(fault));
  const left = orders.order.filter((order) => !order.status.startsWith('TRADE_CLOSED'));
  const sent = left.filter((order) => SENT.includes(order.status));
  say(!TradeStatus.options.includes(status), '没有这个状态');
  say((status.startsWith('TRADE_CLOSED') || status === 'TRADE_FINISHED') !== (end_time !== undefined), '结束时间不对');
  say(type === 'fixed' && (status === 'WAIT_BUYER_PAY' || status === 'TRADE_CLOSED_BY_TAOBAO') && !!pay_time, '付过款');
  switch (status) {
    case 'TRADE_CLOSED':
    case 'TRADE_CLOSED_BY_TAOBAO':
      say(left.length > 0, '已关闭，还有没关闭的宝贝');
      break;
    case 'SELLER_CONSIGNED_PART':
      say(sent.length === 0 || sent.length === left.length, '不是部分发货');
      break;
    default:
      say(left.length === 0, '没有关闭，宝贝都关闭了');
      say(
        left.some((order) => order.status !== status),
        '宝贝与订单的状态不同',
      );
  }
  say(SENT.includes(status) && consign_time === undefined, '没有发货时间');
  return faults;
}

/** A deadline is there while somebody has to act, runs or stands still, and stands still while a refund is open. */
function timeFaults(trade: Trade): string[] {
  const { status, timeout_action_time: deadline, timeout_left: left, orders } = trade;
  const refunding = orders.order.some((order) => OPEN.includes(order.refund_status));
  if (deadline !== undefined && left !== undefined) return ['期限又走又停'];
  if (left !== undefined && !refunding) return ['没有退款，期限却停着'];
  if (deadline !== undefined && refunding) return ['退款在处理，期限却在走'];
  const has = deadline !== undefined || left !== undefined;
  const waits = ['WAIT_BUYER_PAY', 'TRADE_BUYER_SIGNED'].includes(status);
  const confirms = status === 'WAIT_BUYER_CONFIRM_GOODS' && trade.type === 'fixed';
  return has === (waits || confirms) ? [] : [has ? '不该有期限' : '没有期限'];
}

function orderFaults(state: ShopState, trade: Trade, order: Order): string[] {
  const faults: string[] = [];
  const { oid, refund_id, refund_status, status, consign_time } = order;
  const ids = state.refundsOf.get(trade.tid) ?? [];
  const own = ids.flatMap((id) => state.refunds.get(id) ?? []).filter((one) => one.oid === oid);
  if (!RefundStatus.options.includes(refund_status)) faults.push('没有这个退款状态');
  if (own.filter((one) => OPEN.includes(one.status)).length > 1) faults.push('一件宝贝有两笔退款在处理');
  if (SENT.includes(status) && consign_time === undefined) faults.push('宝贝没有发货时间');
  if (refund_id === undefined) {
    if (own.length > 0 || refund_status !== 'NO_REFUND') faults.push('退款没有编号');
    return faults;
  }
  const newest = own.at(-1);
  if (newest?.refund_id !== refund_id) faults.push('不是最近的退款');
  const exchanged = newest?.dispute_type === 'EXCHANGE' && newest.status === 'SUCCESS';
  if (refund_status !== (exchanged ? 'CLOSED' : newest?.status)) faults.push(`退款状态是 ${newest?.status}`);
  return faults;
}

function refundFaults(state: ShopState, refund: Refund): string[] {
  const faults: string[] = [];
  const say = (wrong: boolean, fault: string) => void (wrong && faults.push(fault));
  const { status, dispute_type, good_status, refund_fee, timeout_action_time, messages, sid } = refund;
  const over = status === 'SUCCESS' || status === 'CLOSED';
  say(over && timeout_action_time !== undefined, '已结束，还有期限');
  say(dispute_type === 'REFUND' && (status.includes('GOODS') || sid !== undefined), '仅退款却要退货');
  say(dispute_type !== 'REFUND' && good_status === 'BUYER_NOT_RECEIVED', '没有收到货却要退货');
  say(dispute_type === 'EXCHANGE' ? refund_fee !== '0.00' : fen(refund_fee) === 0, '金额不对');
  say(
    messages.some(({ id }, i) => id !== i + 1),
    '留言的编号不连续',
  );
  if (status === 'WAIT_SELLER_CONFIRM_GOODS') {
    const back = [...state.parcels.values()].filter((one) => one.refund_id === refund.refund_id);
    say(good_status !== 'BUYER_RETURNED_GOODS' || refund.return_address === undefined, '没有同意就退了货');
    say(!back.some((one) => one.out_sid === sid && one.direction === 'back'), '没有退件');
  }
  return faults;
}

function toolFaults({ addresses, carriers, freight }: ShopState): string[] {
  const faults: string[] = [];
  for (const name of ['send_def', 'cancel_def'] as const) {
    const defaults = [...addresses.values()].filter((one) => one[name]).length;
    if (defaults !== (addresses.size > 0 ? 1 : 0)) faults.push(`地址库有 ${defaults} 个 ${name}`);
  }
  if (![...carriers.values()].some((one) => one.enabled)) faults.push('没有可用的物流公司');
  if (freight.size === 0) faults.push('没有运费模板');
  return faults;
}
