import type { Trade } from 'fixtures';
import { useState } from 'preact/hooks';
import { reasonOf, ShopError } from '../../client/call.ts';
import { freePostage } from '../../client/trade-client.ts';
import { BatchProgress } from '../batch-progress.tsx';
import { ColumnHeads } from '../column-heads.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { showToast } from '../toast.tsx';
import './deal.css';

interface FreePostDialogProps {
  trades: readonly Trade[];
  /** The postage of these is gone: they need not stay selected. */
  onDone: (tids: string[]) => void;
  onClosed: () => void;
}

/** 批量免运费: tells first which trades it is for, then how it came out for each; only what failed is tried again. */
export function FreePostDialog({ trades, onDone, onClosed }: FreePostDialogProps) {
  const fitting = trades.filter((trade) => whyNot(trade) === undefined);
  /** What became of each: empty when its postage is gone, else why not. */
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState<number | null>(null);
  const left = fitting.filter(({ tid }) => results.get(tid) !== '');
  const failed = left.some(({ tid }) => results.has(tid));

  const free = async (): Promise<void> => {
    const next = new Map(results);
    setDone(0);
    for (const [i, { tid }] of left.entries()) {
      next.set(tid, await freePostage(tid).then(() => '', reasonOf));
      setResults(new Map(next));
      setDone(i + 1);
    }
    setDone(null);
    const good = left.filter(({ tid }) => next.get(tid) === '').map(({ tid }) => tid);
    onDone(good);
    const bad = left.length - good.length;
    if (bad > 0) throw new ShopError(`有 ${bad} 笔没有改成，可以只重试这些`);
    showToast({ text: `已为 ${fitting.length} 笔订单免运费` });
  };
  return (
    <FormDialog
      name="free-post"
      heading="批量免运费"
      label={failed ? `重试 ${left.length} 笔` : `免 ${left.length} 笔订单的运费`}
      no={failed ? '关闭' : '取消'}
      wide
      missing={fitting.length === 0 ? '选中的订单里没有能免运费的' : undefined}
      onClosed={onClosed}
      onYes={free}
    >
      <p class="deal-lead">
        选中 {trades.length} 笔，其中 <strong>{fitting.length}</strong> 笔等待买家付款、有运费，免掉以后买家少付这笔钱。
      </p>
      <div class="free-list">
        <table class="price-table">
          <caption class="hidden-name">要免运费的订单</caption>
          <thead>
            <ColumnHeads names={['订单号', '买家', '运费（元）', '买家应付（元）', '结果']} />
          </thead>
          <tbody>
            {trades.map((trade) => (
              <tr key={trade.tid} data-tid={trade.tid}>
                <td class="num">{trade.tid}</td>
                <td>{trade.buyer_nick}</td>
                <td class="num sum">{trade.post_fee}</td>
                <td class="num sum">{trade.payment}</td>
                <td data-testid="free-result">{resultOf(trade, results.get(trade.tid))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {done !== null && <BatchProgress verb="正在免运费" done={done} total={left.length} />}
    </FormDialog>
  );
}

/** Why the trade's postage cannot be taken off, as far as the screen knows. */
function whyNot({ status, post_fee }: Trade): string | undefined {
  if (status !== 'WAIT_BUYER_PAY') return '不改：不是等待付款的订单';
  return Number(post_fee) === 0 ? '不改：本来就没有运费' : undefined;
}

function resultOf(trade: Trade, result: string | undefined) {
  const not = whyNot(trade);
  if (not) return <span class="faint">{not}</span>;
  if (result === undefined) return '将免运费';
  return result === '' ? <span class="free-good">已免运费</span> : <span class="price-fault">没有改成：{result}</span>;
}
