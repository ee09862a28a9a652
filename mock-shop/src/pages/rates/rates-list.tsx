import type { Trade } from 'fixtures';
import { useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { getRates, type ShownRate } from '../../client/rate-client.ts';
import { getTrade } from '../../client/shop-client.ts';
import { simNow } from '../../client/world.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { ExplainDialog } from './explain-dialog.tsx';
import { ListFoot, NothingHere } from './list-foot.tsx';
import { apiParams, type RatesQuery, writeQuery } from './rates-query.ts';
import { RatesTable } from './rates-table.tsx';

interface ListProps {
  query: RatesQuery;
  href: (query: RatesQuery) => string;
  go: (url: string, replace?: boolean) => void;
  chatHref: (nick: string) => string;
}

/** 来自买家的评价 or 给他人的评价. */
export function RatesList({ query, href, go, chatHref }: ListProps) {
  const role = query.tab === 'given' ? 'seller' : 'buyer';
  const list = useAsked(
    writeQuery({ ...query, rate: '' }),
    () => getRates(role, apiParams(query, simNow.peek() || Date.now())),
    ({ type }) => type.startsWith('rate.') || type === 'trade.memo.updated',
  );
  const [explaining, setExplaining] = useState<ShownRate | null>(null);
  const [marking, setMarking] = useState<Trade | null>(null);
  const mark = async (tid: string): Promise<void> => {
    try {
      setMarking(await getTrade(tid));
    } catch (error) {
      showToast({ text: `备注没有打开：${reasonOf(error)}`, bad: true });
    }
  };
  return (
    <>
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <RatesTable
        role={role}
        rates={list.value?.rates ?? null}
        busy={list.stale && !list.fault}
        failed={list.fault !== ''}
        chatHref={chatHref}
        onExplain={setExplaining}
        onFlag={(tid) => void mark(tid)}
      />
      {list.value && !list.stale && list.value.total === 0 && (
        <NothingHere query={query} href={href} text={role === 'buyer' ? '还没有收到评价。' : '还没有给买家评价过。'} />
      )}
      {list.value && <ListFoot query={query} total={list.value.total} stale={list.stale} href={href} go={go} />}
      {explaining && <ExplainDialog rate={explaining} onClosed={() => setExplaining(null)} />}
      {marking && <MemoDialog trade={marking} onClosed={() => setMarking(null)} />}
    </>
  );
}
