import { Clock } from './clock.tsx';
import { Lesson } from './lesson.tsx';
import { EndedBody, HeldBody, OfferBody, UpdatedBody } from './others.tsx';
import type { CardProps, CardState } from './state.ts';
import { TEXT, VERDICTS } from './text.ts';

/** Is there anything to show? */
export function isEmpty({ view, offer, error, updated }: CardState): boolean {
  return !view && !offer && !error && !updated;
}

/** The coach's card, or the pill it was folded into. */
export function Card({ state, on }: CardProps) {
  if (isEmpty(state)) return null;
  // What would take the running lesson's place is decided first.
  const shown = state.offer?.running ? { ...state, view: null } : state;
  return shown.collapsed && !shown.held && !shown.updated && shown === state ? (
    <Pill state={shown} on={on} />
  ) : (
    <Open state={shown} on={on} />
  );
}

function Open({ state, on }: CardProps) {
  const { view, offer, updated } = state;
  return (
    <section part="card" class="card" aria-label={TEXT.card}>
      <Head state={state} on={on} />
      {!updated && view?.progress && !view.ended && <Progress {...progressOf(view.progress, view.step)} />}
      <div class="body">
        {state.held && <HeldBody message={state.held} on={on} />}
        {[state.error, view?.notice].map(
          (text) =>
            text && (
              <p key={text} class="notice">
                {text}
              </p>
            ),
        )}
        <Body state={state} on={on} />
        {!view && !offer && !updated && (
          <button type="button" class="quiet" onClick={on.close}>
            {TEXT.close}
          </button>
        )}
      </div>
    </section>
  );
}

function Body({ state, on }: CardProps) {
  const { view, offer } = state;
  if (state.updated) return <UpdatedBody on={on} />;
  if (view?.mode === 'demo') return <div class="demo" ref={on.slot} />;
  if (view?.ended) return <EndedBody view={view} on={on} />;
  if (view) return <Lesson key={view.step?.id ?? view.attempt} view={view} state={state} on={on} />;
  return offer && <OfferBody offer={offer} starting={state.starting} on={on} />;
}

function Head({ state, on }: CardProps) {
  const { view, offer, updated } = state;
  const lesson = view ? view.title : (offer?.title ?? TEXT.card);
  const isTaught = view?.mode === 'guided' || view?.mode === 'demo';
  const ended = view?.ended && TEXT.ended[view.mode === 'demo' ? 'abandoned' : view.ended.reason];
  const title = ended ?? ((isTaught && view.step?.title) || lesson);
  const mode = view?.mode ?? offer?.mode;
  const above = [mode && TEXT.mode[mode], title === lesson ? null : lesson].filter(Boolean).join(' · ') || TEXT.card;
  return (
    <header class="head" data-drag="">
      <button type="button" class="mark" data-drag="" aria-label={TEXT.move} title={TEXT.move}>
        {TEXT.mark}
      </button>
      <div class="titles">
        {!updated && <p class="above">{above}</p>}
        <h2 part="title">{updated ? TEXT.card : title}</h2>
      </div>
      {view && !isTaught && <Clock clock={view.clock} stopped={view.ended !== undefined} />}
      {view && !view.ended && !updated && (
        <button type="button" class="link" onClick={() => on.collapse(true)}>
          {TEXT.collapse}
        </button>
      )}
      {!view && offer && (
        <button type="button" class="link" onClick={on.close}>
          {offer.running ? TEXT.goOn : TEXT.later}
        </button>
      )}
    </header>
  );
}

interface Share {
  done: number;
  total: number;
  text: string;
}

function progressOf({ done, total }: { done: number; total: number }, step?: { n: number; total: number }): Share {
  return { done, total, text: step ? TEXT.step(step.n, step.total) : TEXT.progress(done, total) };
}

function Progress({ done, total, text }: Share) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div
      part="progress"
      class="progress"
      role="progressbar"
      aria-label={TEXT.progressLabel}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={text}
    >
      <span class="bar">
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
      <span class="count">{text}</span>
    </div>
  );
}

function Pill({ state, on }: CardProps) {
  const { view, offer } = state;
  const tone = view?.verdict ? VERDICTS[view.verdict.kind].tone : 'calm';
  const count = view?.progress ? ` ${view.progress.done}/${view.progress.total}` : '';
  return (
    <section part="card" class="pill" aria-label={TEXT.card}>
      <button type="button" data-drag="" aria-expanded="false" onClick={() => on.collapse(false)}>
        <span class={`mark ${tone}`}>{TEXT.mark}</span>
        <span>
          {view?.title ?? offer?.title ?? TEXT.card}
          {count}
        </span>
        <span class="open">{TEXT.expand}</span>
      </button>
    </section>
  );
}
