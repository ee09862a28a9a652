import { among, digits, listQuery, pageNumber, words } from '../../components/list-query.ts';

/** The three tabs of 发货管理. Source: seller-backend "Screens". */
export const TABS = [
  ['wait', '等待发货的订单'],
  ['sending', '发货中的订单'],
  ['sent', '已发货的订单'],
] as const;
export type Tab = (typeof TABS)[number][0];

export const PAGE_SIZES = [15, 20, 50, 100] as const;

/** Everything of the list that the URL holds. Empty text = no such filter. */
export interface ShippingQuery {
  tab: Tab;
  page: number;
  size: number;
  tid: string;
  nick: string;
  receiver: string;
}
export const FILTERS = ['tid', 'nick', 'receiver'] as const;

const DEFAULTS: ShippingQuery = { tab: 'wait', page: 1, size: 15, tid: '', nick: '', receiver: '' };

/** The list's state and the URL's query. */
export const { read: readQuery, write: writeQuery } = listQuery<ShippingQuery>(DEFAULTS, {
  tab: among(TABS.map(([tab]) => tab)),
  page: pageNumber,
  size: among(PAGE_SIZES.map(String)),
  tid: digits,
  nick: words,
  receiver: words,
});
