import type { Trade, TradeRate } from 'fixtures';
import { useState } from 'preact/hooks';
import { reasonOf, ShopError } from '../../client/call.ts';
import { rateBuyer } from '../../client/rate-client.ts';
import { BatchProgress } from '../../components/batch-progress.tsx';
import { CountedText } from '../../components/counted-text.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { gbkBytes } from '../../domain/gbk.ts';
import { RATE_BYTES } from '../../domain/rate/decide-rate.ts';
import { RateGrade } from './rate-grade.tsx';

const GRADES: readonly TradeRate['result'][] = ['good', 'neutral', 'bad'];

interface GiveDialogProps {
  /** One: any grade; several: good ratings for all. */
  trades: readonly Pick<Trade, 'tid' | 'buyer_nick'>[];
  onClosed: () => void;
}

/** 评价买家, and 批量好评: one rating for each trade, sent one after the other; only what failed is tried again. */
export function GiveDialog({ trades, onClosed }: GiveDialogProps) {
  const [left, setLeft] = useState(trades);
  const [result, setResult] = useState<TradeRate['result']>('good');
  const [content, setContent] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const [failures, setFailures] = useState<string[]>([]);
  const [first] = trades;
  const single = trades.length === 1 ? first : undefined;

  const give = async (): Promise<void> => {
    setDone(0);
    setFailures([]);
    const failed: { trade: (typeof trades)[number]; reason: string }[] = [];
    for (const [i, trade] of left.entries()) {
      await rateBuyer(trade.tid, result, content).catch((error: unknown) => {
        failed.push({ trade, reason: reasonOf(error) });
      });
      setDone(i + 1);
    }
    setDone(null);
    if (failed.length > 0) {
      setLeft(failed.map(({ trade }) => trade));
      if (!single) setFailures(failed.map(({ trade, reason }) => `${trade.tid}（${trade.buyer_nick}）：${reason}`));
      throw new ShopError(single ? (failed[0]?.reason ?? '') : `有 ${failed.length} 笔没有评价成功，可以只重试这些。`);
    }
    showToast({
      text: single ? '评价已提交' : `已给 ${trades.length} 笔订单的买家好评`,
      ...(single && { tid: single.tid }),
    });
  };

  return (
    <FormDialog
      name="give"
      heading={
        single ? (
          <>
            评价买家 <span class="dialog-tid num">订单号：{single.tid}</span>
          </>
        ) : (
          '批量好评'
        )
      }
      label={single ? '提交评价' : labelOf(failures.length, left.length)}
      no={failures.length > 0 ? '关闭' : '取消'}
      missing={faultOf(result, content)}
      unsaved={content !== ''}
      {...(single && { trade: single })}
      onClosed={onClosed}
      onYes={give}
    >
      <p class="give-lead">
        {single ? (
          <>
            给买家 <strong>{single.buyer_nick}</strong> 的评价，提交后不能修改。
          </>
        ) : (
          <>
            给选中的 <strong>{trades.length}</strong> 笔订单的买家都打好评，提交后不能修改。
          </>
        )}
      </p>
      {single && (
        <fieldset class="grades">
          <legend class="hidden-name">评价</legend>
          {GRADES.map((one) => (
            <label key={one} class={one === result ? 'picked' : ''}>
              <input
                type="radio"
                name="give-result"
                value={one}
                data-testid={`give-${one}`}
                checked={one === result}
                onChange={() => setResult(one)}
              />
              <RateGrade result={one} />
            </label>
          ))}
        </fieldset>
      )}
      <CountedText
        prefix="give"
        label="评价内容"
        hint={result === 'good' ? '可以不写' : '中评和差评要写明原因'}
        text={content}
        rows={4}
        most={RATE_BYTES}
        unit="字节"
        count={gbkBytes}
        readOnly={done !== null}
        onText={setContent}
      />
      {done !== null && !single && <BatchProgress verb="正在评价" done={done} total={left.length} />}
      {failures.length > 0 && (
        <ul class="batch-failures" data-testid="give-failed">
          {failures.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}

function labelOf(failed: number, left: number): string {
  return failed > 0 ? `重试 ${left} 笔` : `给 ${left} 笔好评`;
}

function faultOf(result: TradeRate['result'], content: string): string | undefined {
  if (result !== 'good' && content.trim() === '') return '中评和差评要写明原因，请填写评价内容。';
  const over = gbkBytes(content) - RATE_BYTES;
  return over > 0 ? `评价内容最多 ${RATE_BYTES} 字节，现在多了 ${over} 字节。` : undefined;
}
