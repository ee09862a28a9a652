import type { Pupil } from '../../core/school/pupil.ts';
import type { RosterChange, RosterFault } from '../../core/school/roster.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { text } from './text.ts';

/** As many names as a glance takes. */
const FEW = 5;

/** What a roster file would change, class by class, before it does. */
export function RosterPreview(props: {
  file: string;
  changes: readonly RosterChange[];
  onReplace: () => void;
  onCancel: () => void;
}) {
  return (
    <div class="stack preview" data-testid="preview">
      <h3>{text.roster.preview(props.file)}</h3>
      <p class="small soft">{text.roster.previewWhy}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <ColumnHeads names={text.roster.previewHead} />
            </tr>
          </thead>
          <tbody>
            {props.changes.map((change) => (
              <tr key={change.class}>
                <th scope="row">{change.class}</th>
                <td class="number">{change.total}</td>
                <td>{names(change.added)}</td>
                <td>{names(change.changed.map(({ to }) => to))}</td>
                <td>{names(change.removed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button type="button" class="primary" data-testid="replace" onClick={props.onReplace}>
          {text.roster.replace}
        </button>
        <button type="button" onClick={props.onCancel}>
          {text.roster.cancel}
        </button>
      </div>
    </div>
  );
}

function names(pupils: readonly Pupil[]): string {
  if (pupils.length === 0) return text.roster.nobody;
  const few = pupils.slice(0, FEW).map(({ name }) => name);
  return few.join('、') + (pupils.length > FEW ? ` ${text.roster.more(pupils.length)}` : '');
}

/** What is wrong with a roster file, by line. */
export function RosterFaults({ file, faults }: { file: string; faults: readonly RosterFault[] }) {
  return (
    <div class="note bad stack" role="alert" data-testid="roster-faults">
      <strong>
        {file}：{text.roster.faults(faults.length)}
      </strong>
      <ul class="reasons">
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.text}`}>
            {text.roster.line(fault.line)}：{fault.text}
          </li>
        ))}
      </ul>
      <p>{text.roster.faultsWhy}</p>
    </div>
  );
}
