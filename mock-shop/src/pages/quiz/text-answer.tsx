import type { ShownQuestion } from '../../client/quiz-client.ts';
import type { Given } from './question-box.tsx';

interface TextProps {
  question: ShownQuestion;
  answer: Given;
  fixed: boolean;
  stem: string;
  onEdit: (next: Partial<Given>) => void;
}

const MOST = 2000;

/** 填空, 简答 and 论述. */
export function TextAnswer({ question: { kind, long, given }, answer: { text }, fixed, stem, onEdit }: TextProps) {
  if (fixed) return <p class="quiz-written">{given?.text || '（没有写）'}</p>;
  if (kind === 'fill') {
    return (
      <p>
        <input
          class="field"
          data-testid="quiz-text"
          aria-labelledby={stem}
          autoComplete="off"
          maxLength={100}
          value={text}
          onInput={(event) => onEdit({ text: event.currentTarget.value })}
        />
      </p>
    );
  }
  return (
    <p>
      <textarea
        class="field quiz-writing"
        data-testid="quiz-text"
        aria-labelledby={stem}
        rows={long ? 12 : 6}
        value={text}
        onInput={(event) => onEdit({ text: event.currentTarget.value })}
      />
      <span class={text.length > MOST ? 'quiz-too-long num' : 'faint num'}>
        {text.length} / {MOST} 字，写到一半可以先去做别的题，不会丢
      </span>
    </p>
  );
}
