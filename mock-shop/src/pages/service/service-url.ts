import { LISTS, type VisitorList } from '../../domain/training/service/seen.ts';

/** The right pane's tabs. Source: textbook 1.1, 1.2, 2.1. */
export const GOODS_TABS = [
  ['attributes', '属性'],
  ['usage', '使用知识'],
  ['prices', '对比表 6-1'],
  ['strengths', '对比表 6-2'],
  ['stock', '库存与促销'],
  ['rules', '店铺规则'],
] as const;
export type GoodsTab = (typeof GOODS_TABS)[number][0];

/** What the URL holds of the desk and of the review. */
export interface ServiceQuery {
  /** The open visitor; empty: none. */
  visitor: string;
  tab: GoodsTab;
  list: VisitorList;
  /** Page of the list, or of the review's answers. */
  page: number;
  /** Of a round that is over: the sheet with its answers, or the talks. */
  view: 'sheet' | 'talks';
  /** The sheet's item whose evidence is shown; empty: every answer. */
  item: string;
}

const DEFAULTS: ServiceQuery = { visitor: '', tab: 'attributes', list: 'all', page: 1, view: 'sheet', item: '' };
const KEYS = Object.keys(DEFAULTS) as (keyof ServiceQuery)[];

const accepts: Record<keyof ServiceQuery, (text: string) => boolean> = {
  visitor: (text) => /^service-\d{1,6}-\d{1,4}$/.test(text),
  tab: (text) => GOODS_TABS.some(([tab]) => tab === text),
  list: (text) => LISTS.some((list) => list === text),
  page: (text) => /^[1-9]\d{0,4}$/.test(text),
  view: (text) => text === 'sheet' || text === 'talks',
  item: (text) => /^[a-z]{1,20}$/.test(text),
};

/** Reads a URL's query; what means nothing is left out. */
export function readService(search: string): ServiceQuery {
  const params = new URLSearchParams(search);
  const given = KEYS.flatMap((key) => {
    const text = params.get(key);
    return text !== null && accepts[key](text) ? [[key, key === 'page' ? Number(text) : text]] : [];
  });
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}

/** The query string, `''` or `?…`: only what differs from the plain desk. */
export function writeService(query: ServiceQuery): string {
  const params = new URLSearchParams();
  for (const key of KEYS) if (query[key] !== DEFAULTS[key]) params.set(key, String(query[key]));
  const text = params.toString();
  return text ? `?${text}` : '';
}
