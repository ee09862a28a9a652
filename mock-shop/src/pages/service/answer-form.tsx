import { useEffect, useRef, useState } from 'preact/hooks';
import { answerVisitor } from '../../client/service-client.ts';
import { useSend } from '../../components/use-send.ts';
import { CHAT_LENGTH } from '../../domain/chat/chat.ts';
import type { SeenVisitor } from '../../domain/training/service/seen.ts';

/** The four answers to choose from (keys 1 … 4, Enter sends), and the field for own words where the rules have it. */
export function AnswerForm({ visitor, drafts }: { visitor: SeenVisitor; drafts: Map<string, string> }) {
  const { visitor_id: id, turn, choices, free } = visitor;
  const [choice, setChoice] = useState<number | null>(null);
  const { busy, fault, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const pick = (event: KeyboardEvent): void => {
      const at = '1234'.indexOf(event.key);
      if (at < 0 || event.key === '' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const radio = form.current?.querySelector<HTMLInputElement>(`input[value="${at}"]`);
      if (!radio || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setChoice(at);
      radio.focus();
    };
    document.addEventListener('keydown', pick);
    return () => document.removeEventListener('keydown', pick);
  }, []);
  return (
    <div class="answers">
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(choice === null ? '请先选一个答案' : undefined, async () => {
            await answerVisitor(id, turn, { choice: choice ?? 0 });
          });
        }}
      >
        <fieldset class="choices">
          <legend>选择最优答案（键盘 1–4 选，回车发送）</legend>
          {choices.map((text, at) => (
            <label key={text} class="choice">
              <input
                type="radio"
                name={`answer ${id}`}
                value={at}
                data-testid={`answer-${at + 1}`}
                checked={choice === at}
                onChange={() => setChoice(at)}
              />
              <span class="choice-key" aria-hidden="true">
                {at + 1}
              </span>
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <div class="answers-foot">
          <p class="form-fault" role="alert" data-testid="form-fault">
            {fault}
          </p>
          <button type="submit" class="button primary" data-testid="answer-send" aria-disabled={busy}>
            {busy ? '正在发送…' : '发送所选答案'}
          </button>
        </div>
      </form>
      {free && <OwnWords id={id} turn={turn} drafts={drafts} />}
    </div>
  );
}

/** Digits belong to whoever types. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio';
}

function OwnWords({ id, turn, drafts }: { id: string; turn: number; drafts: Map<string, string> }) {
  const [text, setText] = useState(drafts.get(id) ?? '');
  const { busy, fault, send } = useSend();
  const over = text.trim().length - CHAT_LENGTH;
  const why = text.trim() === '' ? '请写一句回答' : over > 0 ? `超出 ${over} 个字，请删减` : undefined;
  const submit = (): void =>
    send(why, async () => {
      await answerVisitor(id, turn, { text });
      drafts.delete(id);
    });
  return (
    <form
      class="own-words"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        class="field"
        data-testid="answer-text"
        aria-label="或者自己写"
        placeholder="或者自己写，回车发送"
        rows={2}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          drafts.set(id, event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          // 229: some input methods have ended composing by the time their Enter arrives.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          submit();
        }}
      />
      <button type="submit" class="button" data-testid="answer-text-send" aria-disabled={busy}>
        {busy ? '正在发送…' : '发送'}
      </button>
      <p class="form-fault" role="alert" data-testid="answer-text-fault">
        {fault}
      </p>
    </form>
  );
}
