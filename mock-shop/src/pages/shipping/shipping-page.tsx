import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { getShipping, type ShippingPage as Page } from '../../client/ship-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { Pager } from '../../components/pager.tsx';
import { AddressDialog } from '../../components/receiver/address-dialog.tsx';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { TrackingDialog } from '../../components/tracking/tracking-dialog.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { IgnoredNote } from '../sold/ignored-note.tsx';
import { PickUpDialog } from './pick-up-dialog.tsx';
import { ShippingFilters } from './shipping-filters.tsx';
import { PAGE_SIZES, readQuery, type ShippingQuery, TABS, writeQuery } from './shipping-query.ts';
import { ShippingTable } from './shipping-table.tsx';
import '../sold/sold.css';
import './shipping.css';

/** What is done with a trade in a dialog over the list. */
export type TradeDeed = 'address' | 'memo' | 'tracking' | 'confirm' | 'cancel';

/** 发货管理: what has to be sent, what is to be picked up, and what is on its way. The URL holds all but the selection. */
export function ShippingPage() {
  const { path, search, chat, go } = useShopUrl();
  const { query, ignored } = readQuery(search);
  const key = writeQuery(query);
  const list = useAsked(
    key,
    () => getShipping(asParams(query)),
    ({ type }) => /^(?:trade|parcel|refund)\./.test(type),
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deed, setDeed] = useState<{ tid: string; what: TradeDeed } | null>(null);
  const href = (next: ShippingQuery): string => withChat(path, writeQuery(next), chat);
  const show = (next: ShippingQuery): void => go(href(next));
  const trades = list.value?.trades ?? [];
  const total = list.value?.total ?? 0;
  const lastPage = Math.max(1, Math.ceil(total / query.size));

  useLayoutEffect(() => {
    document.title = '发货管理 - 练习店铺 · 卖家中心';
  }, []);
  useEffect(() => setSelected(new Set()), [key]);
  useEffect(() => {
    // The list has become shorter than the URL believes.
    if (list.value && !list.stale && query.page > lastPage) go(href({ ...query, page: lastPage }), true);
  }, [list.value, list.stale, query.page, lastPage]);

  const chosen = trades.filter(({ tid }) => selected.has(tid)).map(({ tid }) => tid);
  const select = (tids: readonly string[], on: boolean): void =>
    setSelected((before) => new Set(on ? [...before, ...tids] : [...before].filter((tid) => !tids.includes(tid))));
  const batch = (): void => {
    if (chosen.length === 0) showToast({ text: '请先勾选要发货的订单', bad: true });
    else go(withChat('/shipping/batch', `?tids=${chosen.join(',')}`, chat));
  };
  const trade = trades.find(({ tid }) => tid === deed?.tid);
  const close = (): void => setDeed(null);

  return (
    <main class="page" id="content">
      <h1 class="page-title">发货管理</h1>
      <IgnoredNote names={ignored} onClose={() => go(href(query), true)} />
      <ShippingFilters query={query} onSearch={(filters) => show({ ...query, ...filters, page: 1 })} />
      <nav class="tabs" aria-label="发货状态">
        <ul>
          {TABS.map(([tab, label]) => (
            <li key={tab}>
              <a
                href={href({ ...query, tab, page: 1 })}
                data-testid={`ship-tab-${tab}`}
                aria-current={tab === query.tab ? 'page' : undefined}
              >
                {label}
                {list.value && <span class="tab-count num">{list.value.counts[tab] ?? 0}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      {query.tab === 'wait' && (
        <div class="list-bar">
          <label>
            <input
              type="checkbox"
              data-testid="select-all"
              checked={trades.length > 0 && chosen.length === trades.length}
              indeterminate={chosen.length > 0 && chosen.length < trades.length}
              onChange={(event) =>
                select(
                  trades.map(({ tid }) => tid),
                  event.currentTarget.checked,
                )
              }
            />{' '}
            全选
          </label>
          <button type="button" class="button" data-testid="batch-ship" onClick={batch}>
            批量发货
          </button>
          {chosen.length > 0 && <span class="batch-count">已选 {chosen.length} 笔</span>}
        </div>
      )}
      <ShippingTable
        tab={query.tab}
        page={list.value}
        busy={list.stale && !list.fault}
        failed={list.fault !== ''}
        selected={selected}
        search={search}
        onSelect={(tid, on) => select([tid], on)}
        onDeed={(tid, what) => setDeed({ tid, what })}
      />
      {list.value && !list.stale && total === 0 && <NothingHere query={query} reset={href(readQuery('').query)} />}
      {total > 0 && (
        <div class="list-bar list-foot">
          <Pager
            page={Math.min(query.page, lastPage)}
            size={query.size}
            total={total}
            sizes={PAGE_SIZES}
            href={(page) => href({ ...query, page })}
            onPage={(page) => {
              show({ ...query, page });
              scrollTo(0, 0);
            }}
            onSize={(size) => show({ ...query, size, page: 1 })}
          />
        </div>
      )}
      {trade && deed?.what === 'address' && <AddressDialog trade={trade} onClosed={close} />}
      {trade && deed?.what === 'memo' && <MemoDialog trade={trade} onClosed={close} />}
      {deed?.what === 'tracking' && <TrackingDialog tid={deed.tid} onClosed={close} />}
      {trade && (deed?.what === 'confirm' || deed?.what === 'cancel') && (
        <PickUpDialog trade={trade} parcels={parcelsOf(list.value, trade.tid)} what={deed.what} onClosed={close} />
      )}
    </main>
  );
}

function asParams(query: ShippingQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

function parcelsOf(page: Page | null, tid: string): Page['parcels'] {
  return page?.parcels.filter((parcel) => parcel.tid === tid) ?? [];
}

function NothingHere({ query, reset }: { query: ShippingQuery; reset: string }) {
  if (query.tid === '' && query.nick === '' && query.receiver === '') {
    return <Empty text="这里现在没有订单。">可以换一个分类看看。</Empty>;
  }
  return (
    <Empty text="没有符合条件的订单。">
      请放宽条件，或 <a href={reset}>查看全部等待发货的订单</a>。
    </Empty>
  );
}
