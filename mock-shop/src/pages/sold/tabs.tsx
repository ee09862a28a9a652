import { type SoldQuery, TABS } from './sold-query.ts';

interface TabsProps {
  query: SoldQuery;
  /** How many trades each tab holds; null until known. */
  counts: Record<string, number> | null;
  href: (query: SoldQuery) => string;
}

/** The nine tabs. A tab keeps the filters and starts at its first page. */
export function Tabs({ query, counts, href }: TabsProps) {
  return (
    <nav class="tabs" aria-label="订单分类">
      <ul>
        {TABS.map(([tab, label]) => (
          <li key={tab}>
            <a
              href={href({ ...query, tab, page: 1 })}
              data-testid={`tab-${tab}`}
              aria-current={tab === query.tab ? 'page' : undefined}
            >
              {label}
              {counts && <span class="tab-count num">{counts[tab] ?? 0}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
