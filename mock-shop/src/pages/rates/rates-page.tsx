import { useLayoutEffect } from 'preact/hooks';
import { getTrade } from '../../client/shop-client.ts';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { IgnoredNote } from '../sold/ignored-note.tsx';
import { DueList } from './due-list.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { RateFilters } from './rate-filters.tsx';
import { RateStats } from './rate-stats.tsx';
import { RatesList } from './rates-list.tsx';
import { NO_FILTERS, type RatesQuery, readQuery, TABS, writeQuery } from './rates-query.ts';
import '../sold/sold.css';
import './rates.css';

/** 评价管理: what buyers said and what the shop answers, and the shop's ratings of buyers. The URL holds all but the selection. */
export function RatesPage() {
  const { path, search, chat, go } = useShopUrl();
  const { query, ignored } = readQuery(search);
  const href = (next: RatesQuery): string => withChat(path, writeQuery(next), chat);
  const plain = (parts: Partial<RatesQuery>): string => href({ ...query, ...NO_FILTERS, page: 1, rate: '', ...parts });
  useLayoutEffect(() => {
    document.title = '评价管理 - 练习店铺 · 卖家中心';
  }, []);
  const list = { query, href, go, chatHref: (nick: string) => withChat(path, search, nick) };
  return (
    <main class="page" id="content">
      <h1 class="page-title">评价管理</h1>
      <IgnoredNote names={ignored} onClose={() => go(href(query), true)} />
      <RateStats
        unansweredHref={plain({ tab: 'received', reply: 'no', result: 'unhappy' })}
        titleHref={(title) => plain({ tab: 'received', title })}
      />
      <nav class="tabs" aria-label="评价分类">
        <ul>
          {TABS.map(([tab, label]) => (
            <li key={tab}>
              <a
                href={href({ ...query, tab, page: 1, rate: '' })}
                data-testid={`rates-tab-${tab}`}
                aria-current={tab === query.tab ? 'page' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <RateFilters query={query} onSearch={(filters) => go(href({ ...query, ...filters, page: 1 }))} />
      {query.tab === 'toRate' ? <DueList {...list} /> : <RatesList key={query.tab} {...list} />}
      {query.rate && (
        <OneTrade key={query.rate} tid={query.rate} onClosed={() => go(href({ ...query, rate: '' }), true)} />
      )}
    </main>
  );
}

/** The rating of one trade's buyer, as the URL asks for it. Whether it is possible, the backend says. */
function OneTrade({ tid, onClosed }: { tid: string; onClosed: () => void }) {
  const { value, fault, reload } = useAsked(
    tid,
    () => getTrade(tid),
    () => false,
  );
  if (value) return <GiveDialog trades={[value]} onClosed={onClosed} />;
  if (!fault) return null;
  return (
    <p class="dialog-bar bad" role="alert">
      {fault}
      <button type="button" class="button" onClick={reload}>
        重试
      </button>
      <button type="button" class="button" onClick={onClosed}>
        知道了
      </button>
    </p>
  );
}
