import type { VisitorPage } from '../../client/service-client.ts';
import type { VisitorList as List, SeenRow } from '../../domain/training/service/seen.ts';
import { StateMark } from './marks.tsx';
import type { ServiceQuery } from './service-url.ts';
import { useSeconds } from './use-seconds.ts';

const LISTS: readonly (readonly [list: List, label: string])[] = [
  ['all', '全部'],
  ['waiting', '等待中'],
  ['open', '咨询中'],
  ['over', '已结束'],
];

interface VisitorListProps {
  /** Null: not read yet. */
  page: VisitorPage | null;
  query: ServiceQuery;
  pages: number;
  /** The open visitor. */
  current: string;
  /** Times stand still. */
  still: boolean;
  href: (change: Partial<ServiceQuery>) => string;
}

/** 咨询人列表: state, waiting time, unread lines. Source: textbook 2.1, 2.2. */
export function VisitorList({ page, query, pages, current, still, href }: VisitorListProps) {
  const passed = useSeconds(page, still);
  const waiting = page?.counts.waiting ?? 0;
  return (
    <section class="pane visitors" aria-label="咨询人列表">
      <h2 class="pane-title">
        咨询人 <span role="status">{waiting > 0 ? `${waiting} 人在等` : ''}</span>
      </h2>
      <nav class="visitor-tabs" aria-label="按状态看">
        {LISTS.map(([list, label]) => (
          <a
            key={list}
            href={href({ list, page: 1 })}
            data-testid={`visitors-${list}`}
            aria-current={list === query.list ? 'page' : undefined}
          >
            {label} <span class="num">{page?.counts[list] ?? 0}</span>
          </a>
        ))}
      </nav>
      <ul class="visitor-rows" data-testid="visitor-list">
        {page?.visitors.map((row) => (
          <li key={row.visitor_id}>
            <Row
              row={row}
              passed={passed}
              current={row.visitor_id === current}
              href={href({ visitor: row.visitor_id })}
            />
          </li>
        ))}
      </ul>
      {page === null && <p class="faint pane-note">正在读取…</p>}
      {page?.total === 0 && (
        <p class="faint pane-note">{query.list === 'all' ? '还没有人来。' : '这一类现在没有人。'}</p>
      )}
      {pages > 1 && (
        <p class="visitor-pages">
          {query.page > 1 ? <a href={href({ page: query.page - 1 })}>上一页</a> : <span class="faint">上一页</span>}
          <span class="num">
            {query.page} / {pages}
          </span>
          {query.page < pages ? <a href={href({ page: query.page + 1 })}>下一页</a> : <span class="faint">下一页</span>}
        </p>
      )}
    </section>
  );
}

function Row({ row, passed, current, href }: { row: SeenRow; passed: number; current: boolean; href: string }) {
  const { visitor_id, nick, status, waited, nudged, unread, last } = row;
  return (
    <a
      class={`visitor-row visitor-${status}`}
      href={href}
      data-testid="visitor"
      data-visitor-id={visitor_id}
      aria-current={current ? 'true' : undefined}
    >
      <span class="visitor-head">
        <span class="visitor-nick">{nick}</span>
        {unread > 0 && !current && (
          <span class="badge" title={`${unread} 条未读`}>
            {unread}
            <span class="hidden-name"> 条未读</span>
          </span>
        )}
      </span>
      <span class="visitor-state">
        <StateMark status={status} />
        {waited !== null && (
          <span class={nudged ? 'late num' : 'num'}>
            等了 {Math.round(waited + passed)} 秒{nudged && '，催过'}
          </span>
        )}
      </span>
      <span class="visitor-last">{last}</span>
    </a>
  );
}
