import type { Order } from 'fixtures';
import type { BuyerTrade } from '../../client/buyer-client.ts';
import { dateTime } from '../../components/labels.ts';
import { BUYER_REFUND, BUYER_STATUS } from './buyer-labels.ts';
import { buyerUrl } from './buyer-url.ts';
import { Goods } from './goods.tsx';
import { mayRefund } from './trade-actions.ts';
import { TradeButtons } from './trade-buttons.tsx';

/** One trade of the list: its head line and a row for each order in it. */
export function BoughtRows({ nick, trade }: { nick: string; trade: BuyerTrade }) {
  const orders = trade.orders.order;
  return (
    <tbody class="trade" data-tid={trade.tid}>
      <tr class="trade-head">
        <th colSpan={7} scope="rowgroup">
          <div class="trade-line">
            <span>
              成交时间：<time class="num">{dateTime(trade.created)}</time>
            </span>
            <span>
              订单号：<span class="num trade-tid">{trade.tid}</span>
            </span>
            {trade.alipay_no && (
              <span>
                交易号：<span class="num">{trade.alipay_no}</span>
              </span>
            )}
            {trade.type === 'cod' && <span class="tag">货到付款</span>}
          </div>
        </th>
      </tr>
      {orders.map((order, at) => (
        <tr key={order.oid} data-oid={order.oid}>
          <td>
            <Goods order={order} />
          </td>
          <td class="sum num">{order.price}</td>
          <td class="middle num">{order.num}</td>
          <td class="middle">
            <RefundLink nick={nick} trade={trade} order={order} />
          </td>
          {at === 0 && (
            <>
              <td class="sum" rowSpan={orders.length}>
                <strong class="num">{trade.payment}</strong>
                <span class="faint num">（含运费：{trade.post_fee}）</span>
              </td>
              <td class="middle" rowSpan={orders.length}>
                <span class={`status status-${trade.status}`}>{BUYER_STATUS[trade.status]}</span>
                <a
                  href={buyerUrl(nick, 'trades', trade.tid)}
                  data-testid="buyer-detail"
                  aria-label={`订单详情：${trade.tid}`}
                >
                  订单详情
                </a>
              </td>
              <td class="middle bought-do" rowSpan={orders.length}>
                <TradeButtons nick={nick} trade={trade} />
              </td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** The way to an order's refund, or to ask for one; a dash where there can be none. */
export function RefundLink({ nick, trade, order }: { nick: string; trade: BuyerTrade; order: Order }) {
  const label = BUYER_REFUND[order.refund_status];
  const known = order.refund_id !== undefined && label !== '';
  return (
    <>
      {known && (
        <a class="refund-state" href={buyerUrl(nick, 'refunds', order.refund_id ?? '')} data-testid="refund-detail">
          {label}
        </a>
      )}
      {mayRefund(trade, order) && (
        <a
          href={buyerUrl(nick, 'trades', trade.tid, 'refund', order.oid)}
          data-testid="refund"
          aria-label={`退款：${order.title}`}
        >
          退款
        </a>
      )}
      {!known && !mayRefund(trade, order) && <span class="faint">-</span>}
    </>
  );
}
