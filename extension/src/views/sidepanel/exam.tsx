import type { Ticket } from 'fixtures';
import { ticketCode } from '../../core/exam/ticket.ts';
import { dateText } from '../format.ts';
import { FileButton } from '../parts/file-button.tsx';
import type { AttemptSummary, Choice } from './model.ts';
import { text } from './text.ts';

/** The exam that a teacher has set: its file is opened here, its lessons are begun here. */
export function Exam(props: {
  ticket: Ticket | null | undefined;
  attempts: readonly AttemptSummary[];
  isBusy: boolean;
  onOpen: (file: File) => void;
  onStart: (choice: Choice) => void;
}) {
  const { ticket } = props;
  return (
    <section class="card stack" aria-labelledby="exam-title" data-testid="exam">
      <h2 id="exam-title">{text.exam.title}</h2>
      {ticket ? <Paper {...props} ticket={ticket} /> : <p class="small soft">{text.exam.none}</p>}
      <FileButton
        label={ticket ? text.exam.another : text.exam.open}
        testid="ticket-file"
        accept=".json,application/json"
        onFiles={([file]) => file && props.onOpen(file)}
      />
    </section>
  );
}

function Paper(props: {
  ticket: Ticket;
  attempts: readonly AttemptSummary[];
  isBusy: boolean;
  onStart: (choice: Choice) => void;
}) {
  const { ticket, attempts } = props;
  const isDone = (lesson: string) =>
    attempts.some((one) => one.ticket === ticket.nonce && one.lesson === lesson && one.outcome?.reason !== 'abandoned');
  return (
    <>
      <p>
        <strong>{ticket.title}</strong>
        <br />
        <span class="small soft number">{text.exam.window(dateText(ticket.opens), dateText(ticket.closes))}</span>
      </p>
      <p class="small">
        <span class="soft">{text.exam.code}</span> <code data-testid="ticket-code">{ticketCode(ticket)}</code>
      </p>
      <ul class="stack">
        {ticket.lessons.map(({ pack, lesson, title }) => (
          <li class="row spread" key={`${pack}/${lesson}`}>
            {title}
            {isDone(lesson) ? (
              <span class="chip good">{text.exam.done}</span>
            ) : (
              <button
                type="button"
                class="primary"
                data-testid="start-ticket"
                disabled={props.isBusy}
                aria-label={`${text.exam.start}：${title}`}
                onClick={() => props.onStart({ pack, lesson, mode: 'exam', ticket: ticket.nonce })}
              >
                {text.exam.start}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="small soft">{text.exam.limit(ticket.minutes)}</p>
    </>
  );
}
