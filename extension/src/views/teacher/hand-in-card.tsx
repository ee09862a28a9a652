import { DropZone } from '../parts/drop-zone.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { VirtualTable } from '../parts/virtual-table.tsx';
import type { HandIn, TeacherActions } from './model.ts';
import { text } from './text.ts';

/** Takes files, folders and zips, and tells what became of each. */
export function HandInCard({ state, actions }: { state: HandIn | null; actions: TeacherActions }) {
  const isRunning = state?.isRunning ?? false;
  return (
    <>
      <DropZone titleId="hand-in-title" onDrop={(data) => !isRunning && actions.dropped(data)}>
        {(isOver) => (
          <>
            <h2 id="hand-in-title">{text.handIn.title}</h2>
            <p class="small soft">{isOver ? text.handIn.drop : text.handIn.why}</p>
            <div class="row">
              <FileButton
                label={text.handIn.files}
                testid="hand-in-files"
                accept=".json,.zip,application/json,application/zip"
                many="files"
                isPrimary
                isDisabled={isRunning}
                onFiles={actions.handIn}
              />
              <FileButton
                label={text.handIn.folder}
                testid="hand-in-folder"
                many="folder"
                isDisabled={isRunning}
                onFiles={actions.handIn}
              />
            </div>
            {state && <Progress state={state} />}
          </>
        )}
      </DropZone>
      {state && state.refused.length > 0 && (
        <section class="card stack" aria-labelledby="refused-title">
          <h2 id="refused-title">{text.handIn.refused}</h2>
          <VirtualTable
            label={text.handIn.refused}
            testid="refused"
            heads={text.handIn.refusedHead}
            rows={state.refused.map((file, index) => ({ ...file, index }))}
            rowKey={({ index }) => String(index)}
            cells={({ name, faults }) => (
              <>
                <th scope="row">{name}</th>
                <td class="bad-text">{faults.map((fault) => fault.text).join('；')}</td>
              </>
            )}
          />
        </section>
      )}
    </>
  );
}

function Progress({ state }: { state: HandIn }) {
  const bad = state.refused.length;
  const done = state.good + bad;
  return (
    <>
      <div class="row">
        {state.isRunning && (
          <progress
            aria-label={text.handIn.title}
            {...(state.total === null ? {} : { max: Math.max(state.total, done), value: done })}
          />
        )}
        <p role="status" class="number" data-testid="hand-in-progress" data-done={!state.isRunning}>
          {state.isRunning ? text.handIn.progress(done, state.total) : text.handIn.sum(state.good, bad)}
        </p>
      </div>
      {state.stopped !== null && (
        <p class="note bad" role="alert">
          {text.handIn.stopped(state.stopped)}
        </p>
      )}
    </>
  );
}
