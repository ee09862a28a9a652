import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Reply } from '../../core/ports.ts';
import { FilePicker, FileTable } from './files.tsx';
import { Flags, Mastery } from './mastery.tsx';
import type { FileCount, FileLine, Report } from './model.ts';
import { Replay } from './replay.tsx';
import { Deductions, Steps } from './steps.tsx';
import { Summary } from './summary.tsx';
import { text } from './text.ts';
import { Timeline } from './timeline.tsx';

/** What the page shows: an attempt, or opened files, or neither yet. */
export interface ReportModel {
  report: Signal<Report | null>;
  files: Signal<readonly FileLine[]>;
  /** How many of the files have been looked at. */
  count: Signal<FileCount>;
  isLoading: Signal<boolean>;
  error: Signal<string | null>;
}

export interface ReportActions {
  open(files: readonly File[]): void;
  /** Shows one of the opened files. */
  show(line: FileLine): void;
  /** Back from a file's report to the list. */
  back(): void;
  /** Downloads the result file; the reply holds its name. */
  exportResult(): Promise<Reply<string>>;
  print(): void;
}

/** The report of one attempt, and of files that students handed in. */
export function ReportPage({ model, actions }: { model: ReportModel; actions: ReportActions }) {
  const report = model.report.value;
  const files = model.files.value;
  const error = model.error.value;
  const isIdle = !report && files.length === 0 && !model.isLoading.value && !error;
  return (
    <main class="report stack">
      <header class="row spread">
        <h1 class="row brand">
          <span class="mark" aria-hidden="true">
            练
          </span>
          掌柜陪练 · {text.title}
        </h1>
        {report && <Tools report={report} hasFiles={files.length > 0} actions={actions} />}
      </header>
      {error && (
        <p class="note bad" role="alert">
          {error}
        </p>
      )}
      {model.isLoading.value && <p role="status">{text.loading}</p>}
      {isIdle && (
        <section class="card">
          <h2>{text.none}</h2>
          <p class="soft">{text.noneWhy}</p>
        </section>
      )}
      {report && <Attempt report={report} />}
      {files.length > 0 && !report && <FileTable lines={files} count={model.count} onShow={actions.show} />}
      {(!report || report.source === 'file') && <FilePicker onFiles={actions.open} />}
    </main>
  );
}

function Attempt({ report }: { report: Report }) {
  const { grade } = report;
  return (
    <>
      <Summary report={report} />
      <Flags flags={grade.flags} />
      <div class="columns">
        <Mastery report={report} />
        <Deductions grade={grade} />
      </div>
      <Steps grade={grade} />
      <Replay report={report} />
      <Timeline grade={grade} />
    </>
  );
}

function Tools({ report, hasFiles, actions }: { report: Report; hasFiles: boolean; actions: ReportActions }) {
  const [said, setSaid] = useState<string | null>(null);
  const save = async () => {
    const reply = await actions.exportResult();
    setSaid(reply.ok ? text.exported(reply.value) : reply.text);
  };
  return (
    <div class="row no-print">
      <span role="status" class="small">
        {said}
      </span>
      {hasFiles && (
        <button type="button" onClick={actions.back}>
          {text.files.back}
        </button>
      )}
      <button type="button" onClick={actions.print}>
        {text.print}
      </button>
      {report.source === 'log' && report.grade.ended && (
        <button type="button" class="primary" data-testid="export" onClick={save}>
          {text.export}
        </button>
      )}
    </div>
  );
}
