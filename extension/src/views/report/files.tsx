import type { ReadonlySignal } from '@preact/signals';
import { pointsText } from '../format.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { DropZone } from '../parts/drop-zone.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { modeName } from '../words.ts';
import type { FileCount, FileLine } from './model.ts';
import { text } from './text.ts';

/** Takes result files by a click or a drop. */
export function FilePicker({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  return (
    <DropZone titleId="files-title" onDrop={(data) => onFiles([...data.files])}>
      {(isOver) => (
        <>
          <h2 id="files-title">{text.files.title}</h2>
          <p class="small soft">{isOver ? text.files.drop : text.files.why}</p>
          <FileButton
            label={text.files.choose}
            testid="files"
            accept=".json,application/json"
            many="files"
            onFiles={onFiles}
          />
        </>
      )}
    </DropZone>
  );
}

/** The opened files, each with what it is worth and what is wrong with it. */
export function FileTable(props: {
  lines: readonly FileLine[];
  count: ReadonlySignal<FileCount>;
  onShow: (line: FileLine) => void;
}) {
  return (
    <section class="card stack" aria-labelledby="table-title">
      <div class="row spread">
        <h2 id="table-title">{text.files.table}</h2>
        <Progress count={props.count} />
      </div>
      <div class="scroll">
        <table class="files" data-testid="files-table">
          <thead>
            <tr>
              <ColumnHeads names={text.files.head} />
              <td />
            </tr>
          </thead>
          <tbody>
            {props.lines.map((line) => (
              <FileRow key={line.index} line={line} onShow={props.onShow} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Progress({ count }: { count: ReadonlySignal<FileCount> }) {
  const { total, verified, faulty } = count.value;
  const done = verified + faulty;
  const isDone = done === total;
  return (
    <div class="row">
      {!isDone && <progress max={total} value={done} aria-label={text.files.table} />}
      <p role="status" class="number" data-testid="files-progress" data-done={isDone}>
        {text.files.progress(done, total)}
        {isDone && `，${text.files.summary(verified, faulty)}`}
      </p>
    </div>
  );
}

function FileRow({ line, onShow }: { line: FileLine; onShow: (line: FileLine) => void }) {
  const result = line.result.value;
  return (
    <tr data-file={result ? line.name : undefined} data-verified={result?.verified} data-checksum={result?.checksum}>
      <th scope="row" class="name">
        {line.name}
      </th>
      <td class="short">{result?.student}</td>
      <td>{result?.lesson}</td>
      <td class="short">{result?.mode && modeName[result.mode]}</td>
      <td class="number" data-testid="file-score">
        {result?.score !== undefined && pointsText(result.score)}
      </td>
      <td>
        {result?.verified && <span class="chip good">✓ {text.files.good}</span>}
        {result && !result.verified && (
          <ul class="faults">
            {result.faults.map((fault) => (
              <li key={fault.code + fault.text}>{fault.text}</li>
            ))}
          </ul>
        )}
      </td>
      <td>{result?.code && <code data-testid="file-code">{result.code}</code>}</td>
      <td>{result?.checksum && <code data-testid="file-checksum">{result.checksum}</code>}</td>
      <td class="short">
        {result?.score !== undefined && (
          <button
            type="button"
            class="plain"
            aria-label={`${text.files.show} ${line.name}`}
            onClick={() => onShow(line)}
          >
            {text.files.show}
          </button>
        )}
      </td>
    </tr>
  );
}
