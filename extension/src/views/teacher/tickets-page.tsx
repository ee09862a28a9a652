import { ticketCode } from '../../core/exam/ticket.ts';
import { dateText } from '../format.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import type { SetExam, TeacherActions, TeacherModel } from './model.ts';
import { text } from './text.ts';
import { TicketForm } from './ticket-form.tsx';

/** Exams of a class: a new one is set above, those set before are listed below. */
export function TicketsPage({ model, actions }: { model: TeacherModel; actions: TeacherActions }) {
  const name = model.place.value.class;
  const tickets = model.tickets.value;
  if (name === '') return <p class="card">{text.needClass}</p>;
  return (
    <>
      <TicketForm key={name} courses={model.courses} actions={actions} />
      <section class="card stack" aria-labelledby="tickets-title">
        <h2 id="tickets-title">{text.tickets.list}</h2>
        {tickets === undefined && <p role="status">{text.loading}</p>}
        {tickets?.length === 0 && <p class="soft">{text.tickets.empty}</p>}
        {tickets && tickets.length > 0 && <TicketTable tickets={tickets} actions={actions} />}
      </section>
    </>
  );
}

function TicketTable({ tickets, actions }: { tickets: readonly SetExam[]; actions: TeacherActions }) {
  return (
    <>
      <div class="scroll">
        <table data-testid="tickets">
          <thead>
            <tr>
              <ColumnHeads names={text.tickets.head} />
              <td />
            </tr>
          </thead>
          <tbody>
            {tickets.map(({ ticket }) => (
              <tr key={ticket.nonce}>
                <th scope="row">{ticket.title}</th>
                <td>{ticket.lessons.map(({ title }) => title).join('、')}</td>
                <td class="number">
                  {dateText(ticket.opens)} – {dateText(ticket.closes)}
                </td>
                <td class="number">{text.tickets.limit(ticket.minutes)}</td>
                <td class="short">{ticket.seed === null ? text.tickets.own : text.tickets.one(ticket.seed)}</td>
                <td>{ticket.rubric.title}</td>
                <td>
                  <code>{ticketCode(ticket)}</code>
                </td>
                <td class="short">
                  <button
                    type="button"
                    class="plain"
                    aria-label={`${text.tickets.download}：${ticket.title}`}
                    onClick={() => actions.downloadTicket(ticket)}
                  >
                    {text.tickets.download}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small soft">{text.tickets.codeWhy}</p>
    </>
  );
}
