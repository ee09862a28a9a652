import { useState } from 'preact/hooks';
import type { Pupil } from '../../core/school/pupil.ts';
import { compareRoster, type RosterChange, type RosterFault } from '../../core/school/roster.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { VirtualTable } from '../parts/virtual-table.tsx';
import { Link } from './link.tsx';
import type { TeacherActions, TeacherModel } from './model.ts';
import { RosterFaults, RosterPreview } from './roster-preview.tsx';
import { text } from './text.ts';

/** A roster that was read and not taken over yet. */
type Read = { file: string } & (
  | { faults: readonly RosterFault[] }
  | { pupils: readonly Pupil[]; changes: readonly RosterChange[] }
);

/** The roster of a class: brought in from a file, printed as slips, deleted. */
export function ClassPage({ model, actions }: { model: TeacherModel; actions: TeacherActions }) {
  const [read, setRead] = useState<Read | null>(null);
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null);
  const [isSure, setSure] = useState(false);
  const name = model.place.value.class;
  const pupils = model.pupils.value;

  const open = async (file: File) => {
    setSaid(null);
    const { pupils: next, faults } = await actions.readRoster(file);
    if (faults.length > 0) return setRead({ file: file.name, faults });
    const now = await actions.pupilsOf([...new Set(next.map((pupil) => pupil.class))]);
    setRead({ file: file.name, pupils: next, changes: compareRoster(now, next) });
  };
  const replace = async (next: readonly Pupil[]) => {
    const reply = await actions.replaceRosters(next);
    if (!reply.ok) return setSaid({ text: text.notDone(reply.text), isBad: true });
    const classes = new Set(next.map((pupil) => pupil.class));
    setRead(null);
    setSaid({ text: text.roster.done(classes.size, next.length), isBad: false });
    if (!classes.has(name)) actions.go({ class: next[0]?.class ?? '' });
  };
  const remove = async () => {
    setSure(false);
    const reply = await actions.deleteClass(name);
    setSaid({ text: reply.ok ? text.remove.done(name) : text.notDone(reply.text), isBad: !reply.ok });
  };

  return (
    <>
      <section class="card stack" aria-labelledby="import-title">
        <h2 id="import-title">{text.roster.import}</h2>
        <p class="small soft">{text.roster.why}</p>
        <div class="row">
          <FileButton
            label={text.roster.import}
            testid="roster-file"
            accept=".csv,.txt,text/csv"
            isPrimary
            onFiles={([file]) => file && void open(file)}
          />
          <button
            type="button"
            onClick={() => actions.save(text.roster.templateName, text.roster.templateText, 'text/csv')}
          >
            {text.roster.template}
          </button>
        </div>
        <p role="status" class={said ? `note ${said.isBad ? 'bad' : 'good'}` : 'sr-only'} data-testid="said">
          {said?.text}
        </p>
        {read && 'faults' in read && <RosterFaults file={read.file} faults={read.faults} />}
        {read && 'pupils' in read && (
          <RosterPreview
            file={read.file}
            changes={read.changes}
            onReplace={() => replace(read.pupils)}
            onCancel={() => setRead(null)}
          />
        )}
      </section>
      {name !== '' && (
        <section class="card stack" aria-labelledby="roster-title">
          <div class="row spread">
            <h2 id="roster-title">
              {name} {pupils && <span class="small soft">{summary(pupils)}</span>}
            </h2>
            <div class="row">
              <Link to={{ view: 'slips' }} actions={actions} class="button" testid="slips">
                {text.slips.open}
              </Link>
              <button type="button" class="danger" data-testid="delete-class" onClick={() => setSure(true)}>
                {text.remove.open}
              </button>
            </div>
          </div>
          {pupils === undefined && <p role="status">{text.loading}</p>}
          {pupils?.length === 0 && <p class="soft">{text.roster.empty}</p>}
          {pupils && pupils.length > 0 && (
            <VirtualTable
              label={text.roster.list(name)}
              testid="roster"
              heads={text.roster.head}
              rows={pupils}
              rowKey={(pupil) => pupil.account}
              cells={(pupil) => (
                <>
                  <th scope="row" class="number">
                    {pupil.account}
                  </th>
                  <td>{pupil.name}</td>
                  <td>{pupil.group}</td>
                </>
              )}
            />
          )}
        </section>
      )}
      {isSure && (
        <Confirm
          title={text.remove.title(name)}
          text={text.remove.text(pupils?.length ?? 0)}
          yes={text.remove.yes}
          onYes={remove}
          onNo={() => setSure(false)}
        />
      )}
    </>
  );
}

function summary(pupils: readonly Pupil[]): string {
  return text.roster.summary(pupils.length, new Set(pupils.map((p) => p.group).filter(Boolean)).size);
}
