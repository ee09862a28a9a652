/**
 * Plays a lesson without a browser: whatever step is at hand, in the way the lesson itself says it is right, and tells
 * the records that the shop would have told. So each lesson of each pack is known to be playable and worth 100.
 */
import type { Matcher, Material, Mode, RecordCondition, Selection, ShopRecord, Step, Target } from 'fixtures';
import { type Attempt, begin, isComplete, step as next } from '../src/core/assess/attempt.ts';
import { focus } from '../src/core/assess/focus.ts';
import { timely } from '../src/core/assess/state.ts';
import type { PlannedStep } from '../src/core/lesson/plan.ts';
import { LogWriter } from './log-writer.ts';

/** More steps than any lesson has. */
const MOST = 2000;

/** The log of a student who makes no mistake, and the attempt it folds to. */
export function playIdeally(mode: Mode, material: Material): { log: LogWriter; attempt: Attempt } {
  const log = new LogWriter(mode, material);
  const player = new Player(log);
  for (let n = 0; n < MOST && !isComplete(player.attempt); n++) {
    const planned = focus(player.attempt);
    if (!planned) break;
    player.take(planned);
  }
  return { log, attempt: player.attempt };
}

/** Does steps and tells what the shop records of them. */
export class Player {
  readonly log: LogWriter;
  attempt: Attempt;
  #seen = 0;
  /** What forms hold that are not saved yet, by type and subject of the record that will tell it. */
  readonly #forms = new Map<string, Record<string, unknown>>();

  constructor(log: LogWriter) {
    this.log = log;
    const [first] = log.events;
    if (!first) throw new Error('a log begins with its attempt');
    this.attempt = begin(first);
    this.#seen = 1;
    this.#fold();
  }

  /** Waits for what the step waits for, then does it. */
  take(planned: PlannedStep): void {
    const { step } = planned;
    if (step.after && !timely(this.attempt, planned)) this.tell(step.after.record, step.after.record.actor ?? 'buyer');
    this.act(step);
    const { record } = step;
    if (!record) return;
    const key = `${record.type} ${record.subject}`;
    const form = this.#forms.get(key) ?? {};
    this.#forms.set(key, form);
    if (record.path) put(form, record.path, record.gather ? answerOf(step) : recorded(answerOf(step)));
    if (record.gather) form.intents = intentsIn(step.input);
    if (record.path && !record.gather && this.#isAwaited(planned)) return;
    this.#forms.delete(key);
    this.tell(record, record.actor ?? 'seller', form);
  }

  /** The action of a step, done rightly. */
  act(step: Step, input = answerOf(step)): void {
    if (step.action === 'open') this.log.act('open', { role: 'document', tag: 'html' }, step.page);
    else this.log.act(step.action, selectionFor(step.target), step.action === 'click' ? undefined : input);
    this.#fold();
  }

  /** A record that meets the condition. */
  tell(condition: RecordCondition, actor: ShopRecord['actor'], form: Record<string, unknown> = {}): void {
    const data: Record<string, unknown> = { before: {}, after: {}, ...form };
    for (const [path, wanted] of Object.entries(condition.equals ?? {})) put(data, path, [wanted].flat()[0]);
    this.log.record(actor, condition.type, condition.subject, data);
    this.#fold();
  }

  #fold(): void {
    for (const event of this.log.events.slice(this.#seen)) this.attempt = next(this.attempt, event).attempt;
    this.#seen = this.log.events.length;
  }

  /** A later step of the same stage is what saves the form. */
  #isAwaited({ step, stage, index }: PlannedStep): boolean {
    return this.attempt.plan.some(
      (p) =>
        p.stage === stage &&
        p.index > index &&
        p.step.record?.type === step.record?.type &&
        p.step.record?.subject === step.record?.subject,
    );
  }
}

/** What the page would report of the target's control. */
export function selectionFor({ testid, role, name, row, option }: Target): Partial<Selection> {
  return {
    ...(testid === undefined ? {} : { testid }),
    ...(role === undefined ? {} : { role }),
    ...(name === undefined ? {} : { name }),
    ...(option === undefined ? {} : { option }),
    row: row ?? {},
  };
}

function answerOf({ answer, input }: Step): string {
  if (answer !== undefined) return answer;
  if (input?.kind === 'exact') return input.value;
  return input?.kind === 'one-of' ? (input.values[0] ?? '') : '';
}

/** Numbers are numbers in records. */
function recorded(text: string): string | number {
  return /^\d{1,3}$/.test(text) ? Number(text) : text;
}

function intentsIn(matcher: Matcher | undefined): string[] {
  if (!matcher) return [];
  if (matcher.kind === 'intents') return [...(matcher.all ?? []), ...(matcher.any?.slice(0, 1) ?? [])];
  return 'matchers' in matcher ? matcher.matchers.flatMap(intentsIn) : [];
}

function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    data[key] = value;
    return;
  }
  const inner = { ...(data[key] as Record<string, unknown> | undefined) };
  data[key] = inner;
  put(inner, rest.join('.'), value);
}
