import type { CoachView } from '../../core/ports.ts';
import { useNow } from './now.ts';
import { text } from './text.ts';

const CIRCLED = { 1: '①', 2: '②', 3: '③', 4: '④' } as const;

/** The hints opened so far and the button for the next, which opens when there was time to read. */
export function Hints(props: { hints: NonNullable<CoachView['hints']>; asOf: number; onHint: () => void }) {
  const { shown, next } = props.hints;
  const now = useNow();
  const wait = next ? Math.ceil((next.inMs - (now - props.asOf)) / 1000) : 0;
  return (
    <div class="stack hints" data-testid="hints">
      {shown.length > 0 && (
        <ol class="stack" aria-live="polite">
          {shown.map(({ level, text: hint }) => (
            <li key={level} class="note hint">
              <span aria-hidden="true">{CIRCLED[level]}</span> {hint}
            </li>
          ))}
        </ol>
      )}
      <button type="button" disabled={!next || wait > 0} onClick={props.onHint} data-testid="hint">
        {label(next?.level, wait)}
      </button>
    </div>
  );
}

function label(level: 1 | 2 | 3 | 4 | undefined, wait: number): string {
  if (level === undefined) return text.running.hintNone;
  return wait > 0 ? text.running.hintWait(wait) : text.running.hint(CIRCLED[level]);
}
