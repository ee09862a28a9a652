import type { Account, DeskOrder } from 'fixtures';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { collectDeskOrder, getDeskPage, type OpenedOrder } from '../../client/desk-client.ts';
import type { SeenShift } from '../../client/training-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { ShiftBar } from '../../components/training/shift-bar.tsx';
import { BeginRound } from '../../components/training/training-gate.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { IgnoredNote } from '../sold/ignored-note.tsx';
import { DeskPager } from './desk-pager.tsx';
import { DeskTable } from './desk-table.tsx';
import { OrderWindow } from './order-window.tsx';
import { type OrdersQuery, readQuery, TABS, writeQuery } from './orders-query.ts';
import { type Outcome, OutcomeDialog } from './outcome-dialog.tsx';
import { Review } from './review.tsx';

interface DeskProps {
  account: Account;
  shift: SeenShift;
  paused: boolean;
  /** What the next round would be like; absent: whoever looks at it does not begin one. */
  again?: ComponentChildren;
}

/** A round of 网店订单管理: its orders by status, and once it is over what they were. The URL holds all that is on show. */
export function Desk({ account, shift, paused, again }: DeskProps) {
  const { path, search, chat, go } = useShopUrl();
  const { query, ignored } = readQuery(search);
  const { tab, page } = query;
  const list = useAsked(
    `${shift.shift_id}/${tab}/${page}`,
    () => getDeskPage(shift.shift_id, tab, page),
    ({ type }) => /^(?:desk-order|shift)\./.test(type),
  );
  const [outcome, setOutcome] = useState<{ what: Outcome; opened: OpenedOrder } | null>(null);
  const collecting = useRef(false);
  const round = useRef(shift.shift_id);
  const tabs = useRef<HTMLFieldSetElement>(null);
  const over = shift.end !== undefined;
  const href = (change: Partial<OrdersQuery>): string => withChat(path, writeQuery({ ...query, ...change }), chat);
  const show = (change: Partial<OrdersQuery>, replace = false): void => go(href(change), replace);
  const counts = list.value?.counts;
  const reviewing = over && query.view === 'review';

  useEffect(() => {
    // The list has become shorter than the URL believes.
    if (list.value && !list.stale && list.value.page !== page && !reviewing) show({ page: list.value.page }, true);
  }, [list.value, list.stale, page, reviewing]);

  useEffect(() => {
    // Another round begins where orders come in, not where the last one was looked at.
    if (round.current !== shift.shift_id) go(withChat(path, '', chat), true);
    round.current = shift.shift_id;
  }, [shift.shift_id]);

  const collect = async (order_id: string): Promise<void> => {
    if (collecting.current) return;
    collecting.current = true;
    try {
      const opened = await collectDeskOrder(order_id);
      setOutcome({ what: opened.order.status === 'finished' ? 'collected' : 'early', opened });
    } catch (error) {
      showToast({ text: reasonOf(error), bad: true });
    } finally {
      collecting.current = false;
    }
  };
  const done = (what: Outcome, opened: OpenedOrder): void => {
    show({ order: '' }, true);
    setOutcome({ what, opened });
  };
  const settle = (): void => {
    setOutcome(null);
    // The row that the focus came from may be in another list by now.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) tabs.current?.querySelector<HTMLInputElement>(':checked')?.focus();
    });
  };

  return (
    <>
      <ShiftBar
        account={account}
        shift={shift}
        paused={paused}
        progress={progressOf(counts)}
        undone={undoneOf(counts)}
      />
      <IgnoredNote names={ignored} onClose={() => show({}, true)} />
      {over && (
        <>
          {again !== undefined && (
            <div class="desk-again">
              <BeginRound kind="orders" system="网店订单管理" outlook={again} again />
            </div>
          )}
          <nav class="tabs" aria-label="这一轮">
            <ul>
              <li>
                <a
                  href={href({ view: 'review', page: 1 })}
                  data-testid="desk-view-review"
                  aria-current={reviewing ? 'page' : undefined}
                >
                  评价表与讲评
                </a>
              </li>
              <li>
                <a
                  href={href({ view: 'list', page: 1, item: '' })}
                  data-testid="desk-view-list"
                  aria-current={reviewing ? undefined : 'page'}
                >
                  订单列表
                </a>
              </li>
            </ul>
          </nav>
        </>
      )}
      {reviewing ? (
        <Review shiftId={shift.shift_id} query={query} href={href} onPage={(next) => show({ page: next })} />
      ) : (
        <>
          <div class="desk-bar">
            <fieldset ref={tabs} class="desk-tabs">
              <legend class="hidden-name">订单状态</legend>
              {TABS.map(([status, name]) => (
                <span key={status}>
                  <label>
                    <input
                      type="radio"
                      name="desk-status"
                      value={status}
                      data-testid={`desk-tab-${status}`}
                      checked={status === tab}
                      onChange={() => show({ tab: status, page: 1 })}
                    />
                    {name}
                  </label>
                  {counts && <span class="tab-count num">{counts[status]}</span>}
                </span>
              ))}
            </fieldset>
            {list.value && (
              <span data-testid="desk-funds">
                店铺可用资金：<span class="num">{list.value.funds}</span>元
              </span>
            )}
          </div>
          {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
          <DeskTable
            tab={tab}
            orders={list.value?.orders ?? []}
            busy={list.stale && !list.fault}
            over={over}
            still={paused || over}
            onSend={(order) => show({ order })}
            onCollect={(order) => void collect(order)}
          />
          {list.value && !list.stale && list.value.total === 0 && <Nothing tab={tab} />}
          <DeskPager
            page={list.value?.page ?? page}
            pages={list.value?.pages ?? 1}
            onPage={(next) => show({ page: next })}
          />
        </>
      )}
      {query.order !== '' && <OrderWindow id={query.order} onDone={done} onClosed={() => show({ order: '' }, true)} />}
      {outcome && <OutcomeDialog what={outcome.what} opened={outcome.opened} onClosed={settle} />}
    </>
  );
}

type Counts = Record<DeskOrder['status'], number> | undefined;

function progressOf(counts: Counts): string {
  if (!counts) return '正在读取…';
  const { placed, sent, ...rest } = counts;
  const finished = Object.values(rest).reduce((sum, one) => sum + one, 0);
  return `待处理 ${placed} 笔 · 待收款 ${sent} 笔 · 已了结 ${finished} 笔`;
}

function undoneOf(counts: Counts): string {
  if (!counts || counts.placed + counts.sent === 0) return '';
  return `还有 ${counts.placed} 笔没有处理（交卷后算丢失），${counts.sent} 笔没有收款。`;
}

function Nothing({ tab }: { tab: DeskOrder['status'] }) {
  if (tab === 'placed') return <Empty text="现在没有等着处理的订单。">新的订单会自己出现在这里。</Empty>;
  return <Empty text="这里还没有订单。">可以换一个状态看看。</Empty>;
}
