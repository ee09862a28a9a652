import './counted-text.css';

interface CountedTextProps {
  /** Prefix of the test ids `…-text` and `…-count`, unique on the page. */
  prefix: string;
  label: string;
  hint: string;
  text: string;
  /** How long it may be, in `unit`s as `count` counts them. */
  most: number;
  unit: string;
  count: (text: string) => number;
  rows?: number;
  readOnly?: boolean;
  onText: (text: string) => void;
}

/** A longer text with its count. More than fits may be typed; it is saving that is refused. */
export function CountedText(props: CountedTextProps) {
  const { prefix, label, hint, text, most, unit, count, rows = 6, readOnly = false, onText } = props;
  const used = count(text);
  const over = used > most;
  const id = `${prefix}-text`;
  return (
    <div class="counted">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="field"
        data-testid={id}
        rows={rows}
        value={text}
        readOnly={readOnly}
        aria-invalid={over}
        aria-describedby={`${prefix}-count`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p class={over ? 'counted-foot over' : 'counted-foot'} id={`${prefix}-count`} data-testid={`${prefix}-count`}>
        <span>{hint}</span>
        <span class="num">
          已用 {used}/{most} {unit}
          {over && `，超出 ${used - most} ${unit}`}
        </span>
      </p>
    </div>
  );
}
