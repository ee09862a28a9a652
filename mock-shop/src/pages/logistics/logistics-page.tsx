import { useLayoutEffect } from 'preact/hooks';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { IgnoredNote } from '../sold/ignored-note.tsx';
import { AddressLibrary } from './address-library.tsx';
import { CarrierList } from './carrier-list.tsx';
import { FreightList } from './freight-list.tsx';
import { type LogisticsQuery, readQuery, TABS, writeQuery } from './logistics-query.ts';
import '../sold/sold.css';
import './logistics.css';

/** 物流工具: the shop's own addresses, what buyers pay for postage, and the carriers. Which part is on show is in the URL. */
export function LogisticsPage() {
  const { path, search, chat, go } = useShopUrl();
  const { query, ignored } = readQuery(search);
  const href = (next: LogisticsQuery): string => withChat(path, writeQuery(next), chat);
  useLayoutEffect(() => {
    document.title = '物流工具 - 练习店铺 · 卖家中心';
  }, []);
  return (
    <main class="page" id="content">
      <h1 class="page-title">物流工具</h1>
      <IgnoredNote names={ignored} onClose={() => go(href(query), true)} />
      <nav class="tabs" aria-label="物流工具">
        <ul>
          {TABS.map(([tab, label]) => (
            <li key={tab}>
              <a
                href={href({ tab, state: '' })}
                data-testid={`logistics-tab-${tab}`}
                aria-current={tab === query.tab ? 'page' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {query.tab === 'addresses' && <AddressLibrary />}
      {query.tab === 'freight' && <FreightList />}
      {query.tab === 'carriers' && (
        <CarrierList to={query.state} onTo={(state) => go(href({ ...query, state }), true)} />
      )}
    </main>
  );
}
