import type { ComponentChildren } from 'preact';
import { actOnRefund, applyRefund, type Deal } from '../../client/buyer-client.ts';
import { useShopUrl } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { ApplyForm } from './apply-form.tsx';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';
import { type Receipt, ReceiptStep } from './receipt-step.tsx';
import { Result } from './result.tsx';
import { mayRefund } from './trade-actions.ts';

const STEPS = ['选货物状态', '申请退款', '等卖家处理', '完成'] as const;

/** 退款, then 申请退款: the URL's `good` is the choice of the first page. Source: textbook figures 6-9 and 6-10. */
export function ApplyPage({ nick, tid, oid }: { nick: string; tid: string; oid: string }) {
  const { path, search, go } = useShopUrl();
  const good = receiptIn(search);
  return (
    <DealPage nick={nick} tid={tid} title={good ? '申请退款' : '退款'}>
      {(deal) => {
        const order = deal.trade.orders.order.find((one) => one.oid === oid);
        const known = newest(deal, oid);
        if (!order || (!mayRefund(deal.trade, order) && !known)) {
          return (
            <Result good={false} text="这件宝贝现在不能申请退款">
              <p>付款以后才能申请；还没有付款的订单可以直接取消。</p>
              <a href={buyerUrl(nick, 'trades', tid)}>查看订单</a>
            </Result>
          );
        }
        if (!mayRefund(deal.trade, order)) {
          return (
            <Result text="这件宝贝已经申请过退款">
              <a href={buyerUrl(nick, 'refunds', known?.refund_id ?? '')}>查看退款进度</a>
            </Result>
          );
        }
        return (
          <RefundSteps now={good ? 1 : 0}>
            {good ? (
              <ApplyForm
                key={good}
                deal={deal}
                order={order}
                receipt={good}
                receiptHref={path}
                onSend={async (asked) => {
                  const refund = await applyRefund(nick, tid, oid, asked);
                  showToast({ text: '退款申请已提交', tid });
                  go(buyerUrl(nick, 'refunds', refund.refund_id), true);
                }}
              />
            ) : (
              <ReceiptStep deal={deal} oid={oid} onNext={(receipt) => go(`${path}?good=${receipt}`)} />
            )}
          </RefundSteps>
        );
      }}
    </DealPage>
  );
}

/** 修改申请: the same form with what was asked before; `step=goods` in the URL goes back to the first page. */
export function ChangePage({ nick, refund: id }: { nick: string; refund: string }) {
  const { path, search, go } = useShopUrl();
  const choosing = new URLSearchParams(search).get('step') === 'goods';
  return (
    <DealPage nick={nick} refund={id} title="修改退款申请">
      {(deal) => {
        const refund = deal.refunds.find((one) => one.refund_id === id);
        const order = deal.trade.orders.order.find((one) => one.oid === refund?.oid);
        const home = buyerUrl(nick, 'refunds', id);
        if (!refund || !order || !['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'].includes(refund.status)) {
          return (
            <Result good={false} text="卖家已经处理过，现在不能修改申请">
              <a href={home}>查看退款进度</a>
            </Result>
          );
        }
        const before = refund.good_status === 'BUYER_NOT_RECEIVED' ? 'BUYER_NOT_RECEIVED' : 'BUYER_RECEIVED';
        if (choosing) {
          return <ReceiptStep deal={deal} oid={order.oid} before={before} onNext={(to) => go(`${path}?good=${to}`)} />;
        }
        const receipt = receiptIn(search) ?? before;
        return (
          <ApplyForm
            key={receipt}
            deal={deal}
            order={order}
            receipt={receipt}
            receiptHref={`${path}?step=goods`}
            refund={refund}
            onSend={async (asked) => {
              await actOnRefund(nick, id, 'change', asked);
              showToast({ text: '退款申请已修改', tid: refund.tid });
              go(home, true);
            }}
          />
        );
      }}
    </DealPage>
  );
}

/** Where a refund is on its way, above the page's content. */
export function RefundSteps({ now, children }: { now: number; children: ComponentChildren }) {
  return (
    <>
      <ol class="refund-steps" aria-label="退款步骤">
        {STEPS.map((name, at) => (
          <li key={name} class={at <= now ? 'reached' : ''} aria-current={at === now ? 'step' : undefined}>
            {at + 1}. {name}
          </li>
        ))}
      </ol>
      {children}
    </>
  );
}

function newest(deal: Deal, oid: string) {
  return deal.refunds.findLast((one) => one.oid === oid);
}

function receiptIn(search: string): Receipt | undefined {
  const good = new URLSearchParams(search).get('good');
  return good === 'BUYER_RECEIVED' || good === 'BUYER_NOT_RECEIVED' ? good : undefined;
}
