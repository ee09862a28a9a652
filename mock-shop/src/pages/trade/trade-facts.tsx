import type { Trade } from 'fixtures';
import type { ComponentChildren } from 'preact';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { Flag } from '../../components/flag.tsx';
import { dateTime, FLAG_LABEL } from '../../components/labels.ts';
import { placeText } from '../../components/receiver/receiver-text.ts';
import { RevealButton, shownReceiver } from '../../components/receiver/shown-receiver.tsx';
import { TrackingLink } from '../../components/tracking/tracking-link.tsx';
import { receiverOf } from '../../domain/ship/parcel.ts';

const SHIPPING: Record<Trade['shipping_type'], string> = {
  express: '快递',
  ems: 'EMS',
  post: '平邮',
  free: '卖家包邮',
  virtual: '无需物流',
};

/** 卖家备注 with its flag, and the way to change it. */
export function MemoBlock({ trade, onEdit }: { trade: Trade; onEdit: () => void }) {
  const empty = trade.seller_memo === '' && trade.seller_flag === 0;
  return (
    <section class="memo-block" aria-labelledby="memo-title">
      <h2 id="memo-title">卖家备注</h2>
      <Flag flag={trade.seller_flag} />
      <span class="memo-flag-name">{trade.seller_flag === 0 ? '未标记' : FLAG_LABEL[trade.seller_flag]}</span>
      <p class="memo-text">{trade.seller_memo || <span class="faint">还没有备注内容</span>}</p>
      <button type="button" class="button" data-testid="flag" aria-haspopup="dialog" onClick={onEdit}>
        {empty ? '添加备注' : '修改备注'}
      </button>
    </section>
  );
}

/** Buyer, receiver and the trade's own numbers. */
export function Facts({ trade, chatHref }: { trade: Trade; chatHref: string }) {
  const couriers = [...new Set(trade.orders.order.map((order) => order.logistics_company).filter(Boolean))];
  const waybills = [...new Set(trade.orders.order.map((order) => order.invoice_no).filter(Boolean))];
  const to = shownReceiver(trade.tid, receiverOf(trade));
  return (
    <div class="fact-groups">
      <Group title="买家信息">
        <Fact name="买家昵称">
          {trade.buyer_nick}{' '}
          <WangwangLink href={chatHref} nick={trade.buyer_nick} unread={unreadOf(trade.buyer_nick)} />
        </Fact>
        <Fact name="买家留言">{trade.buyer_message}</Fact>
      </Group>
      <Group title="收货和物流信息">
        <Fact name="收货人">
          {to.receiver_name} <RevealButton tid={trade.tid} />
        </Fact>
        <Fact name="手机">{to.receiver_mobile}</Fact>
        <Fact name="电话">{to.receiver_phone}</Fact>
        <Fact name="收货地址">{placeText(to)}</Fact>
        <Fact name="邮编">{to.receiver_zip}</Fact>
        <Fact name="运送方式">{SHIPPING[trade.shipping_type]}</Fact>
        <Fact name="物流公司">{couriers.join('、')}</Fact>
        <Fact name="运单号">{waybills.join('、')}</Fact>
        {trade.consign_time && (
          <Fact name="物流动态">
            <TrackingLink tid={trade.tid} />
          </Fact>
        )}
      </Group>
      <Group title="订单信息">
        <Fact name="订单编号">
          <span class="num">{trade.tid}</span>
        </Fact>
        <Fact name="支付宝交易号">
          <span class="num">{trade.alipay_no}</span>
        </Fact>
        <Fact name="交易类型">{trade.type === 'cod' ? '货到付款' : '担保交易'}</Fact>
        <Time name="成交时间" at={trade.created} />
        <Time name="付款时间" at={trade.pay_time} />
        <Time name="发货时间" at={trade.consign_time} />
        <Time name="结束时间" at={trade.end_time} />
      </Group>
    </div>
  );
}

/** A titled list of facts. */
export function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="facts">
      <h2>{title}</h2>
      <dl>{children}</dl>
    </section>
  );
}

/** A name and what it stands for; a dash where there is nothing. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children || <span class="faint">-</span>}</dd>
    </div>
  );
}

function Time({ name, at }: { name: string; at: string | undefined }) {
  return <Fact name={name}>{at && <time class="num">{dateTime(at)}</time>}</Fact>;
}
