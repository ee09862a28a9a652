import type { Order, Trade, TradeRate } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import type { Decision, Now } from '../command.ts';
import { find } from '../entities.ts';
import { type Draft, numbered } from '../record.ts';
import { invalid, missing, remote, type TopError } from '../refusal.ts';
import { simMs, simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { charactersFault, textFault } from '../text-fault.ts';
import type { RateCommand } from './command.ts';

/** A rating's text, in GBK bytes. */
export const RATE_BYTES = 500;
/** An explanation, in characters. Source: seller-backend, `traderate.explain.add`. */
export const EXPLAIN_LENGTH = 500;
/** 好评, 中评, 差评. Source: textbook OP-3. */
export const RESULTS: readonly TradeRate['result'][] = ['good', 'neutral', 'bad'];

const DAY = 86_400_000;

type Side = TradeRate['role'];

/** Ratings of finished trades, once per order and side, and the rated side's one answer. Source: textbook OP-3, AM-49. */
export function decideRate(state: ShopState, command: RateCommand, now: Now): Decision {
  const result = command.type === 'rate.add' ? added(state, command, now) : explained(state, command, now);
  if (Array.isArray(result)) return { records: numbered(state, result, now.wall) };
  return { refusal: result, subject: command.type === 'rate.add' ? command.tid : command.oid };
}

/** Which orders a side has not rated yet: those that came to their end as a sale. */
export function unratedOrders(state: ShopState, trade: Trade, side: Side): Order[] {
  return trade.orders.order.filter(
    ({ oid, status }) => status === 'TRADE_FINISHED' && !state.rates.has(rateId(oid, side)),
  );
}

/** Until when (simulated ms) either side may rate the trade. */
export function rateUntil(state: ShopState, trade: Trade): number {
  return simMs(trade.end_time ?? trade.modified) + state.settings.rate_days * DAY;
}

/** Until when (simulated ms) the rated side may explain. */
export function explainUntil(state: ShopState, rate: TradeRate): number {
  return simMs(rate.created) + state.settings.explain_days * DAY;
}

export function rateId(oid: string, side: Side): string {
  return `${oid}-${side}`;
}

function added(
  state: ShopState,
  { actor, tid, oid, result, content }: Extract<RateCommand, { type: 'rate.add' }>,
  now: Now,
): Draft[] | TopError {
  const fault = idFault('tid', tid) ?? (oid === undefined ? undefined : idFault('oid', oid));
  if (fault) return fault;
  const grade = RESULTS.find((one) => one === result);
  if (!grade) return result === '' ? missing('result') : invalid('result', '评价只能是好评、中评或差评');
  const text = content.replaceAll('\r\n', '\n').trim();
  if (text === '' && grade !== 'good') return missing('content', '中评和差评要写明原因，请填写评价内容');
  const unfit = textFault('content', '评价内容', text, RATE_BYTES);
  if (unfit) return unfit;
  const trade = find(state, 'trade', tid);
  if (!trade) return remote('isv.trade-not-exist', `没有编号为 ${tid} 的订单`);
  const orders = ratedNow(state, trade, actor, oid, now);
  if (!Array.isArray(orders)) return orders;
  const left = unratedOrders(state, trade, actor).filter((one) => !orders.includes(one));
  return orders.map((order, i) => {
    const rate = rateOf(state, trade, order, actor, grade, text, now);
    const done: Changed[] =
      left.length === 0 && i === orders.length - 1
        ? [{ kind: 'trade', id: tid, after: { ...trade, [`${actor}_rate` as const]: true } }]
        : [];
    return changed(
      state,
      now.sim,
      actor,
      'rate.added',
      { kind: 'rate', id: rate.rate_id, after: rate },
      { also: done },
    );
  });
}

/** The orders that a rating is for, or why there can be none. */
function ratedNow(state: ShopState, trade: Trade, side: Side, oid: string | undefined, now: Now): Order[] | TopError {
  if (trade.status !== 'TRADE_FINISHED') return remote('isv.trade-status-error', '交易成功以后才能评价');
  if (oid !== undefined && !trade.orders.order.some((order) => order.oid === oid)) {
    return remote('isv.order-not-exist', `订单 ${trade.tid} 里没有编号为 ${oid} 的宝贝`);
  }
  if (trade[`${side}_rate`]) return twice();
  if (now.sim > rateUntil(state, trade)) {
    return remote('isv.rate-time-over', `交易成功已超过 ${state.settings.rate_days} 天，不能再评价`);
  }
  const unrated = unratedOrders(state, trade, side);
  if (oid === undefined) return unrated.length > 0 ? unrated : twice();
  const orders = unrated.filter((order) => order.oid === oid);
  if (orders.length > 0) return orders;
  return find(state, 'rate', rateId(oid, side))
    ? twice()
    : remote('isv.order-status-error', '这件宝贝已退款关闭，不能评价');
}

function twice(): TopError {
  return remote('isv.rate-already-exist', '已经评价过了，评价提交后不能修改');
}

function rateOf(
  state: ShopState,
  trade: Trade,
  order: Order,
  side: Side,
  result: TradeRate['result'],
  content: string,
  now: Now,
): TradeRate {
  const [nick, rated_nick] =
    side === 'buyer' ? [trade.buyer_nick, state.shop.nick] : [state.shop.nick, trade.buyer_nick];
  return {
    rate_id: rateId(order.oid, side),
    tid: trade.tid,
    oid: order.oid,
    role: side,
    nick,
    rated_nick,
    result,
    created: simText(Math.max(now.sim, state.lastAt)),
    item_title: order.title,
    item_price: order.price,
    content,
    reply: '',
  };
}

function explained(
  state: ShopState,
  { actor, oid, reply }: Extract<RateCommand, { type: 'rate.explain' }>,
  now: Now,
): Draft[] | TopError {
  const fault = idFault('oid', oid);
  if (fault) return fault;
  const text = reply.replaceAll('\r\n', '\n').trim();
  if (text === '') return missing('reply', '请填写解释内容');
  if (text.length > EXPLAIN_LENGTH) {
    return invalid('reply', `解释最多 ${EXPLAIN_LENGTH} 个字，现在是 ${text.length} 个字，请删减后再提交`);
  }
  const unfit = charactersFault('reply', '解释', text);
  if (unfit) return unfit;
  // One explains what the other side said.
  const rate = find(state, 'rate', rateId(oid, actor === 'seller' ? 'buyer' : 'seller'));
  if (!rate) return remote('isv.rate-not-exist', '还没有收到这件宝贝的评价');
  if (rate.reply !== '') return remote('isv.rate-already-explained', '这条评价已经解释过了，只能解释一次，不能修改');
  if (now.sim > explainUntil(state, rate)) {
    return remote('isv.rate-time-over', `评价已超过 ${state.settings.explain_days} 天，不能再解释`);
  }
  const after = { ...rate, reply: text, reply_time: simText(Math.max(now.sim, state.lastAt)) };
  return [changed(state, now.sim, actor, 'rate.explained', { kind: 'rate', id: rate.rate_id, after })];
}

function idFault(name: 'tid' | 'oid', id: string): TopError | undefined {
  if (id === '') return missing(name);
  return /^\d{1,19}$/.test(id) ? undefined : invalid(name, '编号应当全是数字');
}
