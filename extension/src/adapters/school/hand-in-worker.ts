import { CoachDb } from '../store/db.ts';
import { type HandInStep, handIn } from './hand-in.ts';

/** What the page asks of the worker. */
export interface HandInOrder {
  files: readonly File[];
  class: string;
  nonce: string | null;
}

/** What the worker answers: steps, then the end, with what stopped it if something did. */
export type HandInNews = { step: HandInStep } | { end: string | null };

const say = (news: HandInNews) => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<HandInOrder>) => {
  handIn(new CoachDb(), data.files, data, (step) => say({ step }))
    .then(() => say({ end: null }))
    .catch((error: unknown) => say({ end: String(error) }));
});
