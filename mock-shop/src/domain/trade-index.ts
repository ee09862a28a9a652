import { REFUND_STATUSES, type RefundStatus, TRADE_STATUSES, type Trade, type TradeStatus } from 'fixtures';

/** The list's tabs that a trade's own state decides; 近三个月 / 三个月前 depend on the time as well. */
export const STATE_TABS = ['waitPay', 'waitSend', 'sent', 'refunding', 'needRate', 'success', 'closed'] as const;
/** The nine tabs of 已卖出的宝贝, in the order of the screen. */
export const TABS = ['all', ...STATE_TABS, 'old'] as const;
export type Tab = (typeof TABS)[number];

export const STATUSES: readonly TradeStatus[] = TRADE_STATUSES;
export const REFUNDS: readonly RefundStatus[] = REFUND_STATUSES;
/** A refund that still wants somebody to act. */
export const OPEN_REFUNDS: readonly RefundStatus[] = REFUNDS.slice(1, 5);

/**
 * What the list's filters look at, one slot per trade, so that 100,000 trades need no object walk.
 * The arrays are longer than the list: new trades find room.
 */
export interface TradeIndex {
  /** One bit per entry of `STATE_TABS`. */
  tabs: Uint8Array;
  /** One bit: place in `STATUSES`. */
  status: Uint8Array;
  flag: Uint8Array;
  /** Bit 1: the seller has rated; bit 2: the buyer has. */
  rated: Uint8Array;
  /** One bit per place in `REFUNDS` that an order of the trade is in. */
  refunds: Uint8Array;
  /** Titles of the orders, lower case, a line each. */
  readonly titles: string[];
  readonly nicks: string[];
  /** Names of the couriers, between line breaks. */
  readonly couriers: string[];
}

/** An index with room for `count` trades and some more. */
export function emptyIndex(count: number): TradeIndex {
  const room = () => new Uint8Array(count + 64);
  return {
    tabs: room(),
    status: room(),
    flag: room(),
    rated: room(),
    refunds: room(),
    titles: [],
    nicks: [],
    couriers: [],
  };
}

function makeRoom(index: TradeIndex, place: number): void {
  if (place < index.tabs.length) return;
  for (const name of ['tabs', 'status', 'flag', 'rated', 'refunds'] as const) {
    const wider = new Uint8Array(place * 2);
    wider.set(index[name]);
    index[name] = wider;
  }
}

/** Brings one slot up to date after its trade was put there or replaced. */
export function indexTrade(index: TradeIndex, place: number, trade: Trade): void {
  makeRoom(index, place);
  const orders = trade.orders.order;
  let refunds = 0;
  let titles = '';
  let couriers = '\n';
  for (const order of orders) {
    refunds |= 1 << REFUNDS.indexOf(order.refund_status);
    titles += searchable(order.title);
    if (order.logistics_company) couriers += `${order.logistics_company}\n`;
  }
  index.tabs[place] = tabBits(trade);
  index.status[place] = 1 << STATUSES.indexOf(trade.status);
  index.flag[place] = trade.seller_flag;
  index.rated[place] = (trade.seller_rate ? 1 : 0) | (trade.buyer_rate ? 2 : 0);
  index.refunds[place] = refunds;
  index.titles[place] = titles;
  index.nicks[place] = trade.buyer_nick.toLowerCase();
  index.couriers[place] = couriers;
}

const lines = new Map<string, string>();

/** A title as a line to search in. A shop sells a few dozen things many times: most trades share their line. */
function searchable(title: string): string {
  let line = lines.get(title);
  if (line === undefined) {
    line = `${title}\n`.toLowerCase();
    lines.set(title, line);
  }
  return line;
}

/** Whether a refund of the trade still wants somebody to act. */
export function isRefunding(trade: Trade): boolean {
  return trade.orders.order.some((order) => OPEN_REFUNDS.includes(order.refund_status));
}

/** Whether the trade belongs on the tab, whatever its age. Source: seller-backend "Screens". */
export function onTab(trade: Trade, tab: (typeof STATE_TABS)[number]): boolean {
  switch (tab) {
    case 'waitPay':
      return trade.status === 'WAIT_BUYER_PAY';
    case 'waitSend':
      return trade.status === 'WAIT_SELLER_SEND_GOODS' || trade.status === 'SELLER_CONSIGNED_PART';
    case 'sent':
      return trade.status === 'WAIT_BUYER_CONFIRM_GOODS' || trade.status === 'TRADE_BUYER_SIGNED';
    case 'refunding':
      return isRefunding(trade);
    case 'needRate':
      return trade.status === 'TRADE_FINISHED' && !trade.seller_rate;
    case 'success':
      return trade.status === 'TRADE_FINISHED';
    case 'closed':
      return trade.status === 'TRADE_CLOSED' || trade.status === 'TRADE_CLOSED_BY_TAOBAO';
  }
}

function tabBits(trade: Trade): number {
  let bits = 0;
  for (const [bit, tab] of STATE_TABS.entries()) if (onTab(trade, tab)) bits |= 1 << bit;
  return bits;
}
