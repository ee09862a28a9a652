import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { isQuotaError } from '../../adapters/background/text.ts';
import { catalogue } from '../../adapters/catalogue.ts';
import { download } from '../../adapters/download.ts';
import { asked, live, liveBy } from '../../adapters/live.ts';
import { droppedFiles } from '../../adapters/school/dropped.ts';
import { csvOf, xlsxOf } from '../../adapters/school/gradebook-file.ts';
import { readRoster } from '../../adapters/school/roster-file.ts';
import { besidePage } from '../../adapters/school/school-client.ts';
import { allClasses, deleteClass, pupilsOf, pupilsOfAll, replaceRosters } from '../../adapters/store/classes.ts';
import { CoachDb } from '../../adapters/store/db.ts';
import { rule, saveEvaluation, sheetOf } from '../../adapters/store/evaluations.ts';
import { detailsOf, resultsOf } from '../../adapters/store/results.ts';
import { addTicket, ticketsOf } from '../../adapters/store/tickets.ts';
import { ticketFrom } from '../../core/exam/draft.ts';
import { ticketName } from '../../core/exam/ticket.ts';
import { fileSafe } from '../../core/log/result.ts';
import type { Reply } from '../../core/ports.ts';
import { PRACTICE } from '../../core/school/result-row.ts';
import { TeacherPage } from '../../views/teacher/app.tsx';
import type { HandIn, TeacherActions, TeacherModel } from '../../views/teacher/model.ts';
import { addressOf, placeFrom, placeOf } from '../../views/teacher/place.ts';

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
const wanted = computed(() => placeOf(search.value));
/** A class that is not there, or none, means the first one. */
const className = computed(() => {
  const known = classes.value;
  const { class: name } = wanted.value;
  return known && !known.includes(name) ? (known[0] ?? '') : name;
});
const tickets = liveBy(className, (name) => ticketsOf(db, name), onError);
/** An exam that is not there, or none, means the newest; without exams there is practice. */
const ticket = computed(() => {
  const known = tickets.value?.map(({ nonce }) => nonce);
  const nonce = wanted.value.ticket;
  return !known || nonce === PRACTICE || known.includes(nonce) ? nonce : (known[0] ?? PRACTICE);
});
const place = computed(() => ({ ...wanted.value, class: className.value, ticket: ticket.value }));
const scopeKey = computed(() => JSON.stringify([className.value, ticket.value]));
const results = asked(
  scopeKey,
  (key) => {
    const [name, nonce] = JSON.parse(key) as [string, string];
    return resultsOf(db, name, nonce);
  },
  onError,
);
const shownResults = computed(() => (place.value.view === 'picture' ? results.value.value : undefined));
const details = asked(shownResults, async (rows) => (rows ? detailsOf(db, rows) : undefined), onError);
const sheetKey = computed(() => {
  const { view, class: name, ticket: nonce, account } = place.value;
  return view === 'sheet' ? JSON.stringify([name, nonce, account]) : '';
});
const sheet = asked(
  sheetKey,
  async (key) => {
    if (key === '') return undefined;
    const [name, nonce, account] = JSON.parse(key) as [string, string, string];
    return sheetOf(db, name, nonce, account);
  },
  onError,
);
const handIns = signal<{ key: string; state: HandIn } | null>(null);
const exporting = signal<number | null>(null);

const model: TeacherModel = {
  place,
  classes,
  pupils: liveBy(className, (name) => pupilsOf(db, name), onError),
  courses,
  tickets,
  results: results.value,
  details: details.value,
  handIn: computed(() => (handIns.value?.key === scopeKey.value ? handIns.value.state : null)),
  sheet: sheet.value,
  exporting,
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

/** Files handed to the worker at once: ten thousand would hold the page up for a second. */
const AT_ONCE = 250;

/** Takes files in for the class and exam at hand; the page stays free meanwhile. */
async function handIn(files: readonly File[]): Promise<void> {
  if (files.length === 0 || handIns.peek()?.state.isRunning) return;
  const key = scopeKey.peek();
  const { class: name, ticket: nonce } = place.peek();
  const hasZip = files.some((file) => /\.zip$/i.test(file.name));
  let state: HandIn = { isRunning: true, total: hasZip ? null : files.length, good: 0, refused: [], stopped: null };
  const show = (change: Partial<HandIn>) => {
    state = { ...state, ...change };
    handIns.value = { key, state };
  };
  show({});
  const scope = { type: 'hand-in', class: name, nonce: nonce === PRACTICE ? null : nonce } as const;
  const orders = Array.from({ length: Math.ceil(files.length / AT_ONCE) }, (_, i) => ({
    ...scope,
    files: files.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  }));
  const stopped = await besidePage(orders, (news) => {
    if ('step' in news) show({ good: state.good + news.step.good, refused: [...state.refused, ...news.step.refused] });
  });
  show({ isRunning: false, stopped });
  results.again();
}

async function saveDatashop(name: string): Promise<Reply> {
  exporting.value = 0;
  const { class: className, ticket: nonce } = place.peek();
  const stopped = await besidePage([{ type: 'datashop', class: className, ticket: nonce }], (news) => {
    if ('total' in news) exporting.value = news.done / news.total;
    else if ('file' in news) download(`${fileSafe(name)}-datashop.txt`, news.file);
  });
  exporting.value = null;
  return stopped === null ? { ok: true, value: null } : { ok: false, text: stopped };
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const actions: TeacherActions = {
  go(to) {
    history.pushState(null, '', addressOf(placeFrom(wanted.peek(), to)));
    search.value = location.search;
  },
  address: (to) => addressOf(placeFrom(wanted.value, to)),
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
    actions.go({ ticket: ticket.nonce });
    return { ok: true, value: ticket };
  },
  downloadTicket: (ticket) => download(ticketName(ticket), JSON.stringify(ticket, null, 2)),
  saveEvaluation: (evaluation) => tried(() => saveEvaluation(db, evaluation)),
  async rule(ruling) {
    const reply = await tried(() => rule(db, { ...ruling, at: Date.now() }));
    sheet.again();
    results.again();
    return reply;
  },
  handIn: (files) => void handIn(files),
  dropped: (data) => void droppedFiles(data).then(handIn),
  report: (attempt, event) => `/report.html?result=${attempt}${event ? `#event-${event}` : ''}`,
  saveCsv: (name, table) => download(`${fileSafe(name)}.csv`, csvOf(table), 'text/csv'),
  saveXlsx: (name, table) => tried(async () => download(`${fileSafe(name)}.xlsx`, await xlsxOf(table))),
  saveDatashop,
  now: () => Date.now(),
  save: download,
  print: () => print(),
};

render(<TeacherPage model={model} actions={actions} />, document.body);
