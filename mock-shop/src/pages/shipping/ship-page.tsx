import type { Trade } from 'fixtures';
import { useLayoutEffect, useState } from 'preact/hooks';
import { getShippingOf, type Shipping } from '../../client/ship-client.ts';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { dateTime, STATUS_LABEL } from '../../components/labels.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { TrackingDialog } from '../../components/tracking/tracking-dialog.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { sendable } from '../../domain/ship/parcel.ts';
import { ShipForm } from './ship-form.tsx';
import '../sold/sold.css';
import '../../components/list-table.css';
import './shipping.css';

/** 发货: one order, in three steps. A page starts from nothing for every other order. Source: seller-backend "Screens". */
export function ShipRoute({ params }: { params: { tid: string } }) {
  return <ShipPage key={params.tid} tid={params.tid} />;
}

function ShipPage({ tid }: { tid: string }) {
  const { path, search, chat } = useShopUrl();
  const asked = useAsked(
    tid,
    () => getShippingOf(tid),
    ({ type }) => /^(?:trade|parcel|refund|address|carrier)\./.test(type),
  );
  const { value, fault } = asked;
  const unknown = asked.subCode === 'isv.trade-not-exist';
  useLayoutEffect(() => {
    document.title = '发货 - 练习店铺 · 卖家中心';
  }, []);
  const list = withChat('/shipping', '', chat);
  return (
    <main class="page ship-page" id="content">
      <p class="crumbs">
        <a href={list} data-testid="back">
          ‹ 返回发货管理
        </a>
      </p>
      <h1 class="page-title">发货</h1>
      {unknown && (
        <Empty text={`店里没有订单号为 ${tid.slice(0, 40)} 的订单。`}>
          请核对订单号，或 <a href={list}>回到发货管理</a> 查找。
        </Empty>
      )}
      {fault && !unknown && <ErrorBar text={fault} onRetry={asked.reload} />}
      {!value && !fault && <p class="faint">正在读取订单…</p>}
      {value && !unknown && (
        <article data-tid={tid} data-buyer-nick={value.trade.buyer_nick}>
          <p class="ship-head">
            订单号：<span class="num">{tid}</span>　成交时间：
            <time class="num">{dateTime(value.trade.created)}</time>　买家：{value.trade.buyer_nick}{' '}
            <WangwangLink
              href={withChat(path, search, value.trade.buyer_nick)}
              nick={value.trade.buyer_nick}
              unread={unreadOf(value.trade.buyer_nick)}
            />
            {value.trade.type === 'cod' && <span class="tag">货到付款</span>}
          </p>
          <Sent shipping={value} list={list} />
          {canShip(value.trade) && sendable(value.trade, value.parcels).length > 0 && <ShipForm shipping={value} />}
        </article>
      )}
    </main>
  );
}

function canShip({ status }: Trade): boolean {
  return status === 'WAIT_SELLER_SEND_GOODS' || status === 'SELLER_CONSIGNED_PART';
}

/** What was sent already, or why nothing can be. */
function Sent({ shipping, list }: { shipping: Shipping; list: string }) {
  const [tracking, setTracking] = useState(false);
  const { trade, parcels } = shipping;
  const left = canShip(trade) ? sendable(trade, parcels).length : 0;
  if (parcels.length === 0 && left > 0) return null;
  const booked = parcels.some(({ company_code, out_sid }) => company_code !== '' && out_sid === '');
  return (
    <section class="ship-done" aria-label="发货情况" data-testid="ship-done">
      <strong>
        {left > 0 && '部分宝贝已经发货或预约取件，下面是还没有发的。'}
        {left === 0 && booked && '已经预约上门取件，快递员取走以后变成已发货。'}
        {left === 0 &&
          !booked &&
          (parcels.length > 0 ? '这笔订单已经发货。' : `这笔订单${STATUS_LABEL[trade.status]}，现在不能发货。`)}
      </strong>
      <ul>
        {parcels.map(({ parcel_id, company_name, out_sid, oids }) => (
          <li key={parcel_id}>
            {company_name} <span class="num">{out_sid || (company_name === '无需物流' ? '' : '等待取件')}</span>（
            {oids.length} 件）
          </li>
        ))}
      </ul>
      <p>
        {parcels.length > 0 && (
          <button type="button" class="link" data-testid="tracking" onClick={() => setTracking(true)}>
            查看物流
          </button>
        )}{' '}
        <a href={list}>返回发货管理</a> <a href={`/sold/${trade.tid}`}>交易详情</a>
      </p>
      {tracking && <TrackingDialog tid={trade.tid} onClosed={() => setTracking(false)} />}
    </section>
  );
}
