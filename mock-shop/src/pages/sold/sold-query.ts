import type { RefundStatus, TradeStatus } from 'fixtures';
import { CARRIERS, REFUND_LABEL, STATUS_LABEL } from '../../components/labels.ts';

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

const among = (values: readonly string[]) => (text: string) => values.includes(text);
const firsts = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map(([value]) => value);

/** A date that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const accepts: Record<keyof SoldQuery, (text: string) => boolean> = {
  tab: among(firsts(TABS)),
  page: (text) => /^[1-9]\d{0,5}$/.test(text),
  size: among(PAGE_SIZES.map(String)),
  title: (text) => text.length <= 60,
  nick: (text) => text.length <= 60,
  tid: (text) => /^\d{1,19}$/.test(text),
  from: isDate,
  to: isDate,
  status: among(firsts(STATUSES)),
  rate: among(firsts(RATES)),
  refund: among(firsts(REFUNDS)),
  logistics: among(CARRIERS),
  flag: (text) => /^[0-5]$/.test(text),
};
const KEYS = Object.keys(accepts) as (keyof SoldQuery)[];

/** Reads a list's state from a URL's query. Values that mean nothing are left out and named in `ignored`. */
export function readQuery(search: string): { query: SoldQuery; ignored: string[] } {
  const params = new URLSearchParams(search);
  const ignored: string[] = [];
  const texts: Partial<Record<keyof SoldQuery, string>> = {};
  for (const key of KEYS) {
    const text = params.get(key)?.trim();
    if (!text) continue;
    if (accepts[key](text)) texts[key] = text;
    else ignored.push(key);
  }
  if (texts.from && texts.to && texts.from > texts.to) {
    delete texts.from;
    delete texts.to;
    ignored.push('from', 'to');
  }
  const { page, size, ...rest } = texts;
  return {
    query: { ...DEFAULTS, ...(rest as Partial<SoldQuery>), page: Number(page ?? 1), size: Number(size ?? 15) },
    ignored,
  };
}

/** The query string of a list's state, `''` or `?…`: only what differs from the plain list. */
export function writeQuery(query: SoldQuery): string {
  const params = new URLSearchParams();
  for (const key of KEYS) if (query[key] !== DEFAULTS[key]) params.set(key, String(query[key]));
  const text = params.toString();
  return text ? `?${text}` : '';
}

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
