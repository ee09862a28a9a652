import type { Refund } from 'fixtures';
import { useState } from 'preact/hooks';
import { addRefundMessage } from '../../client/refund-client.ts';
import { PicturesField } from '../../components/pictures/pictures-field.tsx';
import { useSend } from '../../components/use-send.ts';
import { gbkBytes } from '../../domain/gbk.ts';
import { MESSAGE_BYTES } from '../../domain/refund/check.ts';
import '../../components/form.css';

/** 留言: a word to the buyer in the negotiation, with pictures. */
export function RefundNote({ refund }: { refund: Refund }) {
  const [content, setContent] = useState('');
  const [pics, setPics] = useState<readonly string[]>([]);
  const { busy, fault, send } = useSend();
  const bytes = gbkBytes(content.trim());
  return (
    <form
      class="refund-note"
      aria-label="留言"
      onSubmit={(event) => {
        event.preventDefault();
        send(content.trim() === '' && pics.length === 0 ? '请写留言或上传图片' : undefined, async () => {
          await addRefundMessage(refund.refund_id, content, pics);
          setContent('');
          setPics([]);
        });
      }}
    >
      <textarea
        class="field form-note"
        data-testid="refund-note"
        aria-label="给买家留言"
        placeholder="写给买家的话会记在协商历史里"
        rows={3}
        value={content}
        onInput={(event) => setContent(event.currentTarget.value)}
      />
      <p class={bytes > MESSAGE_BYTES ? 'form-hint over' : 'form-hint'}>
        {bytes}/{MESSAGE_BYTES} 字节
      </p>
      <PicturesField label="留言图片" pictures={pics} onChange={setPics} testid="refund-note-pics" />
      <p class="form-fault" role="alert" data-testid="refund-note-fault">
        {fault}
      </p>
      <button type="submit" class="button" data-testid="refund-note-send" aria-disabled={busy}>
        {busy ? '正在发送…' : '发表留言'}
      </button>
    </form>
  );
}
