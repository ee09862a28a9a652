import type { Trade } from 'fixtures';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { Pager, TopPager } from '../../components/pager.tsx';
import { BatchDialog } from '../../components/remark/batch-dialog.tsx';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { BatchBar } from './batch-bar.tsx';
import { FilterForm } from './filters.tsx';
import { IgnoredNote } from './ignored-note.tsx';
import { useKeptScroll } from './kept-scroll.ts';
import { filterCount, PAGE_SIZES, readQuery, type SoldQuery, writeQuery } from './sold-query.ts';
import { SoldTable } from './sold-table.tsx';
import { Tabs } from './tabs.tsx';
import { useSoldList } from './use-sold-list.ts';
import './sold.css';

/** 已卖出的宝贝: the list of trades. All of its state but the selection is in the URL. */
export function SoldPage() {
  const { path, search, chat, go } = useShopUrl();
  const { query, ignored } = readQuery(search);
  const list = useSoldList(query);
  const key = writeQuery(query);
  const current = list.shows === key;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Trade | null>(null);
  const [batch, setBatch] = useState<readonly Trade[] | null>(null);

  const href = (next: SoldQuery): string => withChat(path, writeQuery(next), chat);
  const show = (next: SoldQuery): void => go(href(next));

  useLayoutEffect(() => {
    document.title = '已卖出的宝贝 - 练习店铺 · 卖家中心';
  }, []);
  // Not later than it is drawn: by then somebody may be selecting.
  useLayoutEffect(() => setSelected(new Set()), [key]);
  useKeptScroll(key, list.shows !== null);
  const lastPage = Math.max(1, Math.ceil(list.total / query.size));
  useEffect(() => {
    // The list has become shorter than the URL believes.
    if (current && query.page > lastPage) go(href({ ...query, page: lastPage }), true);
  }, [current, query.page, lastPage]);

  const select = useCallback((tid: string, on: boolean): void => {
    setSelected((before) => {
      const after = new Set(before);
      if (on) after.add(tid);
      else after.delete(tid);
      return after;
    });
  }, []);
  const selectAll = (on: boolean): void => setSelected(new Set(on ? list.trades.map((trade) => trade.tid) : []));
  // The same function for the page's whole life: a new one would draw every row again.
  const trades = useRef(list.trades);
  trades.current = list.trades;
  const edit = useCallback(
    (tid: string): void => setEditing(trades.current.find((trade) => trade.tid === tid) ?? null),
    [],
  );
  const chosen = list.trades.filter((trade) => selected.has(trade.tid));
  const openBatch = (): void => {
    if (chosen.length === 0) showToast({ text: '请先勾选要标记的订单', bad: true });
    else setBatch(chosen);
  };
  const shipChosen = (): void => {
    const waiting = chosen.filter(({ status }) => ['WAIT_SELLER_SEND_GOODS', 'SELLER_CONSIGNED_PART'].includes(status));
    if (waiting.length === 0) showToast({ text: '请先勾选等待发货的订单', bad: true });
    else go(withChat('/shipping/batch', `?tids=${waiting.map(({ tid }) => tid).join(',')}`, chat));
  };
  const pager = { page: Math.min(query.page, lastPage), size: query.size, total: list.total };
  const toPage = (page: number): void => {
    show({ ...query, page });
    scrollTo(0, 0);
  };
  const bar = (place: 'top' | 'bottom') => (
    <BatchBar
      place={place}
      all={list.trades.length > 0 && chosen.length === list.trades.length}
      count={chosen.length}
      onAll={selectAll}
      onBatch={openBatch}
      onShip={shipChosen}
    />
  );

  return (
    <main class="page" id="content">
      <h1 class="page-title">已卖出的宝贝</h1>
      <IgnoredNote names={ignored} onClose={() => go(href(query), true)} />
      <FilterForm query={query} onSearch={(filters) => show({ ...query, ...filters, page: 1 })} />
      <Tabs query={query} counts={list.counts} href={href} />
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="list-bar">
        {bar('top')}
        <TopPager {...pager} onPage={toPage} />
      </div>
      <SoldTable
        trades={list.shows === null ? null : list.trades}
        busy={!current && !list.fault}
        failed={list.fault !== ''}
        selected={selected}
        unreadOf={unreadOf}
        search={search}
        onSelect={select}
        onFlag={edit}
      />
      {current && !list.fault && list.total === 0 && <NothingHere query={query} reset={href} />}
      {list.total > 0 && (
        <div class="list-bar list-foot">
          {bar('bottom')}
          <Pager
            {...pager}
            sizes={PAGE_SIZES}
            href={(page) => href({ ...query, page })}
            onPage={toPage}
            onSize={(size) => show({ ...query, size, page: 1 })}
          />
        </div>
      )}
      {editing && <MemoDialog trade={editing} onClosed={() => setEditing(null)} />}
      {batch && (
        <BatchDialog
          trades={batch}
          onSaved={(tids) => {
            for (const tid of tids) select(tid, false);
          }}
          onClosed={() => setBatch(null)}
        />
      )}
    </main>
  );
}

function NothingHere({ query, reset }: { query: SoldQuery; reset: (query: SoldQuery) => string }) {
  if (filterCount(query) === 0) {
    return <Empty text="这个分类下现在没有订单。">可以换一个分类看看。</Empty>;
  }
  return (
    <Empty text="没有符合条件的订单。">
      请放宽筛选条件，或 <a href={reset(readQuery('').query)}>查看近三个月的全部订单</a>。
    </Empty>
  );
}
