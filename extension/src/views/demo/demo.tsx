import { useState } from 'preact/hooks';
import type { Speed } from '../../core/play/gestures.ts';
import type { Shown } from '../../core/play/shown.ts';
import { Rich } from '../card/rich.tsx';
import css from './demo.css?inline';
import { TEXT } from './text.ts';

/** What the student can do with a demo. */
export interface DemoActions {
  play(): void;
  pause(): void;
  single(): void;
  pace(speed: Speed): void;
  stop(): void;
  /** Starts the lesson anew: guided, or shown once more. */
  start(mode: 'demo' | 'guided'): void;
  close(): void;
}

/** The demo's part of the card: what is being done and why, and how to steer it. */
export function Demo({ shown, on }: { shown: Shown; on: DemoActions }) {
  return (
    <>
      <style>{css}</style>
      {shown.view.ended ? <Over completed={shown.view.ended.reason === 'completed'} on={on} /> : null}
      {!shown.view.ended && <Step shown={shown} />}
      {!shown.view.ended && <Steering shown={shown} on={on} />}
    </>
  );
}

function Step({ shown: { view, phase, isWaiting, trouble } }: { shown: Shown }) {
  const { step } = view;
  return (
    <>
      <p part="state" class={`state ${phase}`}>
        {isWaiting && phase === 'playing' ? TEXT.waiting : TEXT.state[phase]}
        {phase === 'playing' && !isWaiting && <small>{TEXT.how}</small>}
      </p>
      {step && (
        <p part="instruction" class="instruction">
          <Rich text={step.instruction} />
        </p>
      )}
      {step && (
        <p class="why">
          <Rich text={step.why} />
        </p>
      )}
      {trouble && (
        <p part="trouble" class="lost">
          {trouble}
          {TEXT.yours}
        </p>
      )}
    </>
  );
}

const SPEEDS: Speed[] = ['slow', 'normal', 'fast'];

function Steering({ shown: { phase, speed }, on }: { shown: Shown; on: DemoActions }) {
  const isGoing = phase === 'playing' || phase === 'stepping';
  return (
    <>
      <div class="buttons">
        <button type="button" class="main" data-demo="play" onClick={isGoing ? on.pause : on.play}>
          {isGoing ? TEXT.pause : phase === 'yours' ? TEXT.again : TEXT.play}
        </button>
        <button type="button" class="quiet" data-demo="single" onClick={on.single}>
          {TEXT.single}
        </button>
        <button type="button" class="link end" onClick={on.stop}>
          {TEXT.stop}
        </button>
      </div>
      <fieldset class="speeds">
        <legend>{TEXT.speed}</legend>
        {SPEEDS.map((one) => (
          <button key={one} type="button" class="quiet" aria-pressed={one === speed} onClick={() => on.pace(one)}>
            {TEXT.speeds[one]}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function Over({ completed, on }: { completed: boolean; on: DemoActions }) {
  const [isStarting, setStarting] = useState(false);
  const start = (mode: 'demo' | 'guided') => {
    setStarting(true);
    on.start(mode);
  };
  return (
    <>
      <p part="instruction" class="instruction">
        {completed ? TEXT.ended.completed : TEXT.ended.others}
      </p>
      <div class="buttons">
        <button type="button" class="main" disabled={isStarting} onClick={() => start('guided')}>
          {TEXT.turn}
        </button>
        <button type="button" class="quiet" disabled={isStarting} onClick={() => start('demo')}>
          {TEXT.watch}
        </button>
        <button type="button" class="link end" onClick={on.close}>
          {TEXT.close}
        </button>
      </div>
    </>
  );
}
