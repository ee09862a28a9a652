import { among, digits, isDate, listQuery, pageNumber, words } from '../../components/list-query.ts';
import { NOT_RECEIVED_REASONS, RECEIVED_REASONS, TYPE_NAME } from '../../domain/refund/reasons.ts';

/** The tiles in their order, and what seeing to them means. */
export const TILES = [
  ['all', '全部退款'],
  ['waitAgree', '待商家处理'],
  ['waitReturn', '待买家退货'],
  ['waitReceive', '待商家收货'],
  ['soon', '即将超时'],
  ['refused', '已拒绝'],
  ['intervened', '淘宝介入'],
  ['success', '退款成功'],
  ['closed', '退款关闭'],
] as const;
export type Tile = (typeof TILES)[number][0];

export const PAGE_SIZES = [15, 20, 50, 100] as const;
export const TYPES = Object.entries(TYPE_NAME);
export const REASONS = [...NOT_RECEIVED_REASONS, ...RECEIVED_REASONS].map((reason) => [reason, reason] as const);

/** Everything of the list that the URL holds. Empty text = no such filter. */
export interface RefundsQuery {
  tile: Tile;
  page: number;
  size: number;
  /** Of the refund. */
  no: string;
  tid: string;
  nick: string;
  type: string;
  reason: string;
  /** Dates of the application, both inclusive. */
  from: string;
  to: string;
}
export type Filters = Omit<RefundsQuery, 'tile' | 'page' | 'size'>;

export const NO_FILTERS: Filters = { no: '', tid: '', nick: '', type: '', reason: '', from: '', to: '' };

/** The list's state and the URL's query. */
export const { read: readQuery, write: writeQuery } = listQuery<RefundsQuery>(
  { ...NO_FILTERS, tile: 'all', page: 1, size: 15 },
  {
    tile: among(TILES.map(([tile]) => tile)),
    page: pageNumber,
    size: among(PAGE_SIZES.map(String)),
    no: digits,
    tid: digits,
    nick: words,
    type: among(TYPES.map(([type]) => type)),
    reason: among(REASONS.map(([reason]) => reason)),
    from: isDate,
    to: isDate,
  },
);

/** The parameters of `taobao.refunds.receive.get` for a list's state. */
export function apiParams(query: RefundsQuery): Record<string, string> {
  const all: Record<string, string> = {
    tile: query.tile,
    page_no: String(query.page),
    page_size: String(query.size),
    refund_id: query.no,
    tid: query.tid,
    buyer_nick: query.nick,
    dispute_type: query.type,
    reason: query.reason,
    start_created: query.from && `${query.from} 00:00:00`,
    end_created: query.to && `${query.to} 23:59:59`,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Whether any filter is set. */
export function isFiltered(query: RefundsQuery): boolean {
  return (Object.keys(NO_FILTERS) as (keyof Filters)[]).some((key) => query[key] !== '');
}
