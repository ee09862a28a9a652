import { useState } from 'preact/hooks';
import type { Reply } from '../../core/ports.ts';
import {
  blankEvaluation,
  type Evaluation,
  evaluationFaults,
  PARTIES,
  type Party,
  suggested,
  sumOf,
  TABLES,
  tableOf,
  totalOf,
} from '../../core/school/evaluation.ts';
import { pointsText } from '../format.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { text } from './text.ts';

/** The course's evaluation table to fill in, in its own layout. What is typed is saved by a click. */
export function EvaluationForm(props: {
  exam: string;
  saved: Evaluation;
  /** 存在的主要问题 as the deductions tell it. */
  problems: string;
  /** Mean of the exam, of 100; null without a result. */
  score: number | null;
  onSave: (evaluation: Evaluation) => Promise<Reply>;
}) {
  const [sheet, setSheet] = useState(props.saved);
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null);
  const table = tableOf(sheet.table);
  const hints = props.score === null ? null : suggested(table, props.score);
  const change = (more: Partial<Evaluation>) => {
    setSheet({ ...sheet, ...more });
    setSaid(null);
  };
  const mark = (party: Party, index: number, value: string) =>
    change({
      marks: {
        ...sheet.marks,
        [party]: sheet.marks[party].map((old, i) => (i === index ? (value === '' ? null : Number(value)) : old)),
      },
    });
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const faults = evaluationFaults(sheet);
    if (faults.length > 0) return setSaid({ text: faults.join('；'), isBad: true });
    const reply = await props.onSave(sheet);
    setSaid(reply.ok ? { text: text.sheet.saved, isBad: false } : { text: text.notDone(reply.text), isBad: true });
  };
  const total = totalOf(sheet);

  return (
    <form class="card stack sheet" onSubmit={save} noValidate aria-labelledby="sheet-title" data-testid="sheet">
      <div class="row spread">
        <h2 id="sheet-title">{text.sheet.title(table.id, table.title)}</h2>
        <label class="row choose no-print">
          <span class="small soft">{text.sheet.table}</span>
          <select
            value={sheet.table}
            data-testid="sheet-table"
            onChange={(event) => {
              const id = TABLES.find((one) => one.id === event.currentTarget.value)?.id ?? sheet.table;
              const { marks } = blankEvaluation({ ...sheet, table: id }, '');
              change({ table: id, marks });
            }}
          >
            {TABLES.map(({ id, title }) => (
              <option key={id} value={id}>
                {id} {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="row">
        <span>
          {text.exam.label}：{props.exam}
        </span>
        <span class="soft">{text.sheet.way}</span>
        {[true, false].map((isGroupWork) => (
          <label class="check" key={String(isGroupWork)}>
            <input
              type="radio"
              name="way"
              checked={sheet.isGroupWork === isGroupWork}
              onChange={() => change({ isGroupWork })}
            />
            {isGroupWork ? text.sheet.inGroup : text.sheet.alone}
          </label>
        ))}
      </p>
      <div class="scroll">
        <table data-testid="marks">
          <thead>
            <tr>
              <ColumnHeads names={[...text.sheet.head, ...PARTIES.map((party) => text.sheet.party[party])]} />
            </tr>
          </thead>
          <tbody>
            {table.items.map(({ title, max }, i) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td class="number">{max}</td>
                <td class="number">{hints && pointsText(hints[i] ?? 0)}</td>
                {PARTIES.map((party) => (
                  <td key={party}>
                    <input
                      type="number"
                      min={0}
                      max={max}
                      step="any"
                      aria-label={`${text.sheet.party[party]}：${title}`}
                      value={sheet.marks[party][i] ?? ''}
                      onInput={(event) => mark(party, i, event.currentTarget.value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{text.sheet.sum}</th>
              <td class="number">100</td>
              <td class="number">{props.score !== null && pointsText(props.score)}</td>
              {PARTIES.map((party) => {
                const sum = sumOf(sheet, party);
                return (
                  <td key={party} class="number">
                    {sum !== null && pointsText(sum)}
                  </td>
                );
              })}
            </tr>
            <tr>
              <th scope="row">{text.sheet.weight}</th>
              <td colSpan={2} />
              {PARTIES.map((party) => (
                <td key={party}>
                  <span class="row percent">
                    <input
                      type="number"
                      min={0}
                      max={100}
                      step="any"
                      aria-label={`${text.sheet.party[party]}：${text.sheet.weight}`}
                      value={sheet.weights[party]}
                      onInput={(event) =>
                        change({ weights: { ...sheet.weights, [party]: Number(event.currentTarget.value) } })
                      }
                    />
                    %
                  </span>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        {text.sheet.total} <strong data-testid="total">{total === null ? text.sheet.open : total.toFixed(1)}</strong>
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={sheet.isGroupByTeacher}
          onChange={(event) => change({ isGroupByTeacher: event.currentTarget.checked })}
        />
        {text.sheet.groupByTeacher}
      </label>
      <label class="stack">
        {text.sheet.problems}
        <textarea
          rows={3}
          maxLength={2000}
          data-testid="problems"
          value={sheet.problems}
          onInput={(event) => change({ problems: event.currentTarget.value })}
        />
      </label>
      <label class="evaluator">
        {text.sheet.evaluator}
        <input
          maxLength={64}
          value={sheet.evaluator}
          onInput={(event) => change({ evaluator: event.currentTarget.value })}
        />
      </label>
      <div class="row no-print">
        <button type="submit" class="primary" data-testid="save-sheet">
          {text.sheet.save}
        </button>
        {hints && (
          <button
            type="button"
            data-testid="take-suggestion"
            onClick={() => change({ marks: { ...sheet.marks, teacher: hints } })}
          >
            {text.sheet.take}
          </button>
        )}
        <button type="button" onClick={() => change({ problems: props.problems })}>
          {text.sheet.refill}
        </button>
      </div>
      <p class="small soft no-print">{text.sheet.suggestionWhy}</p>
      <p role="status" class={said ? `note ${said.isBad ? 'bad' : 'good'}` : 'sr-only'} data-testid="sheet-said">
        {said?.text}
      </p>
    </form>
  );
}
