import type { ShownQuestion } from '../../client/quiz-client.ts';
import type { Given } from './question-box.tsx';

interface ChoiceProps {
  question: ShownQuestion;
  answer: Given;
  fixed: boolean;
  /** Id of what is asked. */
  stem: string;
  onEdit: (next: Partial<Given>) => void;
}

const LETTERS = 'ABCDEFGHIJ';

/** 单选, 多选 and 判断. */
export function ChoiceAnswer({ question: { no, kind, choices, right }, answer, fixed, stem, onEdit }: ChoiceProps) {
  const several = kind === 'multiple';
  const options = kind === 'judge' ? ['正确', '错误'] : choices;
  const pick = (at: number, on: boolean): void => {
    if (!several) onEdit({ choices: [at] });
    else
      onEdit({
        choices: on ? [...answer.choices, at].sort((a, b) => a - b) : answer.choices.filter((one) => one !== at),
      });
  };
  return (
    <fieldset class="quiz-options" aria-labelledby={stem} disabled={fixed}>
      {options.map((text, at) => {
        const chosen = answer.choices.includes(at);
        const good = right?.choices.includes(at) ?? false;
        return (
          <label key={text} class={right ? optionClass(good, chosen) : ''}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`question-${no}`}
              data-testid="quiz-option"
              value={at}
              checked={chosen}
              onChange={(event) => pick(at, event.currentTarget.checked)}
            />
            {kind !== 'judge' && <span class="num">{LETTERS[at]}.</span>}
            <span class="quiz-text">
              {text}
              {right?.feedback[at] && chosen && <small>{right.feedback[at]}</small>}
            </span>
            {right && good && <em>正确答案</em>}
            {right && !good && chosen && <em>你选的</em>}
          </label>
        );
      })}
    </fieldset>
  );
}

function optionClass(good: boolean, chosen: boolean): string {
  return good ? 'right' : chosen ? 'wrong' : '';
}
