import type { SellerFlag, Trade } from 'fixtures';
import { useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { saveMemo } from '../../client/shop-client.ts';
import { memoFault } from '../../domain/memo.ts';
import { BatchProgress } from '../batch-progress.tsx';
import { Dialog } from '../dialog.tsx';
import { showToast } from '../toast.tsx';
import { FlagPicker } from './flag-picker.tsx';
import { RemarkText } from './remark-text.tsx';
import './remark.css';

/** How many order numbers the dialog names. */
const NAMED = 6;

interface Failure {
  trade: Trade;
  reason: string;
}

interface BatchDialogProps {
  trades: readonly Trade[];
  /** These trades were saved: they need not stay selected. */
  onSaved: (tids: string[]) => void;
  onClosed: () => void;
}

/** 批量标记: one flag and remark for many trades, saved one after the other; only what failed is tried again. */
export function BatchDialog({ trades, onSaved, onClosed }: BatchDialogProps) {
  const [targets, setTargets] = useState(trades);
  const [saved, setSaved] = useState<Trade[]>([]);
  const [flag, setFlag] = useState<SellerFlag | null>(null);
  const [memo, setMemo] = useState('');
  const [overwrite, setOverwrite] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [failures, setFailures] = useState<Failure[]>([]);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const running = done !== null;
  const marked = targets.filter((trade) => (memo === '' ? trade.seller_flag !== 0 : trade.seller_memo !== ''));

  const faultOf = (): string => {
    if (flag === null) return '请先选一面旗子。';
    if (marked.length > 0 && !overwrite) return '请先勾选确认覆盖，或取消后重新选择订单。';
    return memoFault(memo)?.sub_msg ?? '';
  };
  const save = async (): Promise<void> => {
    if (running) return;
    const fault = faultOf();
    setNote(fault);
    if (fault || flag === null) return;
    setFailures([]);
    setDone(0);
    const good: Trade[] = [];
    const bad: Failure[] = [];
    for (const trade of targets) {
      try {
        await saveMemo(trade.tid, flag, memo, memo === '');
        good.push(trade);
      } catch (error) {
        bad.push({ trade, reason: reasonOf(error) });
      }
      setDone(good.length + bad.length);
    }
    setDone(null);
    onSaved(good.map((trade) => trade.tid));
    const all = [...saved, ...good];
    setSaved(all);
    if (bad.length > 0) {
      setTargets(bad.map((failure) => failure.trade));
      setFailures(bad);
      return;
    }
    showToast({ text: `已标记 ${all.length} 笔订单`, undo: () => restore(all) });
    form.current?.closest('dialog')?.close();
  };

  return (
    <Dialog
      heading="批量标记"
      headingId="batch-heading"
      data-testid="batch-dialog"
      mayClose={() => !running}
      onClosed={onClosed}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="dialog-body">
          <p class="batch-lead">
            将为选中的 <strong>{targets.length}</strong> 笔订单设置同样的旗子和备注：
            <span class="batch-tids num">{named(targets)}</span>
          </p>
          <FlagPicker testid="batch-flag" name="batch-flag" flag={flag} disabled={running} onPick={setFlag} />
          <RemarkText
            prefix="batch"
            text={memo}
            readOnly={running}
            hint="留空则只改旗子，原来的内容不变"
            onText={setMemo}
          />
          {marked.length > 0 && (
            <label class="batch-overwrite">
              <input
                type="checkbox"
                data-testid="batch-overwrite"
                checked={overwrite}
                disabled={running}
                onChange={(event) => setOverwrite(event.currentTarget.checked)}
              />
              其中 {marked.length} 笔已有{memo === '' ? '旗子' : '备注'}，确认覆盖
            </label>
          )}
          {note && (
            <div class="dialog-bar" role="alert">
              <p>{note}</p>
            </div>
          )}
          {running && <BatchProgress verb="正在保存" done={done} total={targets.length} />}
          {failures.length > 0 && (
            <div class="dialog-bar bad" role="alert" data-testid="batch-failed">
              <p>
                已保存 {saved.length} 笔，{failures.length} 笔没有成功，可以只重试这些：
              </p>
              <ul class="batch-failures">
                {failures.map(({ trade, reason }) => (
                  <li key={trade.tid}>
                    <span class="num">{trade.tid}</span> {reason}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <div class="dialog-foot">
          <button type="submit" class="button primary" data-testid="batch-save" disabled={running}>
            {running && <span class="spinner" aria-hidden="true" />}
            {saveLabel(running, failures.length, targets.length)}
          </button>
          <button
            type="button"
            class="button"
            data-testid="batch-cancel"
            disabled={running}
            onClick={() => form.current?.closest('dialog')?.close()}
          >
            {failures.length > 0 ? '关闭' : '取消'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The first few order numbers. */
function named(trades: readonly Trade[]): string {
  const tids = trades.slice(0, NAMED).map((trade) => trade.tid);
  return tids.join('、') + (trades.length > NAMED ? ' 等' : '');
}

function saveLabel(running: boolean, failed: number, count: number): string {
  if (running) return '正在保存…';
  return failed > 0 ? `重试 ${failed} 笔` : `标记 ${count} 笔`;
}

async function restore(trades: readonly Trade[]): Promise<void> {
  for (const trade of trades) await saveMemo(trade.tid, trade.seller_flag, trade.seller_memo);
}
