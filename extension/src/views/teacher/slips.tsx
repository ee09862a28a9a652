import { Link } from './link.tsx';
import type { TeacherActions, TeacherModel } from './model.ts';
import { text } from './text.ts';

/** The accounts of a class on paper, one slip for each student to cut off. */
export function Slips({ model, actions }: { model: TeacherModel; actions: TeacherActions }) {
  const name = model.place.value.class;
  const pupils = model.pupils.value;
  return (
    <section class="stack" aria-labelledby="slips-title">
      <div class="row spread no-print">
        <h2 id="slips-title">{text.slips.title(name)}</h2>
        <div class="row">
          <Link to={{ view: 'class' }} actions={actions} class="button">
            {text.slips.back}
          </Link>
          <button type="button" class="primary" disabled={!pupils?.length} onClick={actions.print}>
            {text.slips.print}
          </button>
        </div>
      </div>
      {pupils === undefined && <p role="status">{text.loading}</p>}
      {pupils?.length === 0 && <p class="soft">{text.roster.empty}</p>}
      <ul class="slips" data-testid="slip-list">
        {pupils?.map((pupil) => (
          <li key={pupil.account}>
            <p class="small soft">
              {pupil.class}
              {pupil.group && ` · ${pupil.group}`}
            </p>
            <p class="slip-name">{pupil.name}</p>
            <p>
              {text.slips.account} <code>{pupil.account}</code>
            </p>
            <p class="small soft">{text.slips.how}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
