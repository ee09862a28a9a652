import type { ComponentChildren } from 'preact';
import type { ShownPaper, ShownQuestion } from '../../client/quiz-client.ts';

interface SheetProps {
  paper: ShownPaper;
  /** The question that is open; 0: none. */
  no: number;
  href: (no: number) => string;
  children: ComponentChildren;
}

/** 答题卡: every question by its number, how it stands, and the way to it. */
export function AnswerSheet({ paper: { questions }, no, href, children }: SheetProps) {
  const answered = questions.filter(({ given }) => given).length;
  return (
    <aside class="quiz-sheet" aria-label="答题卡">
      <p>
        已答{' '}
        <b class="num" data-testid="quiz-progress">
          {answered} / {questions.length}
        </b>
      </p>
      <progress class="share" max={questions.length} value={answered} aria-label="答题进度">
        {answered} / {questions.length}
      </progress>
      <div class="quiz-sheet-deeds">{children}</div>
      <ol>
        {questions.map((question) => {
          const state = stateOf(question);
          return (
            <li key={question.no}>
              <a
                class={`quiz-no ${state.id}`}
                href={href(question.no)}
                aria-label={`第 ${question.no} 题，${state.name}`}
                aria-current={question.no === no ? 'page' : undefined}
                title={state.name}
              >
                <span class="num">{question.no}</span>
                <span aria-hidden="true">{state.mark}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

const STATES = {
  empty: { id: 'blank', name: '没有答', mark: '' },
  given: { id: 'given', name: '已答', mark: '•' },
  right: { id: 'right', name: '全对', mark: '✓' },
  part: { id: 'part', name: '对了一部分', mark: '½' },
  wrong: { id: 'wrong', name: '不对', mark: '✗' },
  open: { id: 'given', name: '已答，等老师批改', mark: '…' },
} as const;

export function stateOf({ kind, given, judged, points }: ShownQuestion): (typeof STATES)[keyof typeof STATES] {
  if (!given) return STATES.empty;
  if (!judged) return STATES.given;
  if (points === undefined) return kind === 'open' ? STATES.open : STATES.given;
  return points === 100 ? STATES.right : points === 0 ? STATES.wrong : STATES.part;
}
