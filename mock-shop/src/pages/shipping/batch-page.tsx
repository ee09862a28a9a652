import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { getShippingOf, type Shipping, ship } from '../../client/ship-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { sendable } from '../../domain/ship/parcel.ts';
import { type BatchLine, BatchTable } from './batch-table.tsx';
import { readTids } from './ship-query.ts';
import '../sold/sold.css';
import './batch.css';
import './shipping.css';

const FRESH: BatchLine = { code: '', waybill: '', result: 'open', text: '' };

/** 批量发货: one table, a carrier and a number for each order. What fails stays to be put right. */
export function BatchPage() {
  const { search, chat } = useShopUrl();
  const tids = readTids(search);
  const key = tids.join(',');
  const asked = useAsked(
    key,
    () => Promise.all(tids.map(getShippingOf)),
    () => false,
  );
  const [lines, setLines] = useState<Readonly<Record<string, BatchLine>>>({});
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const underway = useRef(false);
  useLayoutEffect(() => {
    document.title = '批量发货 - 练习店铺 · 卖家中心';
  }, []);
  const list = withChat('/shipping', '', chat);
  const shippings = asked.value ?? [];
  const lineOf = (tid: string): BatchLine => lines[tid] ?? FRESH;
  const set = (tid: string, part: Partial<BatchLine>): void =>
    setLines((before) => ({ ...before, [tid]: { ...(before[tid] ?? FRESH), ...part } }));
  const ready = shippings.filter((one) => canGo(one) && lineOf(one.trade.tid).result !== 'done');

  const send = async (): Promise<void> => {
    if (underway.current) return;
    underway.current = true;
    setBusy(true);
    setSaid('');
    let [done, failed] = [0, 0];
    for (const { trade } of ready) {
      const { code, waybill } = lineOf(trade.tid);
      try {
        await ship({ tid: trade.tid, way: 'offline', company_code: code, out_sid: waybill });
        set(trade.tid, { result: 'done', text: '发货成功' });
        done += 1;
      } catch (error) {
        set(trade.tid, { result: 'failed', text: reasonOf(error) });
        failed += 1;
      }
    }
    setSaid(`发货成功 ${done} 笔${failed > 0 ? `，没有成功 ${failed} 笔，请更正后再发` : ''}。`);
    setBusy(false);
    underway.current = false;
  };

  return (
    <main class="page" id="content">
      <p class="crumbs">
        <a href={list} data-testid="back">
          ‹ 返回发货管理
        </a>
      </p>
      <h1 class="page-title">批量发货</h1>
      {tids.length === 0 && (
        <Empty text="没有选中要发货的订单。">
          请到 <a href={list}>发货管理</a> 勾选。
        </Empty>
      )}
      {asked.fault && <ErrorBar text={asked.fault} onRetry={asked.reload} />}
      {tids.length > 0 && !asked.value && !asked.fault && <p class="faint">正在读取订单…</p>}
      {shippings.length > 0 && (
        <form
          aria-label="批量发货"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <BatchTable shippings={shippings} canGo={canGo} lineOf={lineOf} busy={busy} onLine={set} />
          <p class="ship-foot">
            <button
              type="submit"
              class="button primary"
              data-testid="batch-confirm"
              disabled={busy || ready.length === 0}
            >
              {busy ? '正在发货…' : `确认发货（${ready.length} 笔）`}
            </button>
            <span role="status" data-testid="batch-said">
              {said}
            </span>
          </p>
        </form>
      )}
    </main>
  );
}

function canGo({ trade, parcels }: Shipping): boolean {
  const { status } = trade;
  return (
    (status === 'WAIT_SELLER_SEND_GOODS' || status === 'SELLER_CONSIGNED_PART') && sendable(trade, parcels).length > 0
  );
}
