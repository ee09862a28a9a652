import { useEffect, useRef } from 'preact/hooks';
import { getReview } from '../../client/desk-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { DeskPager } from './desk-pager.tsx';
import type { OrdersQuery } from './orders-query.ts';
import { ReviewTable } from './review-table.tsx';
import { Sheet } from './sheet.tsx';

interface ReviewProps {
  shiftId: string;
  query: OrdersQuery;
  href: (change: Partial<OrdersQuery>) => string;
  onPage: (page: number) => void;
}

/** 讲评 of a round that is over: 评价表 6-2, and every order with the truth about it. */
export function Review({ shiftId, query: { item, page }, href, onPage }: ReviewProps) {
  const asked = useAsked(
    `${shiftId}/${item}/${page}`,
    () => getReview(shiftId, item, page),
    () => false,
  );
  const orders = useRef<HTMLElement>(null);
  const ready = asked.value !== null && !asked.stale;
  useEffect(() => {
    // Who asks for the orders of an item wants to see them.
    if (ready && item !== '') orders.current?.scrollIntoView();
  }, [ready, item]);
  if (asked.fault) return <ErrorBar text={asked.fault} onRetry={asked.reload} />;
  const review = asked.value;
  if (!review) return <p class="faint">正在读取…</p>;
  const chosen = review.table.find(({ id }) => id === item);
  return (
    <>
      <Sheet table={review.table} item={item} href={(id) => href({ item: id, page: 1 })} />
      <section ref={orders} aria-label="逐单讲评">
        <h2 class="desk-heading">
          {chosen ? `「${chosen.name}」依据的订单` : '逐单讲评'}（{review.total} 笔）
          {chosen && (
            <a href={href({ item: '', page: 1 })} data-testid="sheet-all">
              查看全部订单
            </a>
          )}
        </h2>
        {review.total === 0 ? (
          <Empty text="这一项没有依据的订单。">没有做过这样的操作。</Empty>
        ) : (
          <>
            <ReviewTable orders={review.orders} busy={asked.stale} />
            <DeskPager page={review.page} pages={review.pages} onPage={onPage} />
          </>
        )}
      </section>
    </>
  );
}
