import { QUIZ_SECTIONS, type QuizSection } from 'fixtures';
import { useState } from 'preact/hooks';
import { answerQuestion, type ShownPaper, type ShownQuestion } from '../../client/quiz-client.ts';
import { useSend } from '../../components/use-send.ts';
import { stateOf } from './answer-sheet.tsx';
import { ChoiceAnswer } from './choice-answer.tsx';
import { draftOf, keepDraft } from './drafts.ts';
import { KeyPoints } from './key-points.tsx';
import { KIND_LABEL } from './kind-label.ts';
import { MatchAnswer } from './match-answer.tsx';
import { OrderAnswer } from './order-answer.tsx';
import { Stem } from './stem.tsx';
import { TaskSteps } from './task-steps.tsx';
import { TextAnswer } from './text-answer.tsx';

/** What is being answered: places on the paper, or words. */
export interface Given {
  choices: number[];
  text: string;
}

interface BoxProps {
  paper: ShownPaper;
  question: ShownQuestion;
  onNext: (() => void) | undefined;
}

/** One question: what is asked, the answer, and once it is judged what is right and why. */
export function QuestionBox({ paper, question, onNext }: BoxProps) {
  const { quiz_id, mode, end, mine } = paper;
  const { no, kind, judged, given, right } = question;
  const fixed = !mine || end !== undefined || judged || kind === 'gone';
  const [typed, setAnswer] = useState<Given>(() => begun(quiz_id, question));
  // What is fixed is what was given, also where it was given in another tab.
  const answer = fixed ? begun(quiz_id, question) : typed;
  const { busy, fault, send } = useSend();
  const changed = JSON.stringify(given ?? {}) !== JSON.stringify(sent(kind, answer));
  const edit = (next: Partial<Given>): void => {
    setAnswer((before) => ({ ...before, ...next }));
    if (next.text !== undefined) keepDraft(quiz_id, no, next.text);
  };
  const submit = async (): Promise<void> => {
    await answerQuestion(quiz_id, no, sent(kind, answer));
    keepDraft(quiz_id, no, '');
    if (mode === 'exam') onNext?.();
  };
  const stem = `stem-${no}`;
  return (
    <form
      class="quiz-box"
      aria-labelledby={stem}
      data-testid="question"
      data-no={no}
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault();
        send(undefined, submit);
      }}
    >
      <p class="quiz-kind">
        <b class="num">第 {no} 题</b>{' '}
        <span class="quiz-tag">{kind === 'open' && question.long ? '论述' : KIND_LABEL[kind]}</span>
        {kind === 'multiple' && <span class="faint">选出所有正确的，选错会扣分</span>}
      </p>
      <Stem text={question.stem} id={stem} />
      <AnswerOf question={question} answer={answer} fixed={fixed} stem={stem} onEdit={edit} />
      {right && <Verdict question={question} />}
      {kind === 'open' && right && <KeyPoints paper={paper} question={question} />}
      <p class="form-fault" role="alert" data-testid="form-fault">
        {fault}
      </p>
      <div class="quiz-deeds">
        {!fixed && (
          <button
            type="submit"
            class="button primary"
            data-testid="quiz-submit"
            aria-disabled={busy || (!changed && given !== undefined)}
          >
            {kind === 'task' ? '检查我做完了没有' : mode === 'exam' ? (onNext ? '保存，下一题' : '保存') : '提交答案'}
          </button>
        )}
        {onNext && (
          <button type="button" class={fixed ? 'button primary' : 'button'} data-testid="quiz-next" onClick={onNext}>
            {fixed ? '下一题' : '先跳过'}
          </button>
        )}
        {mode === 'exam' && given && !end && !changed && (
          <span class="faint" role="status">
            已保存，交卷前可以改。
          </span>
        )}
      </div>
    </form>
  );
}

interface AnswerProps {
  question: ShownQuestion;
  answer: Given;
  fixed: boolean;
  stem: string;
  onEdit: (next: Partial<Given>) => void;
}

function AnswerOf(props: AnswerProps) {
  switch (props.question.kind) {
    case 'single':
    case 'multiple':
    case 'judge':
      return <ChoiceAnswer {...props} />;
    case 'order':
      return <OrderAnswer {...props} />;
    case 'match':
      return <MatchAnswer {...props} />;
    case 'fill':
    case 'open':
      return <TextAnswer {...props} />;
    case 'task':
      return <TaskSteps question={props.question} />;
    case 'gone':
      return null;
  }
}

/** Whether it was right, the explanation, and where it is from. */
function Verdict({ question }: { question: ShownQuestion }) {
  const { given, points, right, section, kind } = question;
  if (!right) return null;
  const { id, name, mark } = stateOf(question);
  return (
    <div class={`quiz-verdict ${id}`} role="status" data-testid="quiz-verdict" data-points={points}>
      <p>
        <strong>
          <span aria-hidden="true">{mark} </span>
          {name}
        </strong>
        {given && points !== undefined && points > 0 && points < 100 && `，得 ${points} / 100`}
      </p>
      {kind === 'fill' && <p>可以写：{right.texts.join('、')}</p>}
      {right.explain !== '' && <p>解析：{right.explain}</p>}
      <p class="faint">
        {section !== undefined && `出自：${QUIZ_SECTIONS[section as QuizSection]}。`}
        {right.components.length > 0 &&
          `知识点：${right.components.map((one) => `${one.name}（${one.id}）`).join('、')}`}
      </p>
    </div>
  );
}

/** The answer to begin with: what was given before, or was being written. */
function begun(quiz: string, { no, kind, given, choices }: ShownQuestion): Given {
  return {
    choices: given?.choices ?? (kind === 'order' ? choices.map((_, i) => i) : []),
    text: given?.text ?? draftOf(quiz, no),
  };
}

/** What that kind of question is answered by. */
function sent(kind: ShownQuestion['kind'], { choices, text }: Given): { choices?: number[]; text?: string } {
  if (kind === 'task') return {};
  return kind === 'fill' || kind === 'open' ? { text } : { choices };
}
