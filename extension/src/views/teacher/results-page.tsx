import { useMemo } from 'preact/hooks';
import type { GradebookRow, LessonColumn } from '../../core/school/gradebook.ts';
import { gradebookTable, lateMinutes } from '../../core/school/gradebook-table.ts';
import { finalScore, PRACTICE } from '../../core/school/result-row.ts';
import { clockText, pointsText } from '../format.ts';
import { VirtualTable } from '../parts/virtual-table.tsx';
import { ExamChoice } from './exam-choice.tsx';
import { HandInCard } from './hand-in-card.tsx';
import { Link } from './link.tsx';
import type { TeacherActions, TeacherModel } from './model.ts';
import { bookOf, examTitle } from './scope.ts';
import { text } from './text.ts';

interface Props {
  model: TeacherModel;
  actions: TeacherActions;
}

/** Taking results in, and the gradebook they make. */
export function ResultsPage({ model, actions }: Props) {
  if (model.place.value.class === '') return <p class="card">{text.needClass}</p>;
  return (
    <>
      <ExamChoice model={model} actions={actions} />
      <HandInCard state={model.handIn.value} actions={actions} />
      <Gradebook model={model} actions={actions} />
    </>
  );
}

function Gradebook({ model, actions }: Props) {
  const { place, results, pupils, tickets } = model;
  const book = useMemo(() => bookOf(model), [place.value, results.value, pupils.value, tickets.value]);
  const className = place.value.class;
  return (
    <section class="card stack" aria-labelledby="book-title">
      <div class="row spread">
        <h2 id="book-title">
          {text.book.title}{' '}
          {book && (
            <span class="small soft" data-testid="book-summary">
              {summary(book.rows)}
            </span>
          )}
        </h2>
        {book && <Exports model={model} actions={actions} rows={book.rows} lessons={book.lessons} />}
      </div>
      {!book && <p role="status">{text.loading}</p>}
      {book?.rows.length === 0 && <p class="soft">{text.roster.empty}</p>}
      {book && book.rows.length > 0 && (
        <VirtualTable
          label={`${className} ${text.book.title}`}
          testid="gradebook"
          heads={headsOf(book.lessons)}
          rows={book.rows}
          rowKey={({ pupil }) => pupil.account}
          cells={(row) => (
            <Cells row={row} lessons={book.lessons} actions={actions} isExam={place.value.ticket !== PRACTICE} />
          )}
        />
      )}
    </section>
  );
}

function headsOf(lessons: readonly LessonColumn[]): string[] {
  const { account, name, group, total, ms, late, flags } = text.book.head;
  return [account, name, group, ...lessons.map(({ title }) => title), total, ms, late, flags];
}

function Cells(props: {
  row: GradebookRow;
  lessons: readonly LessonColumn[];
  actions: TeacherActions;
  isExam: boolean;
}) {
  const { pupil, results, spare, total } = props.row;
  const late = lateMinutes(results);
  const ms = results.reduce((sum, row) => sum + (row?.ms ?? 0), 0);
  const flags = results.reduce((sum, row) => sum + (row?.flags.length ?? 0), 0);
  const notes = [
    ...results.flatMap((row) => (row && text.book.ended[row.ended]) ?? []),
    ...(spare.length > 0 ? [props.isExam ? text.book.spare(spare.length) : text.book.spareBest(spare.length)] : []),
    ...(flags > 0 ? [text.book.flagged(flags)] : []),
  ];
  return (
    <>
      <th scope="row" class="number">
        {pupil.account}
      </th>
      <td>
        <Link to={{ view: 'sheet', account: pupil.account }} actions={props.actions}>
          {pupil.name}
        </Link>
      </td>
      <td>{pupil.group}</td>
      {results.map((row, i) => (
        <td class="number" key={`${props.lessons[i]?.pack}/${props.lessons[i]?.lesson}`}>
          {row ? (
            <a
              href={props.actions.report(row.attempt)}
              target="_blank"
              rel="noopener"
              aria-label={`${text.book.report(pupil.name, row.title)}：${pointsText(finalScore(row))}`}
            >
              {pointsText(finalScore(row))}
            </a>
          ) : (
            <span class="soft">{text.book.missing}</span>
          )}
        </td>
      ))}
      <td class="number">
        <strong>{total !== null && pointsText(total)}</strong>
      </td>
      <td class="number">{ms > 0 && clockText(ms)}</td>
      <td class="number">{late !== null && late > 0 && text.book.late(late)}</td>
      <td class="small">{notes.join('；')}</td>
    </>
  );
}

function summary(rows: readonly GradebookRow[]): string {
  const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]));
  const mean = totals.length === 0 ? null : totals.reduce((a, b) => a + b, 0) / totals.length;
  return text.book.summary(totals.length, rows.length, mean === null ? null : pointsText(mean));
}

function Exports(props: Props & { rows: readonly GradebookRow[]; lessons: readonly LessonColumn[] }) {
  const { model, actions, rows, lessons } = props;
  const name = text.book.file(model.place.value.class, examTitle(model));
  const exporting = model.exporting.value;
  const isEmpty = model.results.value?.length === 0;
  return (
    <div class="row no-print">
      {exporting !== null && <progress max={1} value={exporting} aria-label={text.book.exporting} />}
      <button
        type="button"
        data-testid="export-csv"
        disabled={isEmpty}
        onClick={() => actions.saveCsv(name, gradebookTable(rows, lessons, finalScore))}
      >
        {text.book.csv}
      </button>
      <button
        type="button"
        data-testid="export-xlsx"
        disabled={isEmpty}
        onClick={() => void actions.saveXlsx(name, gradebookTable(rows, lessons, finalScore))}
      >
        {text.book.xlsx}
      </button>
      <button
        type="button"
        data-testid="export-datashop"
        title={text.book.datashopWhy}
        disabled={isEmpty || exporting !== null}
        onClick={() => void actions.saveDatashop(name)}
      >
        {text.book.datashop}
      </button>
    </div>
  );
}
