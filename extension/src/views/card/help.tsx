import { useEffect, useState } from 'preact/hooks';
import type { CoachView } from '../../core/ports.ts';
import { Rich } from './rich.tsx';
import type { CardProps } from './state.ts';
import { TEXT, VERDICTS } from './text.ts';

type Hints = NonNullable<CoachView['hints']>;

/** The hints that are open for the step at hand. */
export function Hints({ hints }: { hints: Hints }) {
  if (hints.shown.length === 0) return null;
  return (
    <div part="hint" class="hints">
      {hints.shown.map(({ level, text }) => (
        <p key={level}>
          <span class="level">{TEXT.hint(level)}</span>
          <Rich text={text} />
        </p>
      ))}
    </div>
  );
}

/** Asks for the next hint; closed, with the seconds left, until the last one can have been read. */
export function HintButton({ hints, received, on }: { hints: Hints; received: number; on: CardProps['on'] }) {
  const { next } = hints;
  const seconds = useSecondsTo(next ? received + next.inMs : 0);
  if (!next) return null;
  const label = TEXT.hint(next.level);
  const name = TEXT.hintName[next.level - 1];
  return (
    <button type="button" class="quiet" disabled={seconds > 0} title={name} onClick={on.hint}>
      {seconds > 0 ? `${label} · ${TEXT.hintWait(seconds)}` : label}
    </button>
  );
}

/** Whole seconds until a moment, counting down; 0 from then on, and nothing ticks any more. */
function useSecondsTo(moment: number): number {
  const left = () => Math.max(0, Math.ceil((moment - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (left() === 0) return undefined;
    const timer = setInterval(() => {
      setSeconds(left());
      if (left() === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}

/** The one word on the last action, with what it rests on. */
export function VerdictLine({ verdict }: { verdict: NonNullable<CoachView['verdict']> }) {
  const { tone, sign, name } = VERDICTS[verdict.kind];
  const reasons = verdict.reasons.filter(({ text }) => !verdict.text.includes(text));
  return (
    <div part="verdict" class={`verdict ${tone}`} key={verdict.event}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      <div>
        <p>
          <b>{name}</b>
          <Rich text={verdict.text} />
        </p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map(({ clause, text }) => (
              <li key={clause + text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
