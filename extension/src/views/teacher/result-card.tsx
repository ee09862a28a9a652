import { useState } from 'preact/hooks';
import type { Deduction } from '../../core/assess/score.ts';
import { finalScore, type ResultDetail, type ResultRow } from '../../core/school/result-row.ts';
import { deductionKey, type Ruling, returnedBy } from '../../core/school/ruling.ts';
import { dateText, pointsText } from '../format.ts';
import type { TeacherActions } from './model.ts';
import { text } from './text.ts';

/** One result with its deductions; each may be overruled with a reason, and every ruling stays to be seen. */
export function ResultCard(props: {
  row: ResultRow;
  detail: ResultDetail;
  rulings: readonly Ruling[];
  actions: TeacherActions;
}) {
  const { row, detail, rulings, actions } = props;
  const returned = returnedBy(rulings);
  const [open, setOpen] = useState<string | null>(null);
  const id = `result-${row.attempt}`;
  return (
    <section class="card stack" aria-labelledby={id} data-testid="sheet-result">
      <div class="row spread">
        <h2 id={id}>
          {row.title}{' '}
          <span class="number" data-testid="final-score">
            {pointsText(finalScore(row))}
          </span>
          {finalScore(row) !== row.score && (
            <span class="small soft"> {text.ruling.before(pointsText(row.score))}</span>
          )}
        </h2>
        <a class="no-print" href={actions.report(row.attempt)} target="_blank" rel="noopener">
          {text.ruling.report}
        </a>
      </div>
      {detail.deductions.length === 0 && <p>{text.picture.none}</p>}
      <ul class="rulings">
        {detail.deductions.map((deduction) => {
          const key = deductionKey(deduction);
          return (
            <Line
              key={key}
              deduction={deduction}
              isReturned={returned.has(key)}
              rulings={rulings.filter((one) => one.deduction === key)}
              isOpen={open === key}
              onOpen={() => setOpen(open === key ? null : key)}
              onRule={async (reason, evaluator) => {
                const reply = await actions.rule({
                  attempt: row.attempt,
                  deduction: key,
                  isReturned: !returned.has(key),
                  reason,
                  evaluator,
                });
                if (reply.ok) setOpen(null);
                return reply.ok ? null : text.notDone(reply.text);
              }}
              evidence={actions.report(row.attempt, deduction.event)}
            />
          );
        })}
      </ul>
    </section>
  );
}

function Line(props: {
  deduction: Deduction;
  isReturned: boolean;
  rulings: readonly Ruling[];
  isOpen: boolean;
  onOpen: () => void;
  onRule: (reason: string, evaluator: string) => Promise<string | null>;
  evidence: string;
}) {
  const { deduction, isReturned } = props;
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    setFault(field('reason') === '' ? text.ruling.noReason : await props.onRule(field('reason'), field('evaluator')));
  };
  const action = isReturned ? text.ruling.again : text.ruling.overrule;
  return (
    <li>
      <div class="row spread">
        <span class={isReturned ? 'struck' : ''}>
          <span class="chip">{deduction.title}</span> {deduction.text}{' '}
          {deduction.event !== null && (
            <a
              class="small no-print"
              href={props.evidence}
              target="_blank"
              rel="noopener"
              aria-label={`${text.ruling.evidence}：${deduction.text}`}
            >
              {text.ruling.evidence}
            </a>
          )}
        </span>
        <span class="row">
          <strong class="number">{isReturned ? text.ruling.returned : `−${pointsText(deduction.points)}`}</strong>
          <button
            type="button"
            class="plain no-print"
            data-testid="overrule"
            aria-expanded={props.isOpen}
            aria-label={`${action}：${deduction.text}`}
            onClick={props.onOpen}
          >
            {action}
          </button>
        </span>
      </div>
      {props.rulings.map((ruling) => (
        <p class="small soft" key={ruling.at}>
          {text.ruling.line(dateText(ruling.at), ruling.evaluator, ruling.isReturned, ruling.reason)}
        </p>
      ))}
      {props.isOpen && (
        <form class="row ruling" onSubmit={submit} noValidate>
          <label>
            {text.ruling.reason}
            <input name="reason" maxLength={200} required data-testid="ruling-reason" />
          </label>
          <label>
            {text.sheet.evaluator}
            <input name="evaluator" maxLength={64} />
          </label>
          <button type="submit" class="primary" data-testid="ruling-save">
            {action}
          </button>
          {fault && (
            <p class="note bad" role="alert">
              {fault}
            </p>
          )}
        </form>
      )}
    </li>
  );
}
