import { blankEvaluation, problemsFrom } from '../../core/school/evaluation.ts';
import { finalScore } from '../../core/school/result-row.ts';
import { deductionKey, returnedBy } from '../../core/school/ruling.ts';
import { EvaluationForm } from './evaluation-form.tsx';
import { Link } from './link.tsx';
import type { TeacherActions, TeacherModel } from './model.ts';
import { ResultCard } from './result-card.tsx';
import { examTitle } from './scope.ts';
import { text } from './text.ts';

/** One student under an exam: results with rulings, and the course's evaluation table, on one sheet of paper. */
export function SheetPage({ model, actions }: { model: TeacherModel; actions: TeacherActions }) {
  const { class: name, ticket, account } = model.place.value;
  const sheet = model.sheet.value;
  const pupils = model.pupils.value;
  const pupil = pupils?.find((one) => one.account === account);
  if (!pupils || !sheet) return <p role="status">{text.loading}</p>;
  if (!pupil) return <p class="card">{text.sheet.nobody}</p>;
  const standing = sheet.results.flatMap(({ detail, rulings }) => {
    const returned = returnedBy(rulings);
    return detail.deductions.filter((one) => !returned.has(deductionKey(one)));
  });
  const blank = blankEvaluation({ class: name, ticket, account, table: '6-2' }, problemsFrom(standing));
  const scores = sheet.results.map(({ row }) => finalScore(row));
  const mean = scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length;
  const next = pupils[pupils.indexOf(pupil) + 1];
  return (
    <>
      <div class="row spread">
        <h2>
          {pupil.name} <span class="small soft">{[account, name, pupil.group].filter(Boolean).join(' · ')}</span>
        </h2>
        <div class="row no-print">
          <Link to={{ view: 'results', account: '' }} actions={actions} class="button">
            {text.sheet.back}
          </Link>
          {next && (
            <Link to={{ account: next.account }} actions={actions} class="button" testid="next-pupil">
              {text.sheet.next(next.name)}
            </Link>
          )}
          <button type="button" onClick={actions.print}>
            {text.slips.print}
          </button>
        </div>
      </div>
      <EvaluationForm
        key={`${ticket} ${account}`}
        exam={examTitle(model)}
        saved={sheet.evaluation ?? blank}
        problems={blank.problems}
        score={mean}
        onSave={actions.saveEvaluation}
      />
      {sheet.results.length === 0 && <p class="card soft">{text.sheet.noResults}</p>}
      {sheet.results.map((result) => (
        <ResultCard key={result.row.attempt} {...result} actions={actions} />
      ))}
    </>
  );
}
