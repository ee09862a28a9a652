import { useState } from 'preact/hooks';
import { dateText, pointsText } from '../format.ts';
import { endName, modeName } from '../words.ts';
import type { AttemptSummary } from './model.ts';
import { text } from './text.ts';

/** As many as fit without scrolling far. */
const FEW = 5;

/** What the student has done, the newest first. */
export function Results(props: {
  attempts: readonly AttemptSummary[];
  page: (path: string) => string;
  onExport: (attempt: string) => void;
}) {
  const { attempts } = props;
  const [isWhole, setWhole] = useState(false);
  return (
    <section class="card stack" aria-labelledby="results-title">
      <div class="row spread">
        <h2 id="results-title">{text.results.title}</h2>
        <a class="small" href={props.page('/report.html')} target="_blank" rel="noopener">
          {text.results.open}
        </a>
      </div>
      {attempts.length === 0 && <p class="soft small">{text.results.empty}</p>}
      <ul class="results">
        {(isWhole ? attempts : attempts.slice(0, FEW)).map((attempt) => (
          <Result key={attempt.id} attempt={attempt} {...props} />
        ))}
      </ul>
      {!isWhole && attempts.length > FEW && (
        <button type="button" class="plain" onClick={() => setWhole(true)}>
          {text.results.all(attempts.length)}
        </button>
      )}
    </section>
  );
}

function Result(props: {
  attempt: AttemptSummary;
  page: (path: string) => string;
  onExport: (attempt: string) => void;
}) {
  const { attempt } = props;
  const { outcome } = attempt;
  // Guided lessons teach and demos show; there are no points to tell.
  const isScored = attempt.mode === 'practice' || attempt.mode === 'exam';
  const what = `${modeName[attempt.mode]}「${attempt.title}」${dateText(attempt.startedAt)}`;
  return (
    <li class="row spread" data-testid="result" data-attempt={attempt.id}>
      <span>
        <span class="chip">{modeName[attempt.mode]}</span> {attempt.title}
        <br />
        <span class="small soft number">{dateText(attempt.startedAt)} </span>
        <span class="small">
          {outcome
            ? [endName[outcome.reason], ...(isScored ? [text.results.points(pointsText(outcome.score))] : [])].join(
                ' · ',
              )
            : text.results.running}
        </span>
      </span>
      <span class="row">
        {outcome && (
          <a
            href={props.page(`/report.html?attempt=${attempt.id}`)}
            target="_blank"
            rel="noopener"
            aria-label={`${text.results.report}：${what}`}
          >
            {text.results.report}
          </a>
        )}
        <button
          type="button"
          class="plain"
          data-testid="export"
          aria-label={`${text.results.export}：${what}`}
          onClick={() => props.onExport(attempt.id)}
        >
          {text.results.export}
        </button>
      </span>
    </li>
  );
}
