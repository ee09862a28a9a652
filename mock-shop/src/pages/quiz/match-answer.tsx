import type { ShownQuestion } from '../../client/quiz-client.ts';
import type { Given } from './question-box.tsx';

interface MatchProps {
  question: ShownQuestion;
  answer: Given;
  fixed: boolean;
  stem: string;
  onEdit: (next: Partial<Given>) => void;
}

/** 匹配: for each of the left ones, what goes with it. */
export function MatchAnswer({ question: { lefts, choices, right, given }, answer, fixed, stem, onEdit }: MatchProps) {
  const pick = (at: number, place: number): void =>
    onEdit({ choices: lefts.map((_, i) => (i === at ? place : (answer.choices[i] ?? -1))) });
  return (
    <table class="plain-table quiz-match" aria-labelledby={stem}>
      <tbody>
        {lefts.map((left, at) => {
          const chosen = answer.choices[at] ?? -1;
          const good = right?.choices[at] === chosen;
          return (
            <tr key={left} class={right && given ? (good ? 'right' : 'wrong') : ''}>
              <th scope="row">{left}</th>
              <td>
                {fixed ? (
                  <span>{choices[chosen] ?? '（没有选）'}</span>
                ) : (
                  <select
                    class="field"
                    data-testid="match-pick"
                    aria-label={left}
                    value={chosen}
                    onChange={(event) => pick(at, Number(event.currentTarget.value))}
                  >
                    <option value={-1}>请选择</option>
                    {choices.map((text, place) => (
                      <option key={text} value={place}>
                        {text}
                      </option>
                    ))}
                  </select>
                )}
              </td>
              {right && <td>{good ? '对' : `应当是：${choices[right.choices[at] ?? -1] ?? ''}`}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
