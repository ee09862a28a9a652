import { useState } from 'preact/hooks';
import { actOnRefund } from '../../client/buyer-client.ts';
import { Form, FormFoot, Row } from '../../components/form.tsx';
import { PicturesField } from '../../components/pictures/pictures-field.tsx';
import { useSend } from '../../components/use-send.ts';

/** 留言: a word for the negotiation, with pictures. */
export function MessageForm({ nick, refund }: { nick: string; refund: string }) {
  const [content, setContent] = useState('');
  const [pics, setPics] = useState<readonly string[]>([]);
  const sending = useSend();
  return (
    <Form
      onSend={() => {
        const empty = content.trim() === '' && pics.length === 0;
        sending.send(empty ? '请写留言或上传图片' : undefined, async () => {
          await actOnRefund(nick, refund, 'message', { content, pics });
          setContent('');
          setPics([]);
        });
      }}
    >
      <Row label="留言">
        <textarea
          class="field form-note"
          data-testid="refund-message"
          aria-label="留言内容"
          rows={2}
          value={content}
          onInput={(event) => setContent(event.currentTarget.value)}
        />
        <PicturesField label="留言图片" pictures={pics} onChange={setPics} testid="refund-message-pics" />
      </Row>
      <FormFoot label="发表留言" testid="refund-message-send" {...sending} />
    </Form>
  );
}
