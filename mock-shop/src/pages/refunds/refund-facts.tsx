import type { RefundFile } from '../../client/refund-client.ts';
import type { SeenParcel } from '../../client/ship-client.ts';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { dateTime, STATUS_LABEL, skuParts } from '../../components/labels.ts';
import { Picture } from '../../components/picture.tsx';
import { Timeline } from '../../components/tracking/timeline.tsx';
import { fen, yuan } from '../../domain/money.ts';
import { TYPE_NAME } from '../../domain/refund/reasons.ts';
import { Fact, Group } from '../trade/trade-facts.tsx';
import { GOODS_LABEL } from './refund-labels.ts';
import '../../components/tracking/tracking.css';

/** What is asked for, the order it is about, and the goods on their way back. */
export function RefundFacts({ file, chatHref }: { file: RefundFile; chatHref: string }) {
  const { refund, trade } = file;
  const { dispute_type, buyer_nick, return_address: address } = refund;
  const order = trade.orders.order.find(({ oid }) => oid === refund.oid);
  const postage = fen(refund.refund_fee) - fen(refund.total_fee);
  return (
    <>
      <div class="fact-groups">
        <Group title="申请内容">
          <Fact name="退款类型">{TYPE_NAME[dispute_type]}</Fact>
          <Fact name="货物状态">{GOODS_LABEL[refund.good_status]}</Fact>
          <Fact name="退款原因">{refund.reason}</Fact>
          <Fact name="交易金额">
            <span class="num">{refund.total_fee}</span> 元
          </Fact>
          <Fact name="退款金额">
            {dispute_type === 'EXCHANGE' ? (
              '换货，不退款'
            ) : (
              <strong class="refund-amount num" data-testid="refund-amount">
                {refund.refund_fee} 元
              </strong>
            )}
            {postage > 0 && <span class="faint num">（含运费 {yuan(postage)}）</span>}
          </Fact>
          <Fact name="退款说明">{refund.desc}</Fact>
        </Group>
        <Group title="订单信息">
          <Fact name="退款编号">
            <span class="num">{refund.refund_id}</span>
          </Fact>
          <Fact name="申请时间">
            <time class="num">{dateTime(refund.created)}</time>
          </Fact>
          <Fact name="订单编号">
            <a class="num" href={`/sold/${trade.tid}`} data-testid="refund-trade">
              {trade.tid}
            </a>
          </Fact>
          <Fact name="订单状态">{STATUS_LABEL[trade.status]}</Fact>
          <Fact name="实收款">
            <span class="num">{trade.payment}</span> 元<span class="faint num">（含运费 {trade.post_fee}）</span>
          </Fact>
          <Fact name="买家昵称">
            {buyer_nick} <WangwangLink href={chatHref} nick={buyer_nick} unread={unreadOf(buyer_nick)} />
          </Fact>
        </Group>
        {dispute_type !== 'REFUND' && (
          <Group title="退货信息">
            <Fact name="退货地址">
              {address && `${address.address} ${address.zip}，${address.name} 收，${address.phone}`}
            </Fact>
            <Fact name="运费承担">
              {refund.post_fee_bear_role !== undefined && (refund.post_fee_bear_role === 0 ? '卖家' : '买家')}
            </Fact>
            <Fact name="退货时间">
              {refund.good_return_time && <time class="num">{dateTime(refund.good_return_time)}</time>}
            </Fact>
            <Fact name="物流公司">{refund.company_name}</Fact>
            <Fact name="运单号">{refund.sid && <span class="num">{refund.sid}</span>}</Fact>
          </Group>
        )}
      </div>
      {order && (
        <section class="trade-goods" aria-labelledby="refund-goods">
          <h2 id="refund-goods">退款宝贝</h2>
          <table>
            <thead>
              <tr>
                {['宝贝', '属性', '状态', '运单号', '单价', '数量', '实付'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr data-oid={order.oid}>
                <td>
                  <div class="goods">
                    <Picture path={order.pic_path} size={48} />
                    <div class="goods-text">{order.title}</div>
                  </div>
                </td>
                <td>
                  {skuParts(order.sku_properties_name).map((part) => (
                    <span key={part} class="sku-line">
                      {part}
                    </span>
                  ))}
                </td>
                <td>{STATUS_LABEL[order.status]}</td>
                <td class="num">
                  {order.invoice_no ? (
                    `${order.logistics_company} ${order.invoice_no}`
                  ) : (
                    <span class="faint">未发货</span>
                  )}
                </td>
                <td class="sum num">{order.price}</td>
                <td class="sum num">{order.num}</td>
                <td class="sum num">{order.payment}</td>
              </tr>
            </tbody>
          </table>
        </section>
      )}
      {file.parcels.slice(-1).map((parcel) => (
        <Way key={parcel.parcel_id} name="退货物流" testid="return-way" parcel={parcel} />
      ))}
      {file.anew && <Way name="换货物流" testid="anew-way" parcel={file.anew} />}
    </>
  );
}

/** Where the goods are that come back, or that go out for them. */
function Way({ name, testid, parcel }: { name: string; testid: string; parcel: SeenParcel }) {
  return (
    <section class="return-way" aria-label={name} data-testid={testid} data-status={parcel.status}>
      <h2>
        {name}：{parcel.company_name} <span class="num">{parcel.out_sid}</span>
      </h2>
      <Timeline trace={parcel.trace} />
    </section>
  );
}
