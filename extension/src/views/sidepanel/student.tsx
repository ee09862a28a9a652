import type { Student } from 'fixtures';
import { useState } from 'preact/hooks';
import type { Reply } from '../../core/ports.ts';
import { text } from './text.ts';

/** Who learns here: asked once, changed by a click. `undefined` while it is being read. */
export function StudentLine(props: {
  student: Student | null | undefined;
  onSave: (student: Student) => Promise<Reply>;
}) {
  const { student, onSave } = props;
  const [isEditing, setEditing] = useState(false);
  if (student === undefined) return null;
  if (student !== null && !isEditing) {
    return (
      <p class="row spread small" data-testid="student">
        <span>
          <strong>{student.name || text.student.missing}</strong> <span class="soft">{student.account}</span>
        </span>
        <button type="button" class="plain" onClick={() => setEditing(true)} aria-label={text.student.edit}>
          修改
        </button>
      </p>
    );
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    const reply = await onSave({ name: field('name'), account: field('account') });
    if (reply.ok) setEditing(false);
  };
  return (
    <form class="card stack" onSubmit={submit} data-testid="student-form">
      <h2>{text.student.ask}</h2>
      <p class="small soft">{text.student.why}</p>
      <div class="fields">
        <label>
          {text.student.name}
          <input name="name" required maxLength={64} autocomplete="off" defaultValue={student?.name ?? ''} />
        </label>
        <label>
          {text.student.account}
          <input name="account" required maxLength={64} autocomplete="off" defaultValue={student?.account ?? ''} />
        </label>
      </div>
      <button type="submit" class="primary">
        {text.student.save}
      </button>
    </form>
  );
}
