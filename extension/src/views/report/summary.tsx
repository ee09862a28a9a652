import type { ComponentChildren } from 'preact';
import { clockText, dateText } from '../format.ts';
import { endName, modeName } from '../words.ts';
import type { Report } from './model.ts';
import { ScoreRing } from './score-ring.tsx';
import { text } from './text.ts';

/** Who, what, how much, and what the figures rest on. */
export function Summary({ report }: { report: Report }) {
  const { grade, material } = report;
  const { student } = grade;
  return (
    <section class="card summary" aria-label={text.score}>
      {grade.mode === 'demo' ? (
        <p class="chip" data-testid="uncounted">
          {text.uncounted}
        </p>
      ) : (
        <ScoreRing score={grade.score} max={grade.max} />
      )}
      <div class="stack">
        <h2>
          {grade.title} <span class="chip teal">{modeName[grade.mode]}</span>
        </h2>
        <State report={report} />
        <dl class="facts">
          <Fact name={text.student}>
            {student.name || text.noName} <span class="soft">{student.account}</span>
          </Fact>
          <Fact name={text.began}>{dateText(report.startedAt)}</Fact>
          <Fact name={text.used}>{clockText(grade.ms)}</Fact>
          {grade.ended && <Fact name={text.ended}>{endName[grade.ended]}</Fact>}
          <Fact name={text.rubric}>{material.rubric.title}</Fact>
          <Fact name={text.code}>
            <code data-testid="code">{report.code}</code>
          </Fact>
          <Fact name={text.checksum}>
            <code title={text.checksumWhy} data-testid="checksum">
              {report.checksum}
            </code>
          </Fact>
        </dl>
        {!grade.ended && <p class="note warn">{text.unfinished}</p>}
      </div>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="number">{children}</dd>
    </div>
  );
}

function State({ report }: { report: Report }) {
  if (report.faults.length > 0) {
    return (
      <div class="note bad" data-testid="faults">
        <strong>{text.state.faulty}</strong>
        <ul class="reasons">
          {report.faults.map((fault) => (
            <li key={fault.code + fault.text}>{fault.text}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <p class="row" data-testid="verified">
      <span class="chip good">✓ {report.source === 'file' ? text.state.unchanged : text.state.intact}</span>
      <span class="chip good">✓ {text.state.recomputed}</span>
    </p>
  );
}
