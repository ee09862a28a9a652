import type { Refund } from 'fixtures';
import { actOnRefund, type Deal } from '../../client/buyer-client.ts';
import { simNow } from '../../client/world.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { timeLeft } from '../../components/countdown.ts';
import { Fact } from '../../components/form.tsx';
import { dateTime } from '../../components/labels.ts';
import { Negotiation } from '../../components/negotiation.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { TYPE_NAME } from '../../domain/refund/reasons.ts';
import { OPEN_REFUNDS } from '../../domain/trade-index.ts';
import { RefundSteps } from './apply-page.tsx';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';
import { Goods } from './goods.tsx';
import { MessageForm } from './message-form.tsx';

const GOODS: Record<Refund['good_status'], string> = {
  BUYER_NOT_RECEIVED: '没有收到货',
  BUYER_RECEIVED: '已收到货',
  BUYER_RETURNED_GOODS: '已退货',
};

/** A refund as its buyer sees it: waiting, returning, done. Source: textbook OP-7, figures 6-11 and 6-12. */
export function RefundPage({ nick, refund: id }: { nick: string; refund: string }) {
  return (
    <DealPage nick={nick} refund={id} title="退款详情">
      {(deal) => {
        const refund = deal.refunds.find((one) => one.refund_id === id);
        return refund && <Detail nick={nick} deal={deal} refund={refund} />;
      }}
    </DealPage>
  );
}

function Detail({ nick, deal, refund }: { nick: string; deal: Deal; refund: Refund }) {
  const { path, search, go } = useShopUrl();
  const { status, refund_id: id } = refund;
  const open = OPEN_REFUNDS.includes(status);
  const ask = new URLSearchParams(search).get('do');
  const close = (): void => go(path, true);
  const change = status === 'WAIT_SELLER_AGREE' || status === 'SELLER_REFUSE_BUYER';
  const order = deal.trade.orders.order.find((one) => one.oid === refund.oid);
  return (
    <RefundSteps now={open ? 2 : 3}>
      <section class="deal-state" aria-label="退款状态" data-testid="refund-state" data-status={status}>
        <p class="deal-status">
          <strong>{headline(refund)}</strong>
          {refund.cs_status !== 1 && <span class="tag">已申请淘宝介入</span>}
        </p>
        <p>{hint(refund, simNow.value)}</p>
        {status === 'WAIT_BUYER_RETURN_GOODS' && refund.return_address && <Address refund={refund} />}
        {refund.sid !== undefined && (
          <p>
            退货物流：{refund.company_name} <span class="num">{refund.sid}</span>{' '}
            <a href={buyerUrl(nick, 'trades', refund.tid, 'logistics')}>查看物流</a>
          </p>
        )}
        {open && (
          <div class="deal-do">
            {status === 'WAIT_BUYER_RETURN_GOODS' && refund.return_address && (
              <a class="button primary" href={buyerUrl(nick, 'refunds', id, 'return')} data-testid="refund-return">
                退货
              </a>
            )}
            {change && (
              <a class="button" href={buyerUrl(nick, 'refunds', id, 'change')} data-testid="refund-change">
                修改申请
              </a>
            )}
            <a href={`${path}?do=cancel`} data-testid="refund-cancel">
              撤销申请
            </a>
            {refund.cs_status === 1 && (
              <a href={`${path}?do=intervene`} data-testid="refund-intervene">
                要求淘宝介入处理
              </a>
            )}
          </div>
        )}
      </section>
      {order && <Goods order={order} />}
      <dl class="deal-facts">
        <Fact name="服务类型">{TYPE_NAME[refund.dispute_type]}</Fact>
        <Fact name="货物状态">{GOODS[refund.good_status]}</Fact>
        <Fact name="原因">{refund.reason}</Fact>
        {refund.dispute_type !== 'EXCHANGE' && (
          <Fact name="退款金额">
            <strong class="num">{refund.refund_fee}</strong> 元
          </Fact>
        )}
        {refund.desc && <Fact name="退款说明">{refund.desc}</Fact>}
        <Fact name="退款编号">
          <span class="num">{id}</span>
        </Fact>
        <Fact name="订单号">
          <a class="num" href={buyerUrl(nick, 'trades', refund.tid)}>
            {refund.tid}
          </a>
        </Fact>
        <Fact name="申请时间">
          <time class="num">{dateTime(refund.created)}</time>
        </Fact>
      </dl>
      <Negotiation messages={refund.messages} own={1} />
      {open && <MessageForm nick={nick} refund={id} />}
      {open && ask === 'cancel' && (
        <AskDialog
          heading="撤销退款申请"
          text="撤销以后这笔退款就关闭了，自动确认收货的计时会继续。需要时可以在确认收货之前再申请。"
          label="确认撤销"
          onClosed={close}
          onYes={async () => {
            await actOnRefund(nick, id, 'cancel');
            showToast({ text: '退款申请已撤销', tid: refund.tid });
          }}
        />
      )}
      {open && refund.cs_status === 1 && ask === 'intervene' && (
        <AskDialog
          heading="要求淘宝介入处理"
          text="建议先和卖家协商。申请以后由淘宝客服查看双方的留言和凭证，在练习里只登记，不做裁决。"
          label="申请介入"
          onClosed={close}
          onYes={async () => {
            await actOnRefund(nick, id, 'intervene');
            showToast({ text: '已申请淘宝介入', tid: refund.tid });
          }}
        />
      )}
    </RefundSteps>
  );
}

