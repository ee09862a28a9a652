import { useState } from 'preact/hooks';
import type { Reply } from '../../core/ports.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Exam } from './exam.tsx';
import { Lessons } from './lessons.tsx';
import type { Choice, PanelActions, PanelModel } from './model.ts';
import { Next } from './next.tsx';
import { Results } from './results.tsx';
import { Ended, Running } from './running.tsx';
import { NoShop, Site } from './shop.tsx';
import { StudentLine } from './student.tsx';
import { text } from './text.ts';

/** The side panel: who learns, what runs, what to learn next, all lessons, all results. */
export function SidePanel({ model, actions }: { model: PanelModel; actions: PanelActions }) {
  const [error, setError] = useState<string | null>(null);
  const [replacing, setReplacing] = useState<{ choice: Choice; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Runs one action; what went wrong stays on the screen until the next one. */
  const run = async (action: () => Promise<Reply>): Promise<Reply> => {
    setBusy(true);
    setError(null);
    const reply = await action();
    setBusy(false);
    if (!reply.ok && !reply.confirm) setError(reply.text);
    return reply;
  };
  const start = async (choice: Choice, replace = false) => {
    const reply = await run(() => actions.start(choice, replace));
    setReplacing(!reply.ok && reply.confirm ? { choice, text: reply.text } : null);
  };

  const view = model.view.value;
  const attempts = model.attempts.value;
  const mastery = model.mastery.value;
  const isRunning = view !== null && !view.ended;
  const who = (
    <StudentLine student={model.student.value} onSave={(student) => run(() => actions.saveStudent(student))} />
  );
  return (
    <main class="panel stack" aria-busy={isBusy}>
      <header class="row spread">
        <h1 class="row">
          <span class="mark" aria-hidden="true">
            练
          </span>
          {text.name}
        </h1>
      </header>
      {!isRunning && who}
      <div role="alert" class="alerts">
        {model.broken.value && <p class="note bad">{text.storeBroken}</p>}
        {error && <p class="note bad">{error}</p>}
        {view?.notice && <p class="note warn">{view.notice}</p>}
      </div>
      {isRunning && (
        <Running
          view={view}
          onHint={() => run(actions.hint)}
          onFinish={() => run(actions.finish)}
          onShop={() => run(actions.showShop)}
        />
      )}
      {isRunning && who}
      {view?.ended && (
        <Ended
          view={view}
          report={actions.page(`/report.html?attempt=${view.attempt}`)}
          isBusy={isBusy}
          onStart={start}
        />
      )}
      {!isRunning && model.shops.value.length === 0 && <NoShop />}
      {attempts && mastery && (
        <>
          {!isRunning && (
            <Exam
              ticket={model.ticket.value}
              attempts={attempts}
              isBusy={isBusy}
              onOpen={(file) => void run(() => actions.openTicket(file))}
              onStart={start}
            />
          )}
          {!isRunning && (
            <Next courses={model.courses} mastery={mastery} attempts={attempts} isBusy={isBusy} onStart={start} />
          )}
          <Lessons
            courses={model.courses}
            mastery={mastery}
            attempts={attempts}
            isBusy={isBusy}
            isOpen={!isRunning}
            onStart={start}
          />
          <Results
            attempts={attempts}
            page={actions.page}
            onExport={(attempt) => run(() => actions.exportResult(attempt))}
          />
        </>
      )}
      <p class="small">
        <a href={actions.page('/teacher.html')} target="_blank" rel="noopener">
          {text.teacher}
        </a>
      </p>
      <Site onAllow={actions.allowSite} />
      {replacing && (
        <Confirm
          title={text.replace.title}
          text={replacing.text}
          yes={text.replace.yes}
          onYes={() => void start(replacing.choice, true)}
          onNo={() => setReplacing(null)}
        />
      )}
    </main>
  );
}
