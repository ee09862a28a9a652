import type { Trade } from 'fixtures';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { STATUS_LABEL, skuParts } from '../../components/labels.ts';
import { Picture } from '../../components/picture.tsx';
import { RefundLink } from '../../components/refund-link.tsx';

/** The orders of a trade, and how its amount comes about. */
export function GoodsTable({ trade }: { trade: Trade }) {
  const onSale = trade.orders.order.reduce((sum, order) => sum + Number(order.discount_fee), 0);
  return (
    <section class="trade-goods" aria-labelledby="goods-title">
      <h2 id="goods-title">宝贝清单</h2>
      <table>
        <thead>
          <ColumnHeads names={['宝贝', '属性', '状态', '售后', '单价', '数量', '优惠', '小计']} />
        </thead>
        <tbody>
          {trade.orders.order.map((order) => (
            <tr key={order.oid} data-oid={order.oid}>
              <td>
                <div class="goods">
                  <Picture path={order.pic_path} size={48} />
                  <div class="goods-text">
                    {order.title}
                    {order.outer_sku_id && <span class="faint goods-code">商家编码：{order.outer_sku_id}</span>}
                  </div>
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
              <td>
                <RefundLink order={order} />
              </td>
              <td class="sum num">{order.price}</td>
              <td class="sum num">{order.num}</td>
              <td class="sum num">{order.discount_fee}</td>
              <td class="sum num">{order.total_fee}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="money">
        <Line name="商品总价" amount={trade.total_fee} />
        {onSale !== 0 && <Line name="单品优惠" amount={`-${onSale.toFixed(2)}`} />}
        {Number(trade.discount_fee) !== 0 && <Line name="店铺优惠" amount={`-${trade.discount_fee}`} />}
        {Number(trade.adjust_fee) !== 0 && <Line name="卖家改价" amount={trade.adjust_fee} />}
        <Line name="运费" amount={trade.post_fee} />
        <div class="money-line money-total">
          <dt>实收款</dt>
          <dd class="num">{trade.payment} 元</dd>
        </div>
        <Line name="已到账" amount={trade.received_payment} />
      </dl>
    </section>
  );
}

function Line({ name, amount }: { name: string; amount: string }) {
  return (
    <div class="money-line">
      <dt>{name}</dt>
      <dd class="num">{amount} 元</dd>
    </div>
  );
}
