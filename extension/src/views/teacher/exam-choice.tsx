import { PRACTICE } from '../../core/school/result-row.ts';
import type { TeacherActions, TeacherModel } from './model.ts';
import { text } from './text.ts';

/** Chooses among the exams of a class, practice among them. */
export function ExamChoice({ model, actions }: { model: TeacherModel; actions: TeacherActions }) {
  return (
    <label class="row choose no-print">
      <span class="small soft">{text.exam.label}</span>
      <select
        data-testid="exam"
        value={model.place.value.ticket}
        onChange={(event) => actions.go({ ticket: event.currentTarget.value })}
      >
        {model.tickets.value?.map(({ ticket }) => (
          <option key={ticket.nonce} value={ticket.nonce}>
            {ticket.title}
          </option>
        ))}
        <option value={PRACTICE}>{text.exam.practice}</option>
      </select>
    </label>
  );
}
