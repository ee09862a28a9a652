import { type Order, PRODUCTS, type Trade } from 'fixtures';
import { changed } from '../change.ts';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import type { ShopState } from '../state.ts';
import { OPEN_REFUNDS } from '../trade-index.ts';
import type { TradeCommand } from './command.ts';
import { type Ruled, wrongStatus } from './find-trade.ts';
import { tradeAfter } from './trade-after.ts';

/** What may be chosen of a product, by colour and size; undefined for an unknown product. */
export function skusOf(numIid: string): (typeof PRODUCTS)[number]['skus'][number] | undefined {
  return PRODUCTS.find((product) => product.numIid === numIid)?.skus.flat();
}

/** Another colour or size of the same price, before the order is sent. Source: seller-backend "Gateway"; textbook AM-07. */
export function skuTrade(
  state: ShopState,
  command: Extract<TradeCommand, { type: 'trade.sku' }>,
  at: number,
): Ruled<Draft | undefined> {
  const { oid, sku_id } = command;
  if (oid === '') return { refusal: missing('oid') };
  if (sku_id === '') return { refusal: missing('sku_id') };
  const found = orderOf(state, oid);
  if (!found) return { refusal: remote('isv.trade-not-exist', `没有编号为 ${oid} 的子订单`) };
  const { trade, order } = found;
  const sku = skusOf(order.num_iid)?.find((one) => one.sku_id === sku_id);
  if (!sku) return { refusal: invalid('sku_id', '这件宝贝没有这个款式') };
  if (order.status !== 'WAIT_BUYER_PAY' && order.status !== 'WAIT_SELLER_SEND_GOODS') {
    return wrongStatus('只有还没有发货的宝贝才能改款式');
  }
  if (OPEN_REFUNDS.includes(order.refund_status)) return wrongStatus('这件宝贝正在退款，不能改款式');
  if (sku.price !== order.price) {
    return { refusal: invalid('sku_id', `只能换成同价的款式：原来 ${order.price} 元，这一款 ${sku.price} 元`) };
  }
  if (order.sku_id === sku_id) return { is: undefined };
  const orders = trade.orders.order.map((one): Order => (one.oid === oid ? { ...one, ...sku } : one));
  const after = tradeAfter(trade, orders, { at, settings: state.settings });
  return {
    is: changed(state, at, 'seller', 'trade.sku.changed', { kind: 'trade', id: trade.tid, after }, { tell: { oid } }),
  };
}

function orderOf(state: ShopState, oid: string): { trade: Trade; order: Order } | undefined {
  // A trade of one order has one number for both, so most are found at once.
  const own = find(state, 'trade', oid);
  for (const trade of own ? [own] : state.trades) {
    const order = trade.orders.order.find((one) => one.oid === oid);
    if (order) return { trade, order };
  }
  return undefined;
}