/** Where the goods are to go. */
export function Address({ refund: { return_address: to, post_fee_bear_role: bearer } }: { refund: Refund }) {
  if (!to) return null;
  return (
    <div class="return-address" data-testid="return-address">
      <p>
        退货地址：{to.address} {to.zip}，{to.name} 收，电话 <span class="num">{to.phone}</span>
      </p>
      <p>退货运费由{bearer === 0 ? '卖家' : '您'}承担，请用普通快递，卖家不签收到付件和平邮。</p>
    </div>
  );
}

function headline({ status, dispute_type, refund_fee }: Refund): string {
  const exchange = dispute_type === 'EXCHANGE';
  switch (status) {
    case 'WAIT_SELLER_AGREE':
      return exchange ? '等待卖家处理换货申请' : '等待卖家处理退款申请';
    case 'WAIT_BUYER_RETURN_GOODS':
      return '卖家已同意，请退货';
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return '您已退货，等待卖家确认收货';
    case 'SELLER_REFUSE_BUYER':
      return '卖家拒绝了您的申请';
    case 'CLOSED':
      return '退款关闭';
    case 'SUCCESS':
      return exchange ? '换货完成' : `退款成功：${refund_fee} 元`;
  }
}

/** What happens next and when. `now`: simulated ms. */
function hint(refund: Refund, now: number): string {
  const left = refund.timeout_action_time ? `还剩 ${timeLeft(refund.timeout_action_time, now)}。` : '';
  const back = refund.dispute_type !== 'REFUND';
  switch (refund.status) {
    case 'WAIT_SELLER_AGREE':
      return `${left}卖家超时不处理，${back ? '协议自动生效，进入退货流程' : '会自动退款给您'}。`;
    case 'WAIT_BUYER_RETURN_GOODS':
      if (!refund.return_address) return '卖家还没有提供退货地址，请等卖家补录后再寄。';
      return `${left}请按下面的地址寄回并填写运单号码，超时不退货，退款会关闭。`;
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return `${left}卖家超时不确认，会自动${back && refund.dispute_type === 'EXCHANGE' ? '视为收到退货' : '退款给您'}。`;
    case 'SELLER_REFUSE_BUYER':
      return `${left}您可以修改申请，或要求淘宝介入；超时不修改，退款会关闭。`;
    case 'CLOSED':
      return '这笔退款已经结束，没有退款。';
    case 'SUCCESS':
      return refund.dispute_type === 'EXCHANGE' ? '卖家会把换的宝贝发给您。' : '钱已经退回您付款的账户。';
  }
}
