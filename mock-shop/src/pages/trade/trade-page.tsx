import type { Trade } from 'fixtures';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { reasonOf, ShopError } from '../../client/call.ts';
import { onRecords } from '../../client/live.ts';
import { getTrade } from '../../client/shop-client.ts';
import { useDeal } from '../../components/deal/use-deal.tsx';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { readQuery, writeQuery } from '../sold/sold-query.ts';
import { GoodsTable } from './goods-table.tsx';
import { Facts, MemoBlock } from './trade-facts.tsx';
import { TradeSteps } from './trade-steps.tsx';
import './trade.css';

type Loaded =
  | { kind: 'loading' }
  | { kind: 'ready'; trade: Trade }
  | { kind: 'unknown' }
  | { kind: 'failed'; text: string };

/** 交易详情: everything of one trade. */
export function TradePage({ tid }: { tid: string }) {
  const { path, search, chat } = useShopUrl();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const [editing, setEditing] = useState(false);
  const deal = useDeal();
  const load = useCallback(async (): Promise<void> => {
    try {
      setLoaded({ kind: 'ready', trade: await getTrade(tid) });
    } catch (error) {
      const unknown = error instanceof ShopError && /trade-not-exist|invalid-parameter:tid/.test(error.subCode);
      // What is on show stays on show when a later look fails.
      setLoaded((before) => {
        if (unknown) return { kind: 'unknown' };
        return before.kind === 'ready' ? before : { kind: 'failed', text: reasonOf(error) };
      });
    }
  }, [tid]);
  useEffect(() => {
    setLoaded({ kind: 'loading' });
    void load();
    return onRecords(
      (record) => record.subject === tid || record.type === 'world.started',
      () => void load(),
    );
  }, [load]);
  useLayoutEffect(() => {
    document.title = '交易详情 - 练习店铺 · 卖家中心';
  }, []);

  const params = new URLSearchParams(search);
  const [from, name] = params.get('list') === '/prices' ? ['/prices', '订单价格修改'] : ['/sold', '已卖出的宝贝'];
  const list = withChat(from, writeQuery(readQuery(params.get('back') ?? '').query), chat);
  return (
    <main class="page trade-page" id="content">
      <p class="crumbs">
        <a href={list} data-testid="back">
          ‹ 返回{name}
        </a>
      </p>
      <h1 class="page-title">交易详情</h1>
      {loaded.kind === 'loading' && <p class="faint">正在读取订单…</p>}
      {loaded.kind === 'failed' && (
        <ErrorBar
          text={loaded.text}
          onRetry={() => {
            setLoaded({ kind: 'loading' });
            void load();
          }}
        />
      )}
      {loaded.kind === 'unknown' && (
        <Empty text={`店里没有订单号为 ${tid.slice(0, 40)} 的订单。`}>
          请核对订单号，或 <a href={list}>回到订单列表</a> 查找。
        </Empty>
      )}
      {loaded.kind === 'ready' && (
        <article data-tid={tid} data-buyer-nick={loaded.trade.buyer_nick}>
          <TradeSteps trade={loaded.trade} onDeed={(deed) => deal.start(deed, loaded.trade)} />
          <MemoBlock trade={loaded.trade} onEdit={() => setEditing(true)} />
          <Facts trade={loaded.trade} chatHref={withChat(path, search, loaded.trade.buyer_nick)} />
          <GoodsTable trade={loaded.trade} />
          {editing && <MemoDialog trade={loaded.trade} onClosed={() => setEditing(false)} />}
          {deal.dialog}
        </article>
      )}
    </main>
  );
}
