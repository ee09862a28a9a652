import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Export } from '../../adapters/background/from-panel.ts';
import { ask, follow } from '../../adapters/background-client.ts';
import { catalogue } from '../../adapters/catalogue.ts';
import { download } from '../../adapters/download.ts';
import { live } from '../../adapters/live.ts';
import { allowSite } from '../../adapters/sites.ts';
import { allAttempts, masteryOf, studentOf, ticketOf } from '../../adapters/store/attempts.ts';
import { CoachDb } from '../../adapters/store/db.ts';
import type { CoachView, FromPanel, ShopTab } from '../../core/ports.ts';
import { SidePanel } from '../../views/sidepanel/app.tsx';
import type { PanelActions, PanelModel } from '../../views/sidepanel/model.ts';
import { text } from '../../views/sidepanel/text.ts';

const db = new CoachDb();
const courses = catalogue();
const broken = signal(false);
const view = signal<CoachView | null>(null);
const shops = signal<readonly ShopTab[]>([]);
const onError = () => {
  broken.value = true;
};
const mastery = live(async () => {
  const all = await Promise.all(courses.map(async ({ id }) => [id, await masteryOf(db, id)] as const));
  return Object.fromEntries(all);
}, onError);

const model: PanelModel = {
  courses,
  broken,
  student: live(async () => (await studentOf(db)) ?? null, onError),
  ticket: live(async () => (await ticketOf(db)) ?? null, onError),
  attempts: live(() => allAttempts(db), onError),
  mastery,
  view,
  shops,
};

const send = (message: FromPanel) => ask<null>(message, text.unanswered);
const actions: PanelActions = {
  start: async (choice, replace) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return send({ type: 'panel:start', ...choice, replace, ...(tab?.id === undefined ? {} : { tab: tab.id }) });
  },
  hint: () => send({ type: 'panel:hint' }),
  finish: () => send({ type: 'panel:finish', reason: 'submitted' }),
  openTicket: async (file) => send({ type: 'panel:ticket', text: await file.text().catch(() => '') }),
  saveStudent: (student) => send({ type: 'panel:student', student }),
  exportResult: async (attempt) => {
    const reply = await ask<Export>({ type: 'panel:export', attempt }, text.unanswered);
    if (reply.ok) download(reply.value.name, reply.value.text);
    return reply;
  },
  showShop: () => send({ type: 'panel:shop' }),
  allowSite,
  page: (path) => chrome.runtime.getURL(path),
};

follow((message) => {
  if (message.type === 'view') view.value = message.view;
  else shops.value = message.shops;
});
render(<SidePanel model={model} actions={actions} />, document.body);
