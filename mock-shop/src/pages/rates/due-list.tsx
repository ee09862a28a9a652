import { useEffect, useState } from 'preact/hooks';
import { getDue } from '../../client/rate-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { DueTable } from './due-table.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { ListFoot, NothingHere } from './list-foot.tsx';
import { type RatesQuery, writeQuery } from './rates-query.ts';

interface ListProps {
  query: RatesQuery;
  href: (query: RatesQuery) => string;
  go: (url: string, replace?: boolean) => void;
  chatHref: (nick: string) => string;
}

/** 待评价的买家: one by one, or several at once with a good rating. */
export function DueList({ query, href, go, chatHref }: ListProps) {
  const { page, size, nick, tid } = query;
  const key = writeQuery({ ...query, rate: '' });
  const list = useAsked(
    key,
    () => getDue({ page: String(page), size: String(size), nick, tid }),
    ({ type }) => /^(?:rate|trade|clock)\./.test(type),
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<readonly { tid: string; buyer_nick: string }[] | null>(null);
  useEffect(() => setSelected(new Set()), [key]);
  const trades = list.value?.trades ?? [];
  const chosen = trades.filter(({ trade }) => selected.has(trade.tid)).map(({ trade }) => trade);
  const open = () => {
    if (chosen.length === 0) showToast({ text: '请先勾选要评价的订单', bad: true });
    else setBatch(chosen);
  };
  return (
    <>
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="list-bar">
        <label>
          <input
            type="checkbox"
            data-testid="select-all"
            checked={trades.length > 0 && chosen.length === trades.length}
            indeterminate={chosen.length > 0 && chosen.length < trades.length}
            onChange={(event) =>
              setSelected(new Set(event.currentTarget.checked ? trades.map(({ trade }) => trade.tid) : []))
            }
          />{' '}
          全选
        </label>
        <button type="button" class="button" data-testid="batch-good" onClick={open}>
          批量好评
        </button>
        {chosen.length > 0 && <span class="batch-count">已选 {chosen.length} 笔</span>}
      </div>
      <DueTable
        trades={list.value?.trades ?? null}
        busy={list.stale && !list.fault}
        failed={list.fault !== ''}
        selected={selected}
        chatHref={chatHref}
        onSelect={(one, on) =>
          setSelected((before) => new Set(on ? [...before, one] : [...before].filter((other) => other !== one)))
        }
        onRate={(one) => go(href({ ...query, rate: one }))}
      />
      {list.value && !list.stale && list.value.total === 0 && (
        <NothingHere query={query} href={href} text="没有等着您评价的买家。" />
      )}
      {list.value && <ListFoot query={query} total={list.value.total} stale={list.stale} href={href} go={go} />}
      {batch && <GiveDialog trades={batch} onClosed={() => setBatch(null)} />}
    </>
  );
}
