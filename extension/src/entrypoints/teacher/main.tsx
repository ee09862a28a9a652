import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { isQuotaError } from '../../adapters/background/text.ts';
import { catalogue } from '../../adapters/catalogue.ts';
import { download } from '../../adapters/download.ts';
import { live, liveBy } from '../../adapters/live.ts';
import { readRoster } from '../../adapters/school/roster-file.ts';
import { allClasses, deleteClass, pupilsOf, pupilsOfAll, replaceRosters } from '../../adapters/store/classes.ts';
import { CoachDb } from '../../adapters/store/db.ts';
import { addTicket, ticketsOf } from '../../adapters/store/tickets.ts';
import { ticketFrom } from '../../core/exam/draft.ts';
import { ticketName } from '../../core/exam/ticket.ts';
import type { Reply } from '../../core/ports.ts';
import { TeacherPage } from '../../views/teacher/app.tsx';
import type { TeacherActions, TeacherModel } from '../../views/teacher/model.ts';
import { addressOf, placeOf } from '../../views/teacher/place.ts';

const db = new CoachDb();
const courses = catalogue();
const broken = signal(false);
const onError = () => {
  broken.value = true;
};

const search = signal(location.search);
addEventListener('popstate', () => {
  search.value = location.search;
});
const classes = live(async () => (await allClasses(db)).map(({ name }) => name), onError);
/** A class that is not there, or none, means the first one. */
const place = computed(() => {
  const asked = placeOf(search.value);
  const known = classes.value;
  return known && !known.includes(asked.class) ? { ...asked, class: known[0] ?? '' } : asked;
});
const className = computed(() => place.value.class);

const model: TeacherModel = {
  place,
  classes,
  pupils: liveBy(className, (name) => pupilsOf(db, name), onError),
  courses,
  tickets: liveBy(className, (name) => ticketsOf(db, name), onError),
  broken,
};

/** Does something with the database; what went wrong is told. */
async function tried(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, text: isQuotaError(error) ? '磁盘空间不够' : String(error) };
  }
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const actions: TeacherActions = {
  go(to) {
    history.pushState(null, '', addressOf({ ...place.peek(), ...to }));
    search.value = location.search;
  },
  address: (to) => addressOf({ ...place.value, ...to }),
  readRoster,
  pupilsOf: (names) => pupilsOfAll(db, names),
  replaceRosters: (pupils) => tried(() => replaceRosters(db, pupils, Date.now())),
  deleteClass: (name) => tried(() => deleteClass(db, name)),
  async setExam(draft) {
    const made = ticketFrom(draft, newNonce(), Date.now());
    if ('faults' in made) return { ok: false, text: made.faults.join('；') };
    const { ticket } = made;
    const reply = await tried(() => addTicket(db, className.peek(), ticket, Date.now()));
    if (!reply.ok) return reply;
    actions.downloadTicket(ticket);
    return { ok: true, value: ticket };
  },
  downloadTicket: (ticket) => download(ticketName(ticket), JSON.stringify(ticket, null, 2)),
  now: () => Date.now(),
  save: download,
  print: () => print(),
};

render(<TeacherPage model={model} actions={actions} />, document.body);
