import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { getShippingOf, type Shipping } from '../../client/ship-client.ts';
import { world } from '../../client/world.ts';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { dateTime, skuParts } from '../../components/labels.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { phoneText, placeText } from '../../components/receiver/receiver-text.ts';
import { RevealButton, shownReceiver } from '../../components/receiver/shown-receiver.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { receiverOf } from '../../domain/ship/parcel.ts';
import './slip.css';

/** 发货单: what goes into the parcel, to be printed on A4. Whether the shop's own remark is on it is in the URL. */
export function SlipPage({ params }: { params: { tid: string } }) {
  const { tid } = params;
  const { path, search, go } = useShopUrl();
  const remark = new URLSearchParams(search).get('remark') === '1';
  const asked = useAsked(
    tid,
    () => getShippingOf(tid),
    ({ subject }) => subject === tid,
  );
  useLayoutEffect(() => {
    document.title = `发货单 ${tid} - 练习店铺 · 卖家中心`;
  }, [tid]);
  return (
    <main class="page slip-page" id="content">
      <p class="slip-tools">
        <a href={`/shipping/${tid}`} data-testid="back">
          ‹ 返回发货
        </a>
        <label>
          <input
            type="checkbox"
            data-testid="slip-remark"
            checked={remark}
            onChange={(event) => go(path + (event.currentTarget.checked ? '?remark=1' : ''), true)}
          />{' '}
          打印我的备注
        </label>
        <button type="button" class="button primary" data-testid="slip-print" onClick={() => print()}>
          打印
        </button>
      </p>
      {asked.fault && <ErrorBar text={asked.fault} onRetry={asked.reload} />}
      {!asked.value && !asked.fault && <p class="faint">正在读取订单…</p>}
      {asked.value && <Slip shipping={asked.value} remark={remark} />}
    </main>
  );
}

function Slip({ shipping, remark }: { shipping: Shipping; remark: boolean }) {
  const { trade } = shipping;
  const to = shownReceiver(trade.tid, receiverOf(trade));
  const sender = shipping.addresses.find(({ send_def }) => send_def);
  const goods = trade.orders.order.filter((order) => order.refund_status !== 'SUCCESS');
  return (
    <article class="slip" data-tid={trade.tid} data-testid="slip-sheet">
      <h1>{world.value?.shop.title ?? ''} 发货单</h1>
      <dl class="slip-facts">
        <Fact name="订单号">{trade.tid}</Fact>
        <Fact name="买家">{trade.buyer_nick}</Fact>
        <Fact name="付款时间">{trade.pay_time ? dateTime(trade.pay_time) : '货到付款'}</Fact>
        <Fact name="收货人">
          {to.receiver_name}　{phoneText(to)} <RevealButton tid={trade.tid} />
        </Fact>
        <Fact name="收货地址">
          {placeText(to)}　{to.receiver_zip}
        </Fact>
        {sender && (
          <Fact name="发货人">
            {sender.contact_name}　{sender.mobile_phone || sender.phone}
          </Fact>
        )}
        <Fact name="买家留言">{trade.buyer_message || '无'}</Fact>
        {remark && <Fact name="卖家备注">{trade.seller_memo || '无'}</Fact>}
      </dl>
      <table>
        <caption class="hidden-name">宝贝清单</caption>
        <thead>
          <ColumnHeads names={['商家编码', '宝贝', '规格', '数量', '验货']} />
        </thead>
        <tbody>
          {goods.map((order) => (
            <tr key={order.oid}>
              <td>{order.outer_sku_id}</td>
              <td>{order.title}</td>
              <td>{skuParts(order.sku_properties_name).join(' ')}</td>
              <td class="num">{order.num}</td>
              <td>□</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="slip-sum">
        共 {goods.reduce((sum, { num }) => sum + num, 0)} 件　　配货人：＿＿＿＿＿＿　　验货人：＿＿＿＿＿＿
      </p>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
