import { useState } from 'preact/hooks';
import type { CoachView, StepView } from '../../core/ports.ts';
import { HintButton, Hints, VerdictLine } from './help.tsx';
import { Rich } from './rich.tsx';
import type { CardActions, CardProps, CardState, Trouble } from './state.ts';
import { TEXT } from './text.ts';

/** A running lesson: the step (guided) or the task (practice, exam), and what helps with it. */
export function Lesson({ view, state, on }: { view: CoachView; state: CardState; on: CardProps['on'] }) {
  const { step, hints, verdict } = view;
  return (
    <>
      {view.mode === 'guided' && step ? <Step step={step} /> : <Task task={view.task} ticks={view.mode !== 'exam'} />}
      {step && state.trouble && <Lost trouble={state.trouble} page={step.page} on={on} />}
      {hints && <Hints hints={hints} />}
      {verdict && <VerdictLine verdict={verdict} />}
      <Foot view={view} state={state} on={on} />
    </>
  );
}

function Step({ step }: { step: StepView }) {
  return (
    <p part="instruction" class="instruction">
      <Rich text={step.instruction} />
    </p>
  );
}

/** A list that scrolls must be reachable by keyboard. */
const SCROLLS = { tabIndex: 0 };

function Task({ task, ticks }: { task: CoachView['task']; ticks: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="task">
      <p part="instruction" class={open ? 'instruction' : 'instruction brief'}>
        <Rich text={task.text} />
      </p>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? TEXT.taskBrief : TEXT.taskFull}
      </button>
      {task.items.length > 0 && (
        <ul {...SCROLLS} aria-label={TEXT.task}>
          {task.items.map(({ text, done }) => (
            <li key={text} class={ticks && done ? 'done' : ''}>
              {ticks && <span class="tick" role="img" aria-label={done ? TEXT.done : TEXT.open} />}
              <span>
                <Rich text={text} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The control cannot be acted on: says why and where to go. */
function Lost({ trouble, page, on }: { trouble: Trouble; page: string | undefined; on: CardActions }) {
  return (
    <div class="lost">
      <p>
        {TEXT[trouble]}
        {trouble === 'missing' && page && TEXT.missingGo}
      </p>
      {trouble === 'missing' && page && (
        <button type="button" class="main" onClick={() => on.go(page)}>
          {TEXT.go}
        </button>
      )}
      {trouble === 'away' && (
        <button type="button" class="main" onClick={on.reveal}>
          {TEXT.reveal}
        </button>
      )}
    </div>
  );
}

function Foot({ view, state, on }: { view: CoachView; state: CardState; on: CardActions }) {
  const [open, setOpen] = useState<'why' | 'finish' | null>(null);
  const isGuided = view.mode === 'guided';
  const why = isGuided ? view.step?.why : undefined;
  const left = view.task.items.filter(({ done }) => !done).length;
  const question =
    view.mode === 'practice' ? TEXT.confirm.practice(left) : isGuided ? TEXT.confirm.guided : TEXT.confirm.exam;
  const toggle = (what: typeof open) => setOpen(open === what ? null : what);
  return (
    <>
      {open === 'why' && why && (
        <p class="why">
          <Rich text={why} />
        </p>
      )}
      {open === 'finish' && (
        <fieldset class="ask">
          <legend>{question}</legend>
          <button type="button" class="main" onClick={on.finish}>
            {TEXT.yes}
          </button>
          <button type="button" class="quiet" onClick={() => setOpen(null)}>
            {TEXT.no}
          </button>
        </fieldset>
      )}
      <div class="buttons">
        {view.hints && <HintButton hints={view.hints} received={state.received} on={on} />}
        {why && (
          <button type="button" class="quiet" aria-expanded={open === 'why'} onClick={() => toggle('why')}>
            {open === 'why' ? TEXT.whyClose : TEXT.why}
          </button>
        )}
        <button
          type="button"
          class={isGuided ? 'link end' : 'main end'}
          aria-expanded={open === 'finish'}
          onClick={() => toggle('finish')}
        >
          {isGuided ? TEXT.finish.guided : TEXT.finish.others}
        </button>
      </div>
    </>
  );
}
