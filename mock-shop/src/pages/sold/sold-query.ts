import type { RefundStatus, TradeStatus } from 'fixtures';
import { CARRIERS, REFUND_LABEL, STATUS_LABEL } from '../../components/labels.ts';
import { among, digits, isDate, listQuery, pageNumber, words } from '../../components/list-query.ts';

/** The nine tabs in their order. */
export const TABS = [
  ['all', '近三个月订单'],
  ['waitPay', '等待买家付款'],
  ['waitSend', '等待发货'],
  ['sent', '已发货'],
  ['refunding', '退款中'],
  ['needRate', '需要评价'],
  ['success', '成功的订单'],
  ['closed', '关闭的订单'],
  ['old', '三个月前订单'],
] as const;
export type Tab = (typeof TABS)[number][0];

/** TOP's `rate_status` values that the filter offers. */
export const RATES = [
  ['RATE_UNSELLER', '需我评价'],
  ['RATE_BUYER_UNSELLER', '买家已评，我未评'],
  ['RATE_UNBUYER_SELLER', '我已评，买家未评'],
  ['RATE_BUYER_SELLER', '双方已评'],
] as const;

/** What the order-state filter offers. Both kinds of closed trade carry their cause, else they look alike. */
export const STATUSES: readonly (readonly [TradeStatus, string])[] = [
  ['WAIT_BUYER_PAY', STATUS_LABEL.WAIT_BUYER_PAY],
  ['WAIT_SELLER_SEND_GOODS', STATUS_LABEL.WAIT_SELLER_SEND_GOODS],
  ['SELLER_CONSIGNED_PART', STATUS_LABEL.SELLER_CONSIGNED_PART],
  ['WAIT_BUYER_CONFIRM_GOODS', STATUS_LABEL.WAIT_BUYER_CONFIRM_GOODS],
  ['TRADE_BUYER_SIGNED', STATUS_LABEL.TRADE_BUYER_SIGNED],
  ['TRADE_FINISHED', STATUS_LABEL.TRADE_FINISHED],
  ['TRADE_CLOSED', '交易关闭（已退款）'],
  ['TRADE_CLOSED_BY_TAOBAO', '交易关闭（未付款）'],
];

/** What the after-sales filter offers. */
export const REFUNDS = (Object.entries(REFUND_LABEL) as [RefundStatus, string][]).filter(([, label]) => label !== '');

export const PAGE_SIZES = [15, 20, 50, 100] as const;

/** Everything of the list that the URL holds. Empty text = no such filter. */
export interface SoldQuery {
  tab: Tab;
  page: number;
  size: number;
  title: string;
  nick: string;
  tid: string;
  /** Dates `YYYY-MM-DD`, both inclusive. */
  from: string;
  to: string;
  status: string;
  rate: string;
  refund: string;
  logistics: string;
  /** `0` … `5`. */
  flag: string;
}
export type Filters = Omit<SoldQuery, 'tab' | 'page' | 'size'>;

export const NO_FILTERS: Filters = {
  title: '',
  nick: '',
  tid: '',
  from: '',
  to: '',
  status: '',
  rate: '',
  refund: '',
  logistics: '',
  flag: '',
};
const DEFAULTS: SoldQuery = { ...NO_FILTERS, tab: 'all', page: 1, size: 15 };

const firsts = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map(([value]) => value);

/** The list's state and the URL's query. */
export const { read: readQuery, write: writeQuery } = listQuery<SoldQuery>(DEFAULTS, {
  tab: among(firsts(TABS)),
  page: pageNumber,
  size: among(PAGE_SIZES.map(String)),
  title: words,
  nick: words,
  tid: digits,
  from: isDate,
  to: isDate,
  status: among(firsts(STATUSES)),
  rate: among(firsts(RATES)),
  refund: among(firsts(REFUNDS)),
  logistics: among(CARRIERS),
  flag: (text) => /^[0-5]$/.test(text),
});

/** The parameters of `taobao.trades.sold.get` for a list's state. */
export function apiParams(query: SoldQuery): Record<string, string> {
  const all: Record<string, string> = {
    tab: query.tab,
    page_no: String(query.page),
    page_size: String(query.size),
    title: query.title,
    buyer_nick: query.nick,
    tid: query.tid,
    start_created: query.from && `${query.from} 00:00:00`,
    end_created: query.to && `${query.to} 23:59:59`,
    status: query.status,
    rate_status: query.rate,
    refund_status: query.refund,
    logistics_company: query.logistics,
    seller_flag: query.flag,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** How many filters are set. */
export function filterCount(query: SoldQuery): number {
  return (Object.keys(NO_FILTERS) as (keyof Filters)[]).filter((key) => query[key] !== '').length;
}
