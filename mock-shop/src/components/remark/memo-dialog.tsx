import type { SellerFlag, Trade } from 'fixtures';
import { useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { saveMemo } from '../../client/shop-client.ts';
import { memoFault } from '../../domain/memo.ts';
import { Dialog } from '../dialog.tsx';
import { showToast } from '../toast.tsx';
import { FlagPicker } from './flag-picker.tsx';
import { MemoBar } from './memo-bar.tsx';
import { RemarkText } from './remark-text.tsx';
import './remark.css';

/** What the dialog asks or says below its fields. */
export type Ask =
  | { kind: 'none' }
  | { kind: 'discard' }
  | { kind: 'clear'; flag: SellerFlag }
  | { kind: 'note'; text: string }
  | { kind: 'failed'; reason: string };

/** 修改备注: one trade's flag and remark. The trade is the one of the moment the dialog opened. */
export function MemoDialog({ trade, onClosed }: { trade: Trade; onClosed: () => void }) {
  const [before] = useState({ flag: trade.seller_flag, memo: trade.seller_memo });
  const [flag, setFlag] = useState<SellerFlag>(before.flag);
  const [memo, setMemo] = useState(before.memo);
  const [saving, setSaving] = useState(false);
  const [ask, setAsk] = useState<Ask>({ kind: 'none' });
  const form = useRef<HTMLFormElement>(null);

  const changed = flag !== before.flag || memo !== before.memo;
  const close = (): void => form.current?.closest('dialog')?.close();
  const mayClose = (): boolean => {
    if (saving) return false;
    if (!changed || ask.kind === 'discard') return true;
    setAsk({ kind: 'discard' });
    return false;
  };

  const send = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    setAsk({ kind: 'none' });
    try {
      await saveMemo(trade.tid, flag, memo);
    } catch (error) {
      setSaving(false);
      setAsk({ kind: 'failed', reason: reasonOf(error) });
      return;
    }
    showToast({
      text: '备注已保存',
      tid: trade.tid,
      undo: () => saveMemo(trade.tid, before.flag, before.memo),
    });
    close();
  };

  const save = (): void => {
    if (saving) return;
    const fault = memoFault(memo)?.sub_msg;
    if (fault) setAsk({ kind: 'note', text: fault });
    else if (!changed) setAsk({ kind: 'note', text: '旗子和内容都没有改动，没有要保存的。' });
    else if (memo.trim() === '' && before.memo !== '' && ask.kind !== 'clear') setAsk({ kind: 'clear', flag });
    else void send();
  };

  const edited = (): void => {
    if (ask.kind !== 'failed') setAsk({ kind: 'none' });
  };

  return (
    <Dialog
      heading={
        <>
          修改备注 <span class="dialog-tid num">订单号：{trade.tid}</span>
        </>
      }
      headingId="memo-heading"
      data-testid="memo-dialog"
      data-tid={trade.tid}
      data-buyer-nick={trade.buyer_nick}
      mayClose={mayClose}
      onClosed={onClosed}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="dialog-body">
          <FlagPicker
            testid="memo-flag"
            name="memo-flag"
            flag={flag}
            disabled={saving}
            onPick={(next) => {
              setFlag(next);
              edited();
            }}
          />
          <RemarkText
            prefix="memo"
            text={memo}
            readOnly={saving}
            onText={(next) => {
              setMemo(next);
              edited();
            }}
          />
          <MemoBar ask={ask} onDiscard={close} onClear={send} onRetry={save} onBack={() => setAsk({ kind: 'none' })} />
        </div>
        <div class="dialog-foot">
          <button type="submit" class="button primary" data-testid="memo-save" disabled={saving}>
            {saving && <span class="spinner" aria-hidden="true" />}
            {saving ? '正在保存…' : '保存'}
          </button>
          <button
            type="button"
            class="button"
            data-testid="memo-cancel"
            disabled={saving}
            onClick={() => {
              if (mayClose()) close();
            }}
          >
            取消
          </button>
        </div>
      </form>
    </Dialog>
  );
}
