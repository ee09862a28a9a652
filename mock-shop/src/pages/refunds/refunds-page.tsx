import { useEffect, useLayoutEffect } from 'preact/hooks';
import { getRefunds } from '../../client/refund-client.ts';
import { simNow } from '../../client/world.ts';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { Pager, TopPager } from '../../components/pager.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { IgnoredNote } from '../sold/ignored-note.tsx';
import { RefundFilters } from './refund-filters.tsx';
import { RefundTable } from './refund-table.tsx';
import { apiParams, isFiltered, PAGE_SIZES, type RefundsQuery, readQuery, TILES, writeQuery } from './refunds-query.ts';
import '../sold/sold.css';
import './refunds.css';

/** 退款管理: tiles, filters and the list. All of its state is in the URL. */
export function RefundsPage() {
  const { path, search, chat, go } = useShopUrl();
  const { query, ignored } = readQuery(search);
  const list = useAsked(
    writeQuery(query),
    () => getRefunds(apiParams(query)),
    // With every new day another refund may be about to lapse.
    ({ type }) => type.startsWith('refund.') || type === 'trade.shipped' || type === 'clock.day-started',
  );
  const href = (next: RefundsQuery): string => withChat(path, writeQuery(next), chat);
  const show = (next: RefundsQuery): void => go(href(next));
  const total = list.value?.total ?? 0;
  const lastPage = Math.max(1, Math.ceil(total / query.size));

  useLayoutEffect(() => {
    document.title = '退款管理 - 练习店铺 · 卖家中心';
  }, []);
  useEffect(() => {
    // The list has become shorter than the URL believes.
    if (list.value && !list.stale && query.page > lastPage) go(href({ ...query, page: lastPage }), true);
  }, [list.value, list.stale, query.page, lastPage]);

  const pager = { page: Math.min(query.page, lastPage), size: query.size, total };
  const toPage = (page: number): void => {
    show({ ...query, page });
    scrollTo(0, 0);
  };
  return (
    <main class="page" id="content">
      <h1 class="page-title">退款管理</h1>
      <IgnoredNote names={ignored} onClose={() => go(href(query), true)} />
      <nav class="tiles" aria-label="退款分类">
        <ul>
          {TILES.map(([tile, label]) => (
            <li key={tile}>
              <a
                href={href({ ...query, tile, page: 1 })}
                class={`tile tile-${tile} ${list.value?.counts[tile] ? '' : 'none'}`}
                data-testid={`tile-${tile}`}
                aria-current={tile === query.tile ? 'page' : undefined}
              >
                <span class="tile-count num">{list.value ? (list.value.counts[tile] ?? 0) : '…'}</span>
                <span>{label}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <RefundFilters query={query} onSearch={(filters) => show({ ...query, ...filters, page: 1 })} />
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="list-bar">
        <span class="faint">按申请时间从新到旧排列</span>
        <TopPager {...pager} onPage={toPage} />
      </div>
      <RefundTable
        refunds={list.value?.refunds ?? null}
        busy={list.stale && !list.fault}
        failed={list.fault !== ''}
        now={simNow.value}
        unreadOf={unreadOf}
        chatHref={(nick) => withChat(path, search, nick)}
        detailHref={(id) => withChat(`/refunds/${id}`, backTo(query), chat)}
      />
      {list.value && !list.stale && total === 0 && <NothingHere query={query} all={href(readQuery('').query)} />}
      {total > 0 && (
        <div class="list-bar list-foot">
          <span />
          <Pager
            {...pager}
            sizes={PAGE_SIZES}
            href={(page) => href({ ...query, page })}
            onPage={toPage}
            onSize={(size) => show({ ...query, size, page: 1 })}
          />
        </div>
      )}
    </main>
  );
}

/** So that a refund's page leads back to the same list. */
function backTo(query: RefundsQuery): string {
  const back = writeQuery(query).slice(1);
  return back ? `?back=${encodeURIComponent(back)}` : '';
}

function NothingHere({ query, all }: { query: RefundsQuery; all: string }) {
  if (!isFiltered(query)) return <Empty text="这个分类下现在没有退款。">可以换一个分类看看。</Empty>;
  return (
    <Empty text="没有符合条件的退款。">
      请放宽筛选条件，或 <a href={all}>查看全部退款</a>。
    </Empty>
  );
}
