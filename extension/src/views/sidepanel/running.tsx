import { useState } from 'preact/hooks';
import type { CoachView } from '../../core/ports.ts';
import { clockText, pointsText } from '../format.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Marked } from '../parts/marked.tsx';
import { modeName, verdictName, verdictTone } from '../words.ts';
import { Hints } from './hints.tsx';
import type { Choice } from './model.ts';
import { useNow } from './now.ts';
import { text } from './text.ts';

/** The attempt that runs. Shows what the view holds and nothing else: in an exam that is the task and the clock. */
export function Running(props: { view: CoachView; onHint: () => void; onFinish: () => void; onShop: () => void }) {
  const { view } = props;
  const [isSure, setSure] = useState(false);
  const label = text.running.end[view.mode];
  return (
    <section class="card stack running" aria-labelledby="running-title" data-testid="running">
      <div class="row spread">
        <h2 id="running-title">
          <span class="chip teal">{modeName[view.mode]}</span> {view.title}
        </h2>
        <Clock clock={view.clock} />
      </div>
      {view.progress && <Progress {...view.progress} />}
      {view.step && (
        <div class="stack step" data-testid="step">
          <p class="small soft number">{text.running.step(view.step.n, view.step.total)}</p>
          <p>
            <Marked text={view.step.instruction} />
          </p>
          <details class="small">
            <summary>{text.running.why}</summary>
            <p class="soft">{view.step.why}</p>
          </details>
        </div>
      )}
      {view.verdict && (
        <div class={`note ${verdictTone[view.verdict.kind]}`} data-testid="verdict">
          <p>
            <strong>{verdictName[view.verdict.kind]}</strong> {view.verdict.text}
          </p>
          {view.verdict.reasons.length > 1 && (
            <ul class="reasons">
              {view.verdict.reasons.map((reason) => (
                <li key={reason.clause + reason.text}>{reason.text}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {view.hints && <Hints key={view.hints.step} hints={view.hints} asOf={view.clock.asOf} onHint={props.onHint} />}
      <div class="row">
        <button type="button" class="primary" onClick={props.onShop} data-testid="to-shop">
          {text.running.back}
        </button>
        <button type="button" onClick={() => setSure(true)} data-testid="finish">
          {label}
        </button>
      </div>
      <Task task={view.task} />
      {isSure && (
        <Confirm
          title={text.running.sure.title[view.mode]}
          text={text.running.sure.text[view.mode]}
          yes={label}
          onYes={() => {
            setSure(false);
            props.onFinish();
          }}
          onNo={() => setSure(false)}
        />
      )}
    </section>
  );
}

function Clock({ clock }: { clock: CoachView['clock'] }) {
  const elapsed = clock.elapsed + Math.max(0, useNow() - clock.asOf);
  const { limit } = clock;
  const left = limit === undefined ? undefined : Math.max(0, limit - elapsed);
  const isShort = left !== undefined && left < 60_000;
  return (
    <span class={`number clock ${isShort ? 'bad chip' : ''}`} role="timer" data-testid="clock">
      <span class="small soft">{left === undefined ? text.running.elapsed : text.running.left} </span>
      {clockText(left ?? elapsed)}
    </span>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  return (
    <div>
      <div
        class="bar"
        role="progressbar"
        aria-label={text.running.progress(done, total)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <i style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </div>
      <p class="small soft number">{text.running.progress(done, total)}</p>
    </div>
  );
}

function Task({ task }: { task: CoachView['task'] }) {
  return (
    <div class="stack task">
      <h3>{text.running.task}</h3>
      <p>{task.text}</p>
      <ul>
        {task.items.map((item) => (
          <li key={item.text} class={item.done ? 'done' : ''}>
            {item.done !== undefined && (
              <span class="tick" role="img" aria-label={item.done ? text.running.done : text.running.todo}>
                {item.done ? '✓' : '○'}
              </span>
            )}
            <span>{item.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The attempt that has just ended. */
export function Ended(props: { view: CoachView; report: string; isBusy: boolean; onStart: (choice: Choice) => void }) {
  const { view, report, isBusy, onStart } = props;
  const { ended, lesson } = view;
  if (!ended || ended.reason === 'abandoned') return null;
  if (lesson)
    return (
      <section class="card stack ended" aria-labelledby="ended-title" data-testid="ended">
        <h2 id="ended-title">
          <span class="chip teal">{modeName[view.mode]}</span> {view.title}
        </h2>
        <p>{text.ended.shown}</p>
        <button
          type="button"
          class="primary"
          data-testid="your-turn"
          disabled={isBusy}
          onClick={() => onStart({ ...lesson, mode: 'guided' })}
        >
          {text.ended.turn}
        </button>
      </section>
    );
  return (
    <section class="card stack ended" aria-labelledby="ended-title" data-testid="ended">
      <h2 id="ended-title">
        <span class="chip teal">{modeName[view.mode]}</span> {view.title}
      </h2>
      {ended.score === undefined ? (
        <p>{text.ended.handed}</p>
      ) : (
        <p class="score number">{text.ended.score(pointsText(ended.score), ended.max ?? 100)}</p>
      )}
      <p>
        <span class="small soft">{text.ended.code}</span> <code data-testid="code">{ended.code}</code>
      </p>
      <a class="button primary" href={report} target="_blank" rel="noopener">
        {text.ended.report}
      </a>
    </section>
  );
}
