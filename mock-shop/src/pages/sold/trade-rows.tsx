import type { Order, Trade } from 'fixtures';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { Deadline } from '../../components/deal/deadline.tsx';
import { TradeDeeds } from '../../components/deal/trade-deeds.tsx';
import type { Deed } from '../../components/deal/use-deal.tsx';
import { FlagButton } from '../../components/flag-button.tsx';
import { dateTime, rateLabel, STATUS_LABEL, skuParts } from '../../components/labels.ts';
import { Picture } from '../../components/picture.tsx';
import { pure } from '../../components/pure.ts';
import { RefundLink } from '../../components/refund-link.tsx';

interface TradeRowsProps {
  trade: Trade;
  selected: boolean;
  /** Messages of this buyer that nobody has opened. */
  unread: number;
  /** URLs of the trade's page and of this buyer's conversation beside the list. */
  detailHref: string;
  chatHref: string;
  onSelect: (tid: string, selected: boolean) => void;
  onFlag: (tid: string) => void;
  onDeed: (deed: Deed, tid: string) => void;
}

/** One trade: its head line and a row for each order in it. */
export const TradeRows = pure<TradeRowsProps>(function TradeRows(props) {
  const { trade, selected, onSelect, onFlag } = props;
  const { tid } = trade;
  return (
    <tbody class={selected ? 'trade selected' : 'trade'} data-tid={tid} data-buyer-nick={trade.buyer_nick}>
      <tr class="trade-head">
        <th colSpan={8} scope="rowgroup">
          <div class="trade-line">
            <input
              type="checkbox"
              data-testid="select-row"
              aria-label={`选择订单 ${tid}`}
              checked={selected}
              onChange={(event) => onSelect(tid, event.currentTarget.checked)}
            />
            <span>
              订单号：<span class="num trade-tid">{tid}</span>
            </span>
            <span>
              成交时间：<time class="num">{dateTime(trade.created)}</time>
            </span>
            {trade.type === 'cod' && <span class="tag">货到付款</span>}
            <span class="trade-flag">
              <FlagButton flag={trade.seller_flag} memo={trade.seller_memo} onEdit={() => onFlag(tid)} />
            </span>
          </div>
        </th>
      </tr>
      {trade.orders.order.map((order, at) => (
        <tr key={order.oid} data-oid={order.oid}>
          <OrderCells order={order} />
          {at === 0 && <TradeCells {...props} span={trade.orders.order.length} />}
        </tr>
      ))}
    </tbody>
  );
});

/** The cells of one order: what, at which price, how many, after-sales. */
function OrderCells({ order }: { order: Order }) {
  return (
    <>
      <td>
        <div class="goods">
          <Picture path={order.pic_path} size={56} />
          <div class="goods-text">
            <span class="goods-title">{order.title}</span>
            {skuParts(order.sku_properties_name).map((part) => (
              <span key={part} class="goods-sku">
                {part}
              </span>
            ))}
            {order.outer_sku_id && <span class="goods-sku">商家编码：{order.outer_sku_id}</span>}
          </div>
        </div>
      </td>
      <td class="sum num">{order.price}</td>
      <td class="middle num">{order.num}</td>
      <td class="middle">
        <RefundLink order={order} />
      </td>
    </>
  );
}

/** The cells that belong to the whole trade, beside its first order. */
function TradeCells({ trade, unread, detailHref, chatHref, onDeed, span }: TradeRowsProps & { span: number }) {
  const rate = rateLabel(trade);
  return (
    <>
      <td class="middle buyer" rowSpan={span}>
        <span class="buyer-nick">{trade.buyer_nick}</span>
        <WangwangLink href={chatHref} nick={trade.buyer_nick} unread={unread} />
        {trade.buyer_message && (
          <span class="buyer-message" title={trade.buyer_message}>
            留言：{trade.buyer_message}
          </span>
        )}
      </td>
      <td class="middle" rowSpan={span}>
        <span class={`status status-${trade.status}`}>{STATUS_LABEL[trade.status]}</span>
        <Deadline trade={trade} />
        <TradeDeeds trade={trade} onDeed={onDeed}>
          <a href={detailHref} data-testid="detail" aria-label={`详情：订单 ${trade.tid}`}>
            详情
          </a>
        </TradeDeeds>
      </td>
      <td class="sum" rowSpan={span}>
        <strong class="num">{trade.payment}</strong>
        <span class="faint num">（含运费：{trade.post_fee}）</span>
      </td>
      <td class="middle" rowSpan={span}>
        {rate || <span class="faint">-</span>}
      </td>
    </>
  );
}
