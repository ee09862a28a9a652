import type { Trade } from 'fixtures';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { type Deed, useDeal } from '../../components/deal/use-deal.tsx';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { Pager, TopPager } from '../../components/pager.tsx';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { BatchBar } from './batch-bar.tsx';
import { FilterForm } from './filters.tsx';
import { IgnoredNote } from './ignored-note.tsx';
import { useKeptScroll } from './kept-scroll.ts';
import { filterCount, PAGE_SIZES, readQuery, type SoldQuery, writeQuery } from './sold-query.ts';
import { SoldTable } from './sold-table.tsx';
import { Tabs } from './tabs.tsx';
import { useBatch } from './use-batch.tsx';
import { useSoldList } from './use-sold-list.ts';
import './sold.css';

/** 已卖出的宝贝: the list of trades. All of its state but the selection is in the URL. */
export function SoldPage() {
  return <TradeList title="已卖出的宝贝" />;
}

/** 订单价格修改: the same list, of the trades whose price can still be changed. Source: textbook OP-5, AM-23. */
export function PricesPage() {
  return <TradeList title="订单价格修改" prices />;
}

function TradeList({ title, prices = false }: { title: string; prices?: boolean }) {
  const { path, search, chat, go } = useShopUrl();
  const read = readQuery(search);
  const { ignored } = read;
  const query: SoldQuery = prices ? { ...read.query, tab: 'waitPay' } : read.query;
  const list = useSoldList(query);
  const key = writeQuery(query);
  const current = list.shows === key;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Trade | null>(null);
  const deal = useDeal();

  const href = (next: SoldQuery): string => withChat(path, writeQuery(prices ? { ...next, tab: 'all' } : next), chat);
  const show = (next: SoldQuery): void => go(href(next));

  useLayoutEffect(() => {
    document.title = `${title} - 练习店铺 · 卖家中心`;
  }, [title]);
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
  const deed = useCallback((name: Deed, tid: string): void => {
    const trade = trades.current.find((one) => one.tid === tid);
    if (trade) deal.start(name, trade);
  }, []);
  const chosen = list.trades.filter((trade) => selected.has(trade.tid));
  const batch = useBatch({
    query,
    total: list.total,
    chosen,
    chat,
    go,
    deselect: (tids) => {
      for (const tid of tids) select(tid, false);
    },
    prices,
  });
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
      acts={batch.acts}
    />
  );

  return (
    <main class="page" id="content">
      <h1 class="page-title">{title}</h1>
      <IgnoredNote names={ignored} onClose={() => go(href(query), true)} />
      {prices && (
        <p class="page-note">
          这里是等待买家付款的订单。付款以前可以修改价格和运费，或者关闭交易；付款以后就不能改了。
        </p>
      )}
      <FilterForm query={query} unpaid={prices} onSearch={(filters) => show({ ...query, ...filters, page: 1 })} />
      {!prices && <Tabs query={query} counts={list.counts} href={href} />}
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
        path={path}
        search={search}
        onSelect={select}
        onFlag={edit}
        onDeed={deed}
      />
      {current && !list.fault && list.total === 0 && <NothingHere query={query} prices={prices} reset={href} />}
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
      {deal.dialog}
      {batch.dialog}
    </main>
  );
}

function NothingHere({
  query,
  prices,
  reset,
}: {
  query: SoldQuery;
  prices: boolean;
  reset: (query: SoldQuery) => string;
}) {
  if (filterCount(query) === 0) {
    if (prices) return <Empty text="现在没有等待付款的订单。">买家拍下新的订单以后会出现在这里。</Empty>;
    return <Empty text="这个分类下现在没有订单。">可以换一个分类看看。</Empty>;
  }
  return (
    <Empty text="没有符合条件的订单。">
      请放宽筛选条件，或{' '}
      <a href={reset(readQuery('').query)}>{prices ? '查看全部等待付款的订单' : '查看近三个月的全部订单'}</a>。
    </Empty>
  );
}
