import type { Grade } from '../../core/assess/grade.ts';
import { clockText } from '../format.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { verdictName, verdictTone } from '../words.ts';
import { lineId } from './steps.tsx';
import { text } from './text.ts';

/** Every event of the log in order, with its verdict. */
export function Timeline({ grade }: { grade: Grade }) {
  return (
    <section class="card stack" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{text.timeline.title}</h2>
      <div class="scroll">
        <table class="timeline" data-testid="timeline">
          <thead>
            <tr>
              <ColumnHeads names={text.timeline.head} />
            </tr>
          </thead>
          <tbody>
            {grade.timeline.map(({ event, seq, at, text: what, kind, verdict }) => (
              <tr key={event} id={lineId(event)} data-kind={kind}>
                <td class="number">{seq}</td>
                <td class="number">{clockText(at)}</td>
                <td class="what">{what}</td>
                <td>
                  {verdict && (
                    <>
                      <span class={`chip ${verdictTone[verdict.kind]}`}>{verdictName[verdict.kind]}</span>{' '}
                      <span class="small">{verdict.text}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
