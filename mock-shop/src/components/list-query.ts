/** The state of a list that its URL holds: texts, and numbers for page and size. */
type State = Record<string, string | number>;

/** How a list's state and a URL's query become each other. */
export interface ListQuery<Q> {
  /** Values that mean nothing are left out and named in `ignored`. */
  read: (search: string) => { query: Q; ignored: string[] };
  /** `''` or `?…`: only what differs from the plain list. */
  write: (query: Q) => string;
}

/**
 * @param plain the list as it is when the URL says nothing; where it has a number, the URL's text becomes one
 * @param accepts which texts can be the value of each key
 */
export function listQuery<Q extends { [K in keyof Q]: string | number }>(
  plain: Q,
  accepts: { readonly [K in keyof Q]: (text: string) => boolean },
): ListQuery<Q> {
  const keys = Object.keys(accepts) as (keyof Q & string)[];
  const read: ListQuery<Q>['read'] = (search) => {
    const params = new URLSearchParams(search);
    const query: State = { ...(plain as State) };
    const ignored: string[] = [];
    for (const key of keys) {
      const text = params.get(key)?.trim();
      if (!text) continue;
      if (accepts[key](text)) query[key] = typeof plain[key] === 'number' ? Number(text) : text;
      else ignored.push(key);
    }
    const { from = '', to = '' } = query;
    if (from !== '' && to !== '' && from > to) {
      Object.assign(query, { from: '', to: '' });
      ignored.push('from', 'to');
    }
    return { query: query as Q, ignored };
  };
  const write: ListQuery<Q>['write'] = (query) => {
    const params = new URLSearchParams();
    for (const key of keys) if (query[key] !== plain[key]) params.set(key, String(query[key]));
    const text = params.toString();
    return text ? `?${text}` : '';
  };
  return { read, write };
}

/** Accepts the values of a fixed list. */
export const among = (values: readonly string[]) => (text: string) => values.includes(text);
/** Accepts what somebody may type to search. */
export const words = (text: string): boolean => text.length <= 60;
/** Accepts the digits of an order's or refund's number, or some of them. */
export const digits = (text: string): boolean => /^\d{1,19}$/.test(text);
/** Accepts a page's number. */
export const pageNumber = (text: string): boolean => /^[1-9]\d{0,5}$/.test(text);

/** A date that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
