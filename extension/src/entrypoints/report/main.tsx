import { batch, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { Export } from '../../adapters/background/from-panel.ts';
import { ask } from '../../adapters/background-client.ts';
import { download } from '../../adapters/download.ts';
import { readResult, readResults } from '../../adapters/result-files.ts';
import { unfold } from '../../adapters/school/paper.ts';
import { verifySignature } from '../../adapters/signing.ts';
import { CoachDb } from '../../adapters/store/db.ts';
import { eventsOf } from '../../adapters/store/log.ts';
import { type FindTicket, regrade } from '../../core/log/regrade.ts';
import { type ReportActions, type ReportModel, ReportPage } from '../../views/report/app.tsx';
import { type FileResult, fileResult, type Report, reportOfFile, reportOfLog } from '../../views/report/model.ts';
import { text } from '../../views/report/text.ts';
import { text as panelText } from '../../views/sidepanel/text.ts';

const query = new URLSearchParams(location.search);
const attempt = query.get('attempt');
/** An attempt that was handed in to the teacher. */
const handed = query.get('result');
const model: ReportModel = {
  report: signal(null),
  files: signal([]),
  count: signal({ total: 0, verified: 0, faulty: 0 }),
  isLoading: signal(attempt !== null || handed !== null),
  error: signal(null),
};
let opened: readonly File[] = [];

async function load(id: string): Promise<void> {
  try {
    const events = await eventsOf(new CoachDb(), id);
    if (events.length === 0) model.error.value = text.notFound;
    else show(reportOfLog(events));
  } catch (error) {
    model.error.value = text.broken(error instanceof Error ? error.message : String(error));
  }
  model.isLoading.value = false;
}

async function loadHanded(id: string): Promise<void> {
  try {
    const db = new CoachDb();
    const paper = await db.papers.get(id);
    const tickets = await db.tickets.toArray();
    const find: FindTicket = (nonce) => tickets.find((row) => row.nonce === nonce)?.ticket;
    const report = paper && reportOfFile(await regrade(await unfold(paper.gzip), verifySignature, find));
    if (report) model.report.value = report;
    else model.error.value = text.notHanded;
  } catch (error) {
    model.error.value = text.broken(error instanceof Error ? error.message : String(error));
  }
  model.isLoading.value = false;
  scrollToHash();
}

/** The line that a link points at is there only now. */
function scrollToHash(): void {
  requestAnimationFrame(() => {
    const { hash } = location;
    if (hash !== '') location.replace(hash);
  });
}

/** A report tells what was right: of an exam only once it is handed in. */
function show(report: Report): void {
  if (report.grade.mode === 'exam' && !report.grade.ended) model.error.value = text.examRunning;
  else model.report.value = report;
}

function take(line: Signal<FileResult | null> | undefined, result: FileResult): void {
  if (line) line.value = result;
  const { total, verified, faulty } = model.count.peek();
  model.count.value = result.verified
    ? { total, verified: verified + 1, faulty }
    : { total, verified, faulty: faulty + 1 };
}

const actions: ReportActions = {
  open(files) {
    opened = files;
    const results = files.map(() => signal<FileResult | null>(null));
    batch(() => {
      model.report.value = null;
      model.error.value = null;
      model.count.value = { total: files.length, verified: 0, faulty: 0 };
      model.files.value = results.map((result, index) => ({ index, name: files[index]?.name ?? '', result }));
    });
    void readResults(files, (done) => {
      // Other files were opened meanwhile: these are no longer asked for.
      if (opened !== files) return;
      batch(() => {
        for (const { index, result } of done) take(results[index], fileResult(result));
      });
    });
  },
  async show({ index }) {
    const file = opened[index];
    if (file) model.report.value = reportOfFile(await readResult(file));
    scrollTo(0, 0);
  },
  back() {
    model.report.value = null;
  },
  async exportResult() {
    const reply = await ask<Export>({ type: 'panel:export', attempt: attempt ?? '' }, panelText.unanswered);
    if (!reply.ok) return reply;
    download(reply.value.name, reply.value.text);
    return { ok: true, value: reply.value.name };
  },
  print: () => print(),
};

render(<ReportPage model={model} actions={actions} />, document.body);
if (attempt !== null) void load(attempt);
else if (handed !== null) void loadHanded(handed);
