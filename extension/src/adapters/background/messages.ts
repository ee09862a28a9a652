import { Mode, Nonce, OutboxEntry, Student } from 'fixtures';
import * as v from 'valibot';
import { LARGEST_TICKET } from '../../core/exam/ticket.ts';
import { RECORD_LIMIT } from '../messages.ts';

const Name = v.pipe(v.string(), v.maxLength(64));
const choice = { pack: Name, lesson: Name, mode: Mode };

/** `FromContent` as it arrives: from a page's process, so nothing is taken on trust. Entries are looked at one by one. */
export const ContentMessage = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    url: v.pipe(v.string(), v.maxLength(8192)),
    world: v.optional(v.pipe(v.string(), v.maxLength(100))),
    coach: v.optional(v.object(choice)),
  }),
  v.object({ type: v.literal('wake') }),
  v.object({ type: v.literal('events'), entries: v.pipe(v.array(v.unknown()), v.maxLength(1000)) }),
  v.object({ type: v.literal('start'), ...choice, replace: v.optional(v.boolean()) }),
  v.object({ type: v.literal('hint') }),
  v.object({ type: v.literal('demo') }),
  v.object({ type: v.literal('finish') }),
  v.object({ type: v.literal('panel') }),
  v.object({ type: v.literal('report') }),
]);

/** `FromPanel`, from the extension's own pages. */
export const PanelMessage = v.variant('type', [
  v.object({
    type: v.literal('panel:start'),
    ...choice,
    tab: v.optional(v.number()),
    replace: v.optional(v.boolean()),
    ticket: v.optional(Nonce),
  }),
  v.object({ type: v.literal('panel:ticket'), text: v.pipe(v.string(), v.maxLength(LARGEST_TICKET)) }),
  v.object({ type: v.literal('panel:hint') }),
  v.object({ type: v.literal('panel:finish'), reason: v.picklist(['submitted', 'abandoned']) }),
  v.object({ type: v.literal('panel:student'), student: Student }),
  v.object({ type: v.literal('panel:export'), attempt: v.pipe(v.string(), v.uuid()) }),
  v.object({ type: v.literal('panel:shop') }),
  v.object({ type: v.literal('panel:view') }),
]);

/** Longest JSON of one entry, in characters: the longest record and what an entry puts around it. */
const ENTRY_LIMIT = RECORD_LIMIT + 1_000;

/**
 * Sorts what claims to be outbox entries. An id of a bad one is kept so that the page's side can forget
 * it: it would come again for ever. Records own the ids `world#seq` and nothing else may use that form,
 * or a forged action could stand in for a record.
 */
export function readEntries(list: readonly unknown[]): { entries: OutboxEntry[]; bad: string[] } {
  const entries: OutboxEntry[] = [];
  const bad: string[] = [];
  for (const item of list) {
    const parsed = v.safeParse(OutboxEntry, item);
    if (parsed.success && ownId(parsed.output) && JSON.stringify(parsed.output).length <= ENTRY_LIMIT) {
      entries.push(parsed.output);
    } else {
      const id = (item as { id?: unknown } | null)?.id;
      if (typeof id === 'string' && id.length <= 128) bad.push(id);
    }
  }
  return { entries, bad };
}

function ownId({ id, body }: OutboxEntry): boolean {
  return body.kind === 'record' ? id === `${body.data.world}#${body.data.seq}` : !id.includes('#');
}
