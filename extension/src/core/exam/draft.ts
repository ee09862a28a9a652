import { type Rubric, Ticket } from 'fixtures';
import * as v from 'valibot';

/** A ticket as it is being written. Times are ms since the epoch, NaN where none was given. */
export interface TicketDraft {
  title: string;
  lessons: readonly { pack: string; lesson: string; title: string }[];
  rubric: Rubric;
  opens: number;
  closes: number;
  minutes: number;
  /** Null: one for each student. */
  seed: number | null;
}

/** The ticket that a draft makes, or everything that is wrong with it. `nonce`: 32 hex digits nobody can guess. */
export function ticketFrom(draft: TicketDraft, nonce: string, now: number): { ticket: Ticket } | { faults: string[] } {
  const faults: string[] = [];
  const title = draft.title.trim();
  if (title === '' || title.length > 100) faults.push('考卷要有标题，最多 100 个字');
  if (draft.lessons.length === 0) faults.push('至少选一课');
  if (!Number.isFinite(draft.opens)) faults.push('没有填开始时间');
  if (!Number.isFinite(draft.closes)) faults.push('没有填结束时间');
  if (draft.opens >= draft.closes) faults.push('结束时间要晚于开始时间');
  else if (draft.closes <= now) faults.push('结束时间已经过了');
  if (!(draft.minutes >= 1 && draft.minutes <= 240)) faults.push('每课时限要在 1 到 240 分钟之间');
  if (draft.seed !== null && !(Number.isInteger(draft.seed) && draft.seed >= 1 && draft.seed <= 9999))
    faults.push('题目编号要在 1 到 9999 之间');
  const { rubric } = draft;
  const shares = [...rubric.tries, ...rubric.hints, ...Object.values(rubric.faults), rubric.undoReturns];
  if (shares.some((share) => !(share >= 0 && share <= 1))) faults.push('评分方案里的百分比要在 0 到 100 之间');
  if ([rubric.collateral, rubric.harm ?? 0].some((points) => !(points >= 0 && points <= 100)))
    faults.push('“动了任务之外的”扣分要在 0 到 100 之间');
  if (faults.length > 0) return { faults };
  const parsed = v.safeParse(Ticket, {
    ...draft,
    title,
    format: 'seller-coach-ticket',
    version: 1,
    nonce,
    lessons: draft.lessons.map(({ pack, lesson, title: name }) => ({ pack, lesson, title: name })),
  });
  return parsed.success ? { ticket: parsed.output } : { faults: parsed.issues.map(({ message }) => message) };
}

/** Presets that serve lessons of several packs: the first pack's, with the clauses that only the others know. */
export function mixedPresets(packs: readonly (readonly Rubric[])[]): Rubric[] {
  const [first = [], ...others] = packs;
  return first.map((preset) => {
    const all = [preset, ...others.flatMap((presets) => presets.filter(({ id }) => id === preset.id))].reverse();
    return {
      ...preset,
      faults: Object.assign({}, ...all.map(({ faults }) => faults)),
      clauses: Object.assign({}, ...all.map(({ clauses }) => clauses)),
    };
  });
}
