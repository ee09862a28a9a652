/**
 * What both ends of the wire between a page and the background have to call the same. Kept free of
 * schemas: the page's side is loaded into every page. Whoever receives validates with its own.
 */

/** Name of the long-lived port of a page. */
export const COACH_PORT = 'coach';

/** Keys of `chrome.storage.local` under which events wait until they are in the log. */
export const OUTBOX_PREFIX = 'outbox:';

/** Longest JSON text of one shop record, in characters. */
export const RECORD_LIMIT = 65_536;

export interface Wish {
  pack: string;
  lesson: string;
  mode: 'demo' | 'guided' | 'practice' | 'exam';
}

const MODES: readonly Wish['mode'][] = ['demo', 'guided', 'practice', 'exam'];
const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** Reads `#coach=PACK/LESSON&mode=demo|guided|practice|exam`; anything else is no wish. */
export function readWish(fragment: string): Wish | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const [pack, lesson, more] = (fields.get('coach') ?? '').split('/');
  const wanted = fields.get('mode') ?? 'guided';
  const mode = MODES.find((known) => known === wanted);
  if (!isId(pack) || !isId(lesson) || more !== undefined) return undefined;
  return mode && { pack, lesson, mode };
}

function isId(text: string | undefined): text is string {
  return text !== undefined && text.length <= 64 && ID.test(text);
}
