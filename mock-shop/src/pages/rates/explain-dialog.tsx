import { useState } from 'preact/hooks';
import { explainRate, type ShownRate } from '../../client/rate-client.ts';
import { CountedText } from '../../components/counted-text.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { EXPLAIN_LENGTH } from '../../domain/rate/decide-rate.ts';
import { RateGrade } from './rate-grade.tsx';

/** What was typed and not sent, by order: closing the dialog by mistake loses nothing. */
const drafts = new Map<string, string>();

/** 解释: the shop's one answer to a rating. It is shown once more before it is sent, for it cannot be changed. */
export function ExplainDialog({ rate, onClosed }: { rate: ShownRate; onClosed: () => void }) {
  const [reply, setReply] = useState(drafts.get(rate.oid) ?? '');
  const [sure, setSure] = useState(false);
  const count = reply.trim().length;
  return (
    <FormDialog
      name="explain"
      heading={
        <>
          解释评价 <span class="dialog-tid num">订单号：{rate.tid}</span>
        </>
      }
      label="提交解释"
      missing={faultOf(count, sure)}
      trade={{ tid: rate.tid, buyer_nick: rate.nick }}
      onClosed={onClosed}
      onYes={async () => {
        await explainRate(rate.oid, reply);
        drafts.delete(rate.oid);
        showToast({ text: '解释已提交', tid: rate.tid });
      }}
    >
      <blockquote class="explained">
        <RateGrade result={rate.result} /> <strong>{rate.nick}</strong>
        <p>{rate.content || '没有写评论'}</p>
        <p class="faint">{rate.item_title}</p>
      </blockquote>
      <CountedText
        prefix="explain"
        label="解释内容"
        hint="所有人都能看到，请就事论事、给出解决办法"
        text={reply}
        most={EXPLAIN_LENGTH}
        unit="字"
        count={(text) => text.trim().length}
        onText={(text) => {
          setReply(text);
          drafts.set(rate.oid, text);
        }}
      />
      <label class="sure">
        <input
          type="checkbox"
          data-testid="explain-sure"
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        我知道每条评价只能解释一次，提交后不能修改或删除
      </label>
    </FormDialog>
  );
}

function faultOf(count: number, sure: boolean): string | undefined {
  if (count === 0) return '请填写解释内容。';
  if (count > EXPLAIN_LENGTH) return `解释最多 ${EXPLAIN_LENGTH} 个字，现在多了 ${count - EXPLAIN_LENGTH} 个。`;
  return sure ? undefined : '解释提交后不能修改，请先勾选确认。';
}
