import { gbkBytes } from '../../domain/gbk.ts';
import { MEMO_BYTES } from '../../domain/memo.ts';

interface RemarkTextProps {
  /** Prefix of the test ids: `memo` or `batch`. */
  prefix: string;
  text: string;
  readOnly: boolean;
  hint?: string;
  onText: (text: string) => void;
}

/** The remark's text with its byte count. Longer text than fits may be typed; it is saving that is refused. */
export function RemarkText({ prefix, text, readOnly, hint, onText }: RemarkTextProps) {
  const bytes = gbkBytes(text);
  const over = bytes > MEMO_BYTES;
  const id = `${prefix}-text`;
  return (
    <div class="remark-text">
      <label for={id}>备注内容</label>
      <textarea
        id={id}
        class="field"
        data-testid={id}
        rows={6}
        value={text}
        readOnly={readOnly}
        aria-invalid={over}
        aria-describedby={`${prefix}-count`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p class={over ? 'remark-count over' : 'remark-count'} id={`${prefix}-count`} data-testid={`${prefix}-count`}>
        <span>{hint ?? '备注仅卖家可见'}</span>
        <span class="num">
          已用 {bytes}/{MEMO_BYTES} 字节{over && `，超出 ${bytes - MEMO_BYTES} 字节`}
        </span>
      </p>
    </div>
  );
}
