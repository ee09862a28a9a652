import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { distribution, hardestSteps, type SlipPicture, type StepPicture, slips } from '../../core/school/picture.ts';
import { finalScore, type ResultDetail, type ResultRow } from '../../core/school/result-row.ts';
import { clockText, percent, pointsText } from '../format.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { ExamChoice } from './exam-choice.tsx';
import type { TeacherActions, TeacherModel } from './model.ts';
import { text } from './text.ts';

/** Links that a cell opens at most: a list of thousands helps nobody. */
const MOST_LINKS = 200;

interface Props {
  model: TeacherModel;
  actions: TeacherActions;
}

/** How a class did: scores, steps, mistakes; each opens down to the reports it counts. */
export function PicturePage({ model, actions }: Props) {
  if (model.place.value.class === '') return <p class="card">{text.needClass}</p>;
  const results = model.results.value;
  const details = model.details.value;
  return (
    <>
      <ExamChoice model={model} actions={actions} />
      {(!results || !details) && <p role="status">{text.loading}</p>}
      {results?.length === 0 && <p class="card soft">{text.picture.empty}</p>}
      {results && details && results.length > 0 && (
        <Pictures results={results} details={details} model={model} actions={actions} />
      )}
    </>
  );
}

/** Opens a list of reports. */
type Open = (
  attempts: readonly { attempt: string; text?: string; event?: string | null }[],
  summary: string,
) => ComponentChildren;

function Pictures(props: Props & { results: readonly ResultRow[]; details: readonly ResultDetail[] }) {
  const { results, details, actions } = props;
  const pupils = props.model.pupils.value;
  const names = useMemo(() => {
    const byAccount = new Map(pupils?.map(({ account, name }) => [account, name]));
    return new Map(results.map(({ attempt, account }) => [attempt, byAccount.get(account) ?? account]));
  }, [results, pupils]);
  const steps = useMemo(() => hardestSteps(details), [details]);
  const mistakes = useMemo(() => slips(details), [details]);
  const open: Open = (attempts, summary) =>
    attempts.length > 0 && (
      <details>
        <summary>{summary}</summary>
        <ul class="links">
          {attempts.slice(0, MOST_LINKS).map((one) => (
            <li key={`${one.attempt} ${one.text}`}>
              <a href={actions.report(one.attempt, one.event)} target="_blank" rel="noopener">
                {names.get(one.attempt)}
              </a>
              {one.text && <span class="small soft"> {one.text}</span>}
            </li>
          ))}
        </ul>
      </details>
    );
  return (
    <>
      <Scores results={results} open={open} />
      <Steps steps={steps} open={open} />
      <Slips mistakes={mistakes} open={open} />
    </>
  );
}

function Table(props: {
  title: string;
  id: string;
  heads: readonly string[];
  more?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="card stack" aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>
        {props.title} {props.more && <span class="small soft">{props.more}</span>}
      </h2>
      <div class="scroll">
        <table data-testid={props.id}>
          <thead>
            <tr>
              <ColumnHeads names={props.heads} />
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </div>
    </section>
  );
}

function Share({ value }: { value: number }) {
  return (
    <span class="share">
      <span class="bar" aria-hidden="true">
        <i style={{ width: `${100 * value}%` }} />
      </span>
      <span class="number">{percent(value)}%</span>
    </span>
  );
}

function Scores({ results, open }: { results: readonly ResultRow[]; open: Open }) {
  const scores = results.map(finalScore).sort((a, b) => a - b);
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  const middle = scores.length / 2;
  const median = ((scores[Math.ceil(middle) - 1] ?? 0) + (scores[Math.floor(middle)] ?? 0)) / 2;
  const inBin = (bin: number) =>
    results.filter((row) => Math.min(9, Math.floor(finalScore(row) / 10)) === bin).map(({ attempt }) => ({ attempt }));
  return (
    <Table
      id="scores"
      title={text.picture.scores}
      more={text.picture.summary(scores.length, pointsText(mean), pointsText(median))}
      heads={text.picture.scoresHead}
    >
      {distribution(scores).map((count, bin) => (
        <tr key={text.picture.range(bin * 10)}>
          <th scope="row" class="number">
            {text.picture.range(bin * 10)}
          </th>
          <td class="number">{count === 0 ? 0 : open(inBin(bin), text.picture.people(count))}</td>
          <td>
            <Share value={count / scores.length} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Steps({ steps, open }: { steps: readonly StepPicture[]; open: Open }) {
  return (
    <Table id="hard-steps" title={text.picture.steps} heads={text.picture.stepsHead}>
      {steps.map((step) => (
        <tr key={step.id} data-step={step.id}>
          <th scope="row">
            {step.title} <span class="small soft">{step.id}</span>
          </th>
          <td>
            <Share value={step.share} />
          </td>
          <td>
            <Share value={step.firstRight / step.count} />
          </td>
          <td class="number">{pointsText(step.tries / step.count)}</td>
          <td class="number">{step.ms > 0 && clockText(step.ms)}</td>
          <td>
            {open(
              step.attempts.map((attempt) => ({ attempt })),
              text.picture.who(step.attempts.length),
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Slips({ mistakes, open }: { mistakes: readonly SlipPicture[]; open: Open }) {
  return (
    <Table id="slip-list" title={text.picture.slips} heads={text.picture.slipsHead}>
      {mistakes.length === 0 && (
        <tr>
          <td colSpan={4}>{text.picture.none}</td>
        </tr>
      )}
      {mistakes.map(({ title, points, cases }) => (
        <tr key={title}>
          <th scope="row">{title}</th>
          <td class="number">{cases.length}</td>
          <td class="number">−{pointsText(points)}</td>
          <td>{open(cases, text.picture.all(cases.length))}</td>
        </tr>
      ))}
    </Table>
  );
}
