import { useState } from 'preact/hooks';
import { CHAT_LENGTH } from '../../domain/chat/chat.ts';

/** Where one types: Enter sends, Shift+Enter starts a line, and an input method keeps its Enter. */
export function Composer({ opening = '', onSend }: { opening?: string; onSend: (text: string) => void }) {
  const [text, setText] = useState(opening);
  const over = text.trim().length - CHAT_LENGTH;
  const send = (): void => {
    if (text.trim() === '' || over > 0) return;
    onSend(text.trim());
    setText('');
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        class="field"
        data-testid="chat-input"
        aria-label="输入消息"
        rows={3}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // 229: some input methods have ended composing by the time their Enter arrives.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          send();
        }}
      />
      <div class="composer-foot">
        <span role="status">{over > 0 ? `超出 ${over} 个字，请分几条发` : ''}</span>
        <span class="composer-keys">Enter 发送，Shift+Enter 换行</span>
        <button type="submit" class="button primary" data-testid="chat-send" disabled={over > 0}>
          发送
        </button>
      </div>
    </form>
  );
}
