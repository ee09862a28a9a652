import type { AttemptEvent } from 'fixtures';
import { useEffect, useState } from 'preact/hooks';
import type { Deduction } from '../../core/assess/score.ts';
import { clockText, pointsText } from '../format.ts';
import { verdictName, verdictTone } from '../words.ts';
import type { Report } from './model.ts';
import { text } from './text.ts';

/** Pauses of an attempt are replayed as they were, but neither longer nor shorter than these, ms. */
const SHORTEST = 400;
const LONGEST = 2000;

/** An attempt watched again, one event at a time: what was done, where, what was said to it, what it cost. */
export function Replay({ report }: { report: Report }) {
  const { timeline, deductions } = report.grade;
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const last = timeline.length - 1;
  const costs = Map.groupBy(
    deductions.filter(({ event }) => event !== null),
    ({ event }) => event,
  );
  const line = timeline[Math.min(at, last)];
  const go = (to: number) => setAt(Math.min(last, Math.max(0, to)));
  const costly = (from: number, by: 1 | -1) => {
    for (let i = from + by; i >= 0 && i <= last; i += by) if (costs.has(timeline[i]?.event ?? '')) return i;
    return null;
  };

  useEffect(() => {
    if (!isPlaying) return;
    if (at >= last) return setPlaying(false);
    const pause = (timeline[at + 1]?.at ?? 0) - (timeline[at]?.at ?? 0);
    const timer = setTimeout(() => setAt(at + 1), Math.min(LONGEST, Math.max(SHORTEST, pause)));
    return () => clearTimeout(timer);
  }, [isPlaying, at, last, timeline]);

  if (!line) return null;
  const before = costly(at, -1);
  const after = costly(at, 1);
  const event = report.events.find(({ id }) => id === line.event);
  return (
    <section class="card stack no-print" aria-labelledby="replay-title" data-testid="replay">
      <div class="row spread">
        <h2 id="replay-title">{text.replay.title}</h2>
        <span class="number soft">
          {clockText(line.at)} · {text.replay.place(at + 1, last + 1)}
        </span>
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={text.replay.slider}
        aria-valuetext={`${clockText(line.at)} ${line.text}`}
        data-testid="replay-slider"
        onInput={(input) => go(Number(input.currentTarget.value))}
      />
      <div class="marks-line" aria-hidden="true">
        {timeline.map(
          ({ event: id }, i) =>
            costs.has(id) && <i key={id} style={{ left: `${last === 0 ? 0 : (100 * i) / last}%` }} />,
        )}
      </div>
      <div class="row">
        <button type="button" onClick={() => go(at - 1)} disabled={at === 0}>
          {text.replay.back}
        </button>
        <button type="button" class="primary" data-testid="replay-play" onClick={() => setPlaying(!isPlaying)}>
          {isPlaying ? text.replay.pause : text.replay.play}
        </button>
        <button type="button" onClick={() => go(at + 1)} disabled={at === last}>
          {text.replay.forward}
        </button>
        <button type="button" disabled={before === null} onClick={() => before !== null && go(before)}>
          {text.replay.costlyBefore}
        </button>
        <button
          type="button"
          data-testid="replay-costly"
          disabled={after === null}
          onClick={() => after !== null && go(after)}
        >
          {text.replay.costlyAfter}
        </button>
      </div>
      <dl class="facts" aria-live={isPlaying ? 'off' : 'polite'} data-testid="replay-now">
        <div>
          <dt>{text.replay.kind}</dt>
          <dd>{text.replay.kinds[line.kind] ?? line.kind}</dd>
        </div>
        <div class="wide">
          <dt>{text.replay.what}</dt>
          <dd>{line.text}</dd>
        </div>
        {event?.kind === 'action' && <Where event={event} />}
        {line.verdict && (
          <div class="wide">
            <dt>{text.replay.verdict}</dt>
            <dd>
              <span class={`chip ${verdictTone[line.verdict.kind]}`}>{verdictName[line.verdict.kind]}</span>{' '}
              {line.verdict.text}
            </dd>
          </div>
        )}
        {costs.get(line.event)?.map((deduction) => (
          <Cost key={deduction.clause + deduction.text} deduction={deduction} />
        ))}
      </dl>
    </section>
  );
}

function Where({ event }: { event: Extract<AttemptEvent, { kind: 'action' }> }) {
  const { selection } = event.data;
  const row = Object.values(selection.row).join('、');
  const places = [...selection.within].reverse().join(' › ');
  return (
    <div class="wide">
      <dt>{text.replay.where}</dt>
      <dd>{[row && text.replay.row(row), places, selection.testid ?? selection.role].filter(Boolean).join(' › ')}</dd>
    </div>
  );
}

function Cost({ deduction }: { deduction: Deduction }) {
  return (
    <div class="wide">
      <dt>{text.deductions.title}</dt>
      <dd>
        <span class="chip bad">{deduction.title}</span> {deduction.text}{' '}
        <strong>−{pointsText(deduction.points)}</strong>
      </dd>
    </div>
  );
}
