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

const accepts: Record<keyof ShippingQuery, (text: string) => boolean> = {
  tab: (text) => TABS.some(([tab]) => tab === text),
  page: (text) => /^[1-9]\d{0,5}$/.test(text),
  size: (text) => PAGE_SIZES.map(String).includes(text),
  tid: (text) => /^\d{1,19}$/.test(text),
  nick: (text) => text.length <= 60,
  receiver: (text) => text.length <= 60,
};
const KEYS = Object.keys(accepts) as (keyof ShippingQuery)[];

/** Reads the list's state from a URL's query. Values that mean nothing are left out and named in `ignored`. */
export function readQuery(search: string): { query: ShippingQuery; ignored: string[] } {
  const params = new URLSearchParams(search);
  const given = KEYS.flatMap((key): [keyof ShippingQuery, string][] => {
    const text = params.get(key)?.trim();
    return text ? [[key, text]] : [];
  });
  const { page, size, ...texts } = Object.fromEntries(given.filter(([key, text]) => accepts[key](text)));
  return {
    query: { ...DEFAULTS, ...(texts as Partial<ShippingQuery>), page: Number(page ?? 1), size: Number(size ?? 15) },
    ignored: given.filter(([key, text]) => !accepts[key](text)).map(([key]) => key),
  };
}

/** The query string of the list's state, `''` or `?…`: only what differs from the plain list. */
export function writeQuery(query: ShippingQuery): string {
  const params = new URLSearchParams();
  for (const key of KEYS) if (query[key] !== DEFAULTS[key]) params.set(key, String(query[key]));
  const text = params.toString();
  return text ? `?${text}` : '';
}
