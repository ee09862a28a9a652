import type { Account } from 'fixtures';
import { useEffect, useRef } from 'preact/hooks';
import { getVisitors } from '../../client/service-client.ts';
import type { SeenShift } from '../../client/training-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { ShiftBar } from '../../components/training/shift-bar.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { GoodsPane } from './goods-pane.tsx';
import { readService, type ServiceQuery, writeService } from './service-url.ts';
import { TalkPane } from './talk-pane.tsx';
import { VisitorList } from './visitor-list.tsx';

/** Visitors on one page of the list. */
const SIZE = 50;

interface DeskProps {
  account: Account;
  shift: SeenShift;
  paused: boolean;
  /** Without the bar above: the round is over, and it stands elsewhere. */
  bare?: boolean;
}

/** Who comes at the left, the talk in the middle, the goods at the right. Source: textbook 2.1. */
export function Desk({ account, shift, paused, bare }: DeskProps) {
  const { path, search, chat, go } = useShopUrl();
  const query = readService(search);
  const { shift_id } = shift;
  const list = useAsked(
    `${shift_id} ${query.list} ${query.page} ${paused}`,
    () => getVisitors(shift_id, query.list, query.page, SIZE),
    ({ type, subject }) => /^(?:visitor|shift)\./.test(type) && subject.startsWith(shift_id),
  );
  // What somebody has typed to one visitor stays while they look after another.
  const drafts = useRef(new Map<string, string>());
  const href = (change: Partial<ServiceQuery>): string => withChat(path, writeService({ ...query, ...change }), chat);
  const { counts, total, visitors } = list.value ?? { counts: null, total: 0, visitors: [] };
  const pages = Math.max(1, Math.ceil(total / SIZE));
  useEffect(() => {
    // The list has become shorter than the URL believes.
    if (list.value && !list.stale && query.page > pages) go(href({ page: pages }), true);
  }, [list.value, list.stale, query.page, pages]);
  const next = visitors.find(
    ({ visitor_id, status }) => visitor_id !== query.visitor && (status === 'waiting' || status === 'open'),
  );
  const here = query.visitor.startsWith(`${shift_id}-`) ? query.visitor : '';
  const waiting = (counts?.waiting ?? 0) + (counts?.open ?? 0);
  return (
    <>
      {!bare && (
        <ShiftBar
          account={account}
          shift={shift}
          paused={paused}
          progress={`来访 ${counts?.all ?? 0} / ${shift.total}，已结束 ${counts?.over ?? 0}`}
          undone={undone(waiting, shift.total - (counts?.all ?? 0))}
        />
      )}
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="desk">
        <VisitorList
          page={list.value}
          query={query}
          pages={pages}
          current={here}
          still={paused || Boolean(shift.end)}
          href={href}
        />
        {here ? (
          <>
            <TalkPane
              key={`talk ${here}`}
              id={here}
              live={!shift.end}
              still={paused}
              drafts={drafts.current}
              {...(next && { next: href({ visitor: next.visitor_id }) })}
            />
            <GoodsPane key={`goods ${here}`} id={here} tab={query.tab} href={(tab) => href({ tab })} />
          </>
        ) : (
          <section class="pane pane-empty" aria-label="咨询区域">
            <Empty text={waiting > 0 ? '有咨询人在等，点左边的名字开始接待。' : '现在没有人在等。'}>
              {shift.end ? '点左边的名字看当时的对话。' : '咨询人来了会出现在左边，等得最久的排在最前面。'}
            </Empty>
          </section>
        )}
      </div>
    </>
  );
}

function undone(waiting: number, coming: number): string {
  const parts = [
    ...(waiting > 0 ? [`还有 ${waiting} 位咨询人的对话没有结束`] : []),
    ...(coming > 0 ? [`还有 ${coming} 位没有来`] : []),
  ];
  return parts.length > 0 ? `${parts.join('，')}，现在交卷会算作没有接待。` : '';
}
