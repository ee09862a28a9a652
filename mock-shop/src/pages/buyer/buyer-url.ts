/** Where in the buyer's view a path leads. */
export type BuyerPlace =
  /** Nobody chosen yet. */
  | { at: 'choose' }
  | { at: 'trades' | 'shop' | 'chat'; nick: string }
  | { at: 'order'; nick: string; item: string }
  | { at: 'trade' | 'pay' | 'confirm' | 'rate' | 'logistics'; nick: string; tid: string }
  | { at: 'apply'; nick: string; tid: string; oid: string }
  | { at: 'refund' | 'change' | 'return'; nick: string; refund: string };

const OF_TRADE = ['pay', 'confirm', 'rate', 'logistics'] as const;
const OF_REFUND = ['change', 'return'] as const;

/** Reads a path that begins with `/buyer`; undefined when the buyer's view has no such page. */
export function readBuyerPath(path: string): BuyerPlace | undefined {
  const parts = decoded(path)?.slice(1);
  if (!parts) return undefined;
  const [nick, section, id = '', page, last] = parts;
  if (nick === undefined) return { at: 'choose' };
  switch (section) {
    case undefined:
      return { at: 'trades', nick };
    case 'chat':
      return parts.length === 2 ? { at: 'chat', nick } : undefined;
    case 'shop':
      if (parts.length === 2) return { at: 'shop', nick };
      return parts.length === 3 ? { at: 'order', nick, item: id } : undefined;
    case 'trades': {
      if (parts.length === 3) return { at: 'trade', nick, tid: id };
      if (page === 'refund' && last !== undefined) return { at: 'apply', nick, tid: id, oid: last };
      const at = OF_TRADE.find((one) => one === page);
      return at && parts.length === 4 ? { at, nick, tid: id } : undefined;
    }
    case 'refunds': {
      if (parts.length === 3) return { at: 'refund', nick, refund: id };
      const at = OF_REFUND.find((one) => one === page);
      return at && parts.length === 4 ? { at, nick, refund: id } : undefined;
    }
  }
  return undefined;
}

/** `/buyer/NICK/…`, each part encoded. */
export function buyerUrl(nick: string, ...parts: readonly string[]): string {
  return ['/buyer', nick, ...parts].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/');
}

/** The parts between the slashes; undefined when one is not properly encoded. */
function decoded(path: string): string[] | undefined {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
