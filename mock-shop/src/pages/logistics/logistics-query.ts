import { among, listQuery } from '../../components/list-query.ts';
import { PROVINCE_CODES } from '../../domain/tools/regions.ts';

/** The parts of 物流工具. Source: seller-backend "Screens". */
export const TABS = [
  ['addresses', '地址库'],
  ['freight', '运费模板'],
  ['carriers', '物流公司'],
] as const;
export type Tab = (typeof TABS)[number][0];

/** Everything of the page that the URL holds. */
export interface LogisticsQuery {
  tab: Tab;
  /** Province that the carriers' fees are shown for; empty: all regions. */
  state: string;
}

/** The page's state and the URL's query. */
export const { read: readQuery, write: writeQuery } = listQuery<LogisticsQuery>(
  { tab: 'addresses', state: '' },
  { tab: among(TABS.map(([tab]) => tab)), state: (text) => PROVINCE_CODES.has(text) },
);
