import type { DeskOrder } from 'fixtures';
import { STATUS_NAME } from '../../domain/training/desk/desk-order.ts';

/** The radio group of textbook 4.1, in its order. */
export const TABS = Object.entries(STATUS_NAME) as (readonly [DeskOrder['status'], string])[];

/** Everything of the page that the URL holds. */
export interface OrdersQuery {
  tab: DeskOrder['status'];
  page: number;
  /** The order whose window is open; empty: none. */
  order: string;
  /** Of a round that is over: its review, or its orders. */
  view: 'review' | 'list';
  /** The item of the table whose orders the review shows; empty: all. */
  item: string;
}

const DEFAULTS: OrdersQuery = { tab: 'placed', page: 1, order: '', view: 'review', item: '' };

const accepts: Record<keyof OrdersQuery, (text: string) => boolean> = {
  tab: (text) => Object.hasOwn(STATUS_NAME, text),
  page: (text) => /^[1-9]\d{0,5}$/.test(text),
  order: (text) => /^\d{8}-[12]-\d{1,4}-\d{1,5}$/.test(text),
  view: (text) => text === 'review' || text === 'list',
  item: (text) => /^[a-z]{1,20}$/.test(text),
};
const KEYS = Object.keys(accepts) as (keyof OrdersQuery)[];

/** Reads the page's state from a URL's query. Values that mean nothing are left out and named in `ignored`. */
export function readQuery(search: string): { query: OrdersQuery; ignored: string[] } {
  const params = new URLSearchParams(search);
  const given = KEYS.flatMap((key): [keyof OrdersQuery, string][] => {
    const text = params.get(key)?.trim();
    return text ? [[key, text]] : [];
  });
  const { page, ...texts } = Object.fromEntries(given.filter(([key, text]) => accepts[key](text)));
  return {
    query: { ...DEFAULTS, ...(texts as Partial<OrdersQuery>), page: Number(page ?? 1) },
    ignored: given.filter(([key, text]) => !accepts[key](text)).map(([key]) => key),
  };
}

/** The query string of the page's state, `''` or `?…`: only what differs from the plain page. */
export function writeQuery(query: OrdersQuery): string {
  const params = new URLSearchParams();
  for (const key of KEYS) if (query[key] !== DEFAULTS[key]) params.set(key, String(query[key]));
  const text = params.toString();
  return text ? `?${text}` : '';
}
