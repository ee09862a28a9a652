import { useRef } from 'preact/hooks';
import type { ShownQuestion } from '../../client/quiz-client.ts';
import type { Given } from './question-box.tsx';

interface OrderProps {
  question: ShownQuestion;
  answer: Given;
  fixed: boolean;
  stem: string;
  onEdit: (next: Partial<Given>) => void;
}

/** 排序: each item goes up or down, by mouse or keyboard. */
export function OrderAnswer({ question: { choices, right, judged, given }, answer, fixed, stem, onEdit }: OrderProps) {
  const list = useRef<HTMLOListElement>(null);
  const move = (at: number, to: number): void => {
    const next = [...answer.choices];
    const [one] = next.splice(at, 1);
    if (one === undefined) return;
    next.splice(to, 0, one);
    onEdit({ choices: next });
    // The focus goes with the item, on the button that goes on the same way, or back where that has come to its end.
    const wanted = to < at ? 'order-up' : 'order-down';
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const button = row?.querySelector<HTMLButtonElement>(`[data-testid="${wanted}"]:not(:disabled)`);
      (button ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    });
  };
  return (
    <>
      <ol class="quiz-order" aria-labelledby={stem} ref={list}>
        {answer.choices.map((place, at) => {
          const text = choices[place] ?? '';
          const good = right?.choices[at] === place;
          return (
            <li key={place} data-place={place} class={right && given ? (good ? 'right' : 'wrong') : ''}>
              <span class="num">{at + 1}</span>
              <span class="quiz-text">{text}</span>
              {!fixed && (
                <>
                  <button
                    type="button"
                    class="button"
                    data-testid="order-up"
                    aria-label={`上移：${text}`}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  >
                    上移
                  </button>
                  <button
                    type="button"
                    class="button"
                    data-testid="order-down"
                    aria-label={`下移：${text}`}
                    disabled={at === answer.choices.length - 1}
                    onClick={() => move(at, at + 1)}
                  >
                    下移
                  </button>
                </>
              )}
              {right && given && <em>{good ? '位置对' : '位置不对'}</em>}
            </li>
          );
        })}
      </ol>
      {right && judged && (
        <div class="quiz-right">
          <p>正确的顺序：</p>
          <ol>
            {right.choices.map((place) => (
              <li key={place}>{choices[place]}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}
