import type { HandInStep } from '../../core/school/result-row.ts';
import { CoachDb } from '../store/db.ts';
import { datashopOf } from './datashop-file.ts';
import { handIn } from './hand-in.ts';

/** What the page asks of the worker. */
export type Order =
  | { type: 'hand-in'; files: readonly File[]; class: string; nonce: string | null }
  | { type: 'datashop'; class: string; ticket: string };

/** What the worker answers: how far it is, then the end, with what stopped it if something did. */
export type News = { step: HandInStep } | { done: number; total: number } | { file: Blob } | { end: string | null };

const say = (news: News) => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const db = new CoachDb();
  const work =
    data.type === 'hand-in'
      ? handIn(db, data.files, data, (step) => say({ step }))
      : datashopOf(db, data, (done, total) => say({ done, total })).then((file) => say({ file }));
  work.then(() => say({ end: null })).catch((error: unknown) => say({ end: String(error) }));
});
