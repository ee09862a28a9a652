import type { CoachView, Offer } from '../../core/ports.ts';
import { Rich } from './rich.tsx';
import type { CardActions } from './state.ts';
import { TEXT } from './text.ts';

/** A lesson that a link or the panel proposes. */
export function OfferBody({ offer, starting, on }: { offer: Offer; starting: boolean; on: CardActions }) {
  return (
    <>
      <p part="instruction" class="instruction">
        <Rich text={offer.goal} />
      </p>
      <p class="small">{TEXT.offer(TEXT.mode[offer.mode], offer.minutes)}</p>
      {offer.running && <p class="notice">{TEXT.givesUp(offer.running)}</p>}
      <div class="buttons">
        <button type="button" class="main wide" disabled={starting} onClick={() => on.start(offer)}>
          {starting ? TEXT.starting : offer.running ? TEXT.startAnyway : TEXT.start}
        </button>
      </div>
    </>
  );
}

/** The lesson is over: score where there is one, the code to compare with the report, the way to it. */
export function EndedBody({ view, on }: { view: CoachView; on: CardActions }) {
  const { score, max, code } = view.ended ?? { code: '' };
  return (
    <>
      {view.mode === 'guided' && view.progress && (
        <p class="score">
          <b>{view.progress.done}</b>
          <span> / {view.progress.total} 步</span>
        </p>
      )}
      {score !== undefined && max !== undefined && (
        <p class="score">
          <b>{score}</b>
          <span>{TEXT.outOf(max)}</span>
        </p>
      )}
      <p class="small">
        {TEXT.code} <code>{code}</code>
      </p>
      <div class="buttons">
        <button type="button" class="main" onClick={on.report}>
          {TEXT.report}
        </button>
        <button type="button" class="quiet" onClick={on.panel}>
          {TEXT.panel}
        </button>
        <button type="button" class="link end" onClick={on.close}>
          {TEXT.close}
        </button>
      </div>
    </>
  );
}

/** A click that was held back before it did harm. */
export function HeldBody({ message, on }: { message: string; on: CardActions }) {
  return (
    <div part="verdict" class="verdict bad">
      <span class="sign" aria-hidden="true">
        !
      </span>
      <div>
        <p>
          <b>{TEXT.held}</b>
          <Rich text={message} />
        </p>
        <button type="button" class="main" onClick={on.understand}>
          {TEXT.understood}
        </button>
      </div>
    </div>
  );
}

/** The extension was updated under the page. */
export function UpdatedBody({ on }: { on: CardActions }) {
  return (
    <>
      <p part="instruction" class="instruction">
        {TEXT.updated}
      </p>
      <div class="buttons">
        <button type="button" class="main" onClick={on.reload}>
          {TEXT.reload}
        </button>
      </div>
    </>
  );
}
