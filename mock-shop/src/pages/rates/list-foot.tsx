import { useEffect } from 'preact/hooks';
import { Empty } from '../../components/notice.tsx';
import { Pager } from '../../components/pager.tsx';
import { filterCount, NO_FILTERS, PAGE_SIZES, type RatesQuery } from './rates-query.ts';

interface ListFootProps {
  query: RatesQuery;
  total: number;
  /** The total is that of another question. */
  stale: boolean;
  href: (query: RatesQuery) => string;
  go: (url: string, replace?: boolean) => void;
}

/** The pager; a page that a list has become too short for gives way to its last. */
export function ListFoot({ query, total, stale, href, go }: ListFootProps) {
  const last = Math.max(1, Math.ceil(total / query.size));
  useEffect(() => {
    if (!stale && query.page > last) go(href({ ...query, page: last }), true);
  }, [stale, query.page, last]);
  if (total === 0) return null;
  return (
    <div class="list-bar list-foot">
      <Pager
        page={Math.min(query.page, last)}
        size={query.size}
        total={total}
        sizes={PAGE_SIZES}
        href={(page) => href({ ...query, page })}
        onPage={(page) => {
          go(href({ ...query, page }));
          scrollTo(0, 0);
        }}
        onSize={(size) => go(href({ ...query, size, page: 1 }))}
      />
    </div>
  );
}

/** Nothing to show: because of the filters, or because there is nothing. */
export function NothingHere({ query, href, text }: Pick<ListFootProps, 'query' | 'href'> & { text: string }) {
  if (filterCount(query) === 0) return <Empty text={text}>有了新的会出现在这里。</Empty>;
  return (
    <Empty text="没有符合条件的记录。">
      请放宽条件，或 <a href={href({ ...query, ...NO_FILTERS, page: 1 })}>查看全部</a>。
    </Empty>
  );
}
