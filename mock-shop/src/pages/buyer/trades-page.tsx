import { useEffect } from 'preact/hooks';
import { getBuyerTrades } from '../../client/buyer-client.ts';
import { ListTable } from '../../components/list-table.tsx';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { Pager } from '../../components/pager.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { BUYER_TABS, type BuyerTab } from '../../domain/buyer-query.ts';
import { BoughtRows } from './bought-rows.tsx';
import { TAB_LABEL } from './buyer-labels.ts';
import { buyerUrl } from './buyer-url.ts';
import { NoBuyer } from './no-buyer.tsx';

const COLUMNS = ['宝贝', '单价', '数量', '售后', '实付款', '交易状态', '操作'] as const;
const SIZES = [10, 20, 50] as const;

/** 我的订单, as 支付宝 calls it 交易记录: the trades of one buyer. Source: textbook figure 6-8. */
export function TradesPage({ nick }: { nick: string }) {
  const { search, go } = useShopUrl();
  const { tab, page, size } = readList(search);
  const key = `${nick} ${tab} ${page} ${size}`;
  const list = useAsked(
    key,
    () => getBuyerTrades(nick, tab, page, size),
    ({ type }) => /^(trade|refund|rate)\./.test(type),
  );
  const href = (next: Partial<ListState>): string => buyerUrl(nick) + writeList({ tab, page, size, ...next });
  const value = list.value;
  const last = Math.max(1, Math.ceil((value?.total ?? 0) / size));
  useEffect(() => {
    // The list has become shorter than the URL believes.
    if (value && !list.stale && page > last) go(href({ page: last }), true);
  }, [value, list.stale, page, last]);
  if (list.subCode === 'isv.buyer-not-exist') return <NoBuyer nick={nick} />;
  return (
    <main class="page" id="content">
      <h1 class="page-title">
        我的订单 <small>支付宝交易记录</small>
      </h1>
      <nav class="tabs" aria-label="订单分类">
        <ul>
          {BUYER_TABS.map((one) => (
            <li key={one}>
              <a
                href={href({ tab: one, page: 1 })}
                data-testid={`buyer-tab-${one}`}
                aria-current={one === tab ? 'page' : undefined}
              >
                {TAB_LABEL[one]}
                {value && <span class="tab-count num">{value.counts[one]}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <ListTable
        class="bought"
        caption="我的订单"
        columns={COLUMNS}
        cols="bought"
        busy={(value === null || list.stale) && !list.fault}
        waiting={value === null && !list.fault && '正在读取订单…'}
      >
        {value?.trades.map((trade) => (
          <BoughtRows key={trade.tid} nick={nick} trade={trade} />
        ))}
      </ListTable>
      {value?.total === 0 && !list.stale && (
        <Empty text={tab === 'all' ? '您还没有买过东西。' : `没有${TAB_LABEL[tab]}的订单。`}>
          可以看看 <a href={buyerUrl(nick)}>全部订单</a>，或者去 <a href={buyerUrl(nick, 'shop')}>逛店铺</a>。
        </Empty>
      )}
      {value !== null && value.total > 0 && (
        <div class="list-bar list-foot">
          <Pager
            page={Math.min(page, last)}
            size={size}
            total={value.total}
            sizes={SIZES}
            href={(to) => href({ page: to })}
            onPage={(to) => {
              go(href({ page: to }));
              scrollTo(0, 0);
            }}
            onSize={(to) => go(href({ size: to, page: 1 }))}
          />
        </div>
      )}
    </main>
  );
}

interface ListState {
  tab: BuyerTab;
  page: number;
  size: number;
}

/** What the URL says of the list; what it says badly counts as not said. */
function readList(search: string): ListState {
  const query = new URLSearchParams(search);
  const page = query.get('page') ?? '';
  return {
    tab: BUYER_TABS.find((one) => one === query.get('tab')) ?? 'all',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
    size: SIZES.find((one) => String(one) === query.get('size')) ?? SIZES[0],
  };
}

function writeList({ tab, page, size }: ListState): string {
  const query = new URLSearchParams();
  if (tab !== 'all') query.set('tab', tab);
  if (page !== 1) query.set('page', String(page));
  if (size !== SIZES[0]) query.set('size', String(size));
  return query.size > 0 ? `?${query}` : '';
}
