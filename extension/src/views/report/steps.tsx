import type { Grade } from '../../core/assess/grade.ts';
import { clockText, pointsText } from '../format.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { text } from './text.ts';

const TONE: Record<Grade['steps'][number]['verdict'], string> = {
  correct: 'good',
  corrected: 'warn',
  faulty: 'bad',
  missing: 'bad',
};

/** Id of a line of the timeline, for links to it. */
export function lineId(event: string): string {
  return `event-${event}`;
}

/** Every step with its points and a link to what they rest on. */
export function Steps({ grade }: { grade: Grade }) {
  const seqOf = new Map(grade.timeline.map((line) => [line.event, line.seq]));
  return (
    <section class="card stack" aria-labelledby="steps-title">
      <h2 id="steps-title">{text.steps.title}</h2>
      <div class="scroll">
        <table data-testid="steps">
          <thead>
            <tr>
              <th scope="col">#</th>
              <ColumnHeads names={text.steps.head} />
            </tr>
          </thead>
          <tbody>
            {grade.steps.map((step, i) => {
              const event = step.evidence.at(-1);
              const seq = event === undefined ? undefined : seqOf.get(event);
              return (
                <tr key={step.id} data-step={step.id}>
                  <td class="number">{i + 1}</td>
                  <th scope="row">{step.title}</th>
                  <td>
                    <span class={`chip ${TONE[step.verdict]}`}>{text.steps.verdict[step.verdict]}</span>
                  </td>
                  <td class="number">
                    {pointsText(step.points)} / {pointsText(step.max)}
                  </td>
                  <td class="number">{step.tries}</td>
                  <td class="number">{text.steps.hint(step.hints)}</td>
                  <td class="number">{step.ms > 0 ? clockText(step.ms) : text.steps.none}</td>
                  <td>
                    {event !== undefined && seq !== undefined ? (
                      <a href={`#${lineId(event)}`}>{text.steps.evidence(seq)}</a>
                    ) : (
                      text.steps.none
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What was lost, why, and by which clause. */
export function Deductions({ grade }: { grade: Grade }) {
  const total = grade.deductions.reduce((sum, { points }) => sum + Math.round(points * 100), 0) / 100;
  return (
    <section class="card stack" aria-labelledby="deductions-title">
      <div class="row spread">
        <h2 id="deductions-title">{text.deductions.title}</h2>
        {total > 0 && <span class="number soft">{text.deductions.total(pointsText(total))}</span>}
      </div>
      {grade.deductions.length === 0 && <p>{text.deductions.none}</p>}
      <ul class="deductions" data-testid="deductions">
        {grade.deductions.map((one) => (
          <li key={one.clause + one.text + one.event}>
            <span class="chip">{one.title}</span>
            <span>
              {one.text}{' '}
              {one.event !== null && (
                <a class="small" href={`#${lineId(one.event)}`} aria-label={`${text.deductions.evidence}：${one.text}`}>
                  {text.deductions.evidence}
                </a>
              )}
            </span>
            <strong class="number">−{pointsText(one.points)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
