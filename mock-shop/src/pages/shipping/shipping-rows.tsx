import type { Order, Trade } from 'fixtures';
import type { SeenParcel } from '../../client/ship-client.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { Flag } from '../../components/flag.tsx';
import { FlagButton } from '../../components/flag-button.tsx';
import { dateTime, REFUND_LABEL, STATUS_LABEL, skuParts } from '../../components/labels.ts';
import { Picture } from '../../components/picture.tsx';
import { phoneText, placeText } from '../../components/receiver/receiver-text.ts';
import { RevealButton, shownReceiver } from '../../components/receiver/shown-receiver.tsx';
import { isBooked, receiverOf, sendable } from '../../domain/ship/parcel.ts';
import type { TradeDeed } from './shipping-page.tsx';
import type { Tab } from './shipping-query.ts';

interface ShippingRowsProps {
  tab: Tab;
  trade: Trade;
  parcels: readonly SeenParcel[];
  selected: boolean;
  unread: number;
  chatHref: string;
  /** URL of the trade's ship page with this query. */
  shipHref: (query: string) => string;
  onSelect: (tid: string, selected: boolean) => void;
  onDeed: (tid: string, what: TradeDeed) => void;
}

/** One order: its head with the whole order's address, a row for each trade in it, receiver and remark in full. */
export function ShippingRows(props: ShippingRowsProps) {
  const { tab, trade, selected, unread, chatHref, onSelect, onDeed } = props;
  const { tid } = trade;
  const orders = trade.orders.order;
  return (
    <tbody class={selected ? 'trade selected' : 'trade'} data-tid={tid} data-buyer-nick={trade.buyer_nick}>
      <tr class="trade-head">
        <th colSpan={6} scope="rowgroup">
          <div class="trade-line">
            {tab === 'wait' && (
              <input
                type="checkbox"
                data-testid="select-row"
                aria-label={`选择订单 ${tid}`}
                checked={selected}
                onChange={(event) => onSelect(tid, event.currentTarget.checked)}
              />
            )}
            <span>
              订单号：<span class="num trade-tid">{tid}</span>
            </span>
            <span>
              {trade.pay_time ? '付款' : '成交'}时间：
              <time class="num">{dateTime(trade.pay_time ?? trade.created)}</time>
            </span>
            {trade.type === 'cod' && <span class="tag">货到付款</span>}
            <span class="ship-buyer">
              {trade.buyer_nick} <WangwangLink href={chatHref} nick={trade.buyer_nick} unread={unread} />
            </span>
            {tab === 'wait' && trade.status === 'WAIT_SELLER_SEND_GOODS' && (
              <button
                type="button"
                class="link"
                data-testid="change-address"
                aria-label={`修改地址：订单 ${tid}`}
                aria-haspopup="dialog"
                onClick={() => onDeed(tid, 'address')}
              >
                修改地址
              </button>
            )}
            <span class="trade-flag">
              <FlagButton flag={trade.seller_flag} memo={trade.seller_memo} onEdit={() => onDeed(tid, 'memo')} />
            </span>
          </div>
        </th>
      </tr>
      {orders.map((order, at) => (
        <tr key={order.oid} data-oid={order.oid}>
          <td>
            <div class="goods">
              <Picture path={order.pic_path} size={44} />
              <div class="goods-text">
                <span class="goods-title">{order.title}</span>
                <span class="goods-sku">{skuParts(order.sku_properties_name).join(' ')}</span>
                {order.outer_sku_id && <span class="goods-sku">商家编码：{order.outer_sku_id}</span>}
              </div>
            </div>
          </td>
          <td class="middle num">{order.num}</td>
          <td class="middle">
            <OrderDeed {...props} order={order} />
          </td>
          {at === 0 && <TradeCells {...props} span={orders.length} />}
        </tr>
      ))}
    </tbody>
  );
}

/** What can be done about one trade of the order. */
function OrderDeed({ tab, trade, order, parcels, shipHref }: ShippingRowsProps & { order: Order }) {
  const refund = REFUND_LABEL[order.refund_status];
  const booked = parcels.some((parcel) => isBooked(parcel) && parcel.oids.includes(order.oid));
  const open = sendable(trade, parcels).includes(order);
  return (
    <>
      {refund && <span class="ship-refund">{refund}</span>}
      {tab === 'wait' && open ? (
        <a
          href={shipHref(`?oids=${order.oid}&address=1`)}
          data-testid="address-and-ship"
          aria-label={`修改地址并发货：宝贝 ${order.oid}`}
        >
          修改地址并发货
        </a>
      ) : (
        <span class="faint">{booked ? '已预约取件' : STATUS_LABEL[order.status]}</span>
      )}
    </>
  );
}

function TradeCells({ tab, trade, parcels, shipHref, onDeed, span }: ShippingRowsProps & { span: number }) {
  const { tid } = trade;
  const to = shownReceiver(tid, receiverOf(trade));
  return (
    <>
      <td class="ship-receiver" rowSpan={span}>
        <strong>{to.receiver_name}</strong> <span class="num">{phoneText(to)}</span> <RevealButton tid={tid} />
        <span class="ship-place">
          {placeText(to)} <span class="num">{to.receiver_zip}</span>
        </span>
        {trade.buyer_message && <span class="ship-message">买家留言：{trade.buyer_message}</span>}
      </td>
      <td class="ship-memo" rowSpan={span}>
        {trade.seller_flag === 0 && trade.seller_memo === '' ? (
          <span class="faint">没有备注</span>
        ) : (
          <>
            <Flag flag={trade.seller_flag} /> {trade.seller_memo || <span class="faint">没有写内容</span>}
            {tab === 'wait' && trade.seller_flag === 2 && <em class="ship-read">发货前请先看清备注</em>}
          </>
        )}
      </td>
      <td class="middle ship-ways" rowSpan={span}>
        {tab === 'wait' && (
          <>
            <a class="button primary" href={shipHref('')} data-testid="ship" aria-label={`发货：订单 ${tid}`}>
              发货
            </a>
            <a href={`/shipping/${tid}/slip`} data-testid="slip" aria-label={`打印发货单：订单 ${tid}`}>
              打印发货单
            </a>
          </>
        )}
        {tab === 'sending' && (
          <>
            <span class="faint">{parcels.find(({ out_sid }) => out_sid === '')?.company_name}</span>
            <button
              type="button"
              class="button primary"
              data-testid="pick-up-confirm"
              onClick={() => onDeed(tid, 'confirm')}
            >
              填单号发货
            </button>
            <button type="button" class="link" data-testid="pick-up-cancel" onClick={() => onDeed(tid, 'cancel')}>
              取消预约
            </button>
          </>
        )}
        {parcels.some(({ out_sid }) => out_sid !== '') || tab !== 'wait' ? (
          <button
            type="button"
            class="link"
            data-testid="tracking"
            aria-label={`查看物流：订单 ${tid}`}
            aria-haspopup="dialog"
            onClick={() => onDeed(tid, 'tracking')}
          >
            查看物流
          </button>
        ) : null}
        {tab === 'sent' &&
          parcels.map(({ parcel_id, company_name, out_sid }) => (
            <span key={parcel_id} class="faint num">
              {company_name} {out_sid}
            </span>
          ))}
      </td>
    </>
  );
}
