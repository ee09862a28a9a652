import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type Deal, getDeal, getRefundDeal } from '../../client/buyer-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { buyerUrl } from './buyer-url.ts';

interface DealPageProps {
  nick: string;
  /** One of the two says which deal. */
  tid?: string;
  refund?: string;
  title: string;
  children: (deal: Deal) => ComponentChildren;
}

/** A page about one of the buyer's trades: reads it, keeps it true, and says so when there is none. */
export function DealPage({ nick, tid, refund, title, children }: DealPageProps) {
  const deal = useAsked(
    `${nick} ${tid ?? ''} ${refund ?? ''}`,
    () => (refund === undefined ? getDeal(nick, tid ?? '') : getRefundDeal(nick, refund)),
    ({ type }) => /^(trade|refund|rate|parcel)\./.test(type),
  );
  useLayoutEffect(() => {
    document.title = `${title} - 买家视角：${nick}`;
  }, [title, nick]);
  const unknown = deal.subCode.endsWith('-not-exist');
  const name = refund === undefined ? `订单号为 ${tid?.slice(0, 40)} 的订单` : `编号为 ${refund.slice(0, 40)} 的退款`;
  return (
    <main class="page deal-page" id="content">
      <p class="crumbs">
        <a href={buyerUrl(nick)} data-testid="buyer-back">
          ‹ 返回我的订单
        </a>
      </p>
      <h1 class="page-title">{title}</h1>
      {unknown && (
        <Empty text={`您没有${name}。`}>
          请核对编号，或 <a href={buyerUrl(nick)}>回到我的订单</a> 查找。
        </Empty>
      )}
      {deal.fault && !unknown && <ErrorBar text={deal.fault} onRetry={deal.reload} />}
      {deal.value === null && !deal.fault && <p class="faint">正在读取…</p>}
      {deal.value && !deal.stale && !unknown && (
        <article data-tid={deal.value.trade.tid} data-refund-id={refund}>
          {children(deal.value)}
        </article>
      )}
    </main>
  );
}
