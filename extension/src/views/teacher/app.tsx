import { ClassPage } from './class-page.tsx';
import { Link } from './link.tsx';
import type { TeacherActions, TeacherModel, View } from './model.ts';
import { PicturePage } from './picture-page.tsx';
import { ResultsPage } from './results-page.tsx';
import { SheetPage } from './sheet-page.tsx';
import { Slips } from './slips.tsx';
import { text } from './text.ts';
import { TicketsPage } from './tickets-page.tsx';

/** Places that lie behind a tab of another name. */
const TAB_OF: Partial<Record<View, View>> = { slips: 'class', sheet: 'results' };

interface Props {
  model: TeacherModel;
  actions: TeacherActions;
}

/** The teacher's page: a class is chosen above, what to do with it beside. */
export function TeacherPage({ model, actions }: Props) {
  const place = model.place.value;
  const classes = model.classes.value;
  return (
    <main class="teacher stack">
      <header class="row spread no-print">
        <h1 class="row brand">
          <span class="mark" aria-hidden="true">
            练
          </span>
          掌柜陪练 · {text.title}
        </h1>
        <label class="row choose">
          <span class="small soft">{text.className}</span>
          <select
            data-testid="class"
            value={place.class}
            disabled={!classes?.length}
            onChange={(event) => actions.go({ class: event.currentTarget.value })}
          >
            {!classes?.length && <option value="">{text.noClass}</option>}
            {classes?.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </header>
      <nav class="tabs no-print" aria-label={text.title}>
        {(Object.entries(text.views) as [keyof typeof text.views, string][]).map(([view, name]) => (
          <Link key={view} to={{ view }} actions={actions} isHere={view === (TAB_OF[place.view] ?? place.view)}>
            {name}
          </Link>
        ))}
      </nav>
      {model.broken.value && (
        <p class="note bad" role="alert">
          {text.broken}
        </p>
      )}
      {classes === undefined ? <p role="status">{text.loading}</p> : <Page model={model} actions={actions} />}
    </main>
  );
}

function Page({ model, actions }: Props) {
  switch (model.place.value.view) {
    case 'class':
      return <ClassPage model={model} actions={actions} />;
    case 'slips':
      return <Slips model={model} actions={actions} />;
    case 'tickets':
      return <TicketsPage model={model} actions={actions} />;
    case 'results':
      return <ResultsPage model={model} actions={actions} />;
    case 'picture':
      return <PicturePage model={model} actions={actions} />;
    case 'sheet':
      return <SheetPage model={model} actions={actions} />;
  }
}
