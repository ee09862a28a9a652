import type { AttemptEvent } from 'fixtures';
import { fold } from '../assess/attempt.ts';
import { stateOf } from '../assess/state.ts';
import { digest } from '../log/chain.ts';
import { type Cell, escaped } from './gradebook-table.ts';

/** Knowledge components a step may have; DataShop wants as many columns in every row. */
const MOST_COMPONENTS = 4;

/** Column heads of DataShop's tab-separated transaction format (import, version 4). */
const HEADS = [
  'Anon Student Id',
  'Session Id',
  'Time',
  'Time Zone',
  'Student Response Type',
  'Tutor Response Type',
  'Level (Lesson)',
  'Problem Name',
  'Step Name',
  'Attempt At Step',
  'Outcome',
  'Selection',
  'Action',
  'Input',
  'Feedback Text',
  'Help Level',
  'Total Num Hints',
  'Class',
  ...Array.from({ length: MOST_COMPONENTS }, () => 'KC (Default)'),
];

/** A student's name in data that leaves the school: the same for the same account of a class, and no account. */
export function pseudonym(className: string, account: string): string {
  return `S-${digest([className, account]).slice(0, 12)}`;
}

/** The head line of a transaction file. */
export function datashopHead(): string {
  return line(HEADS);
}

/**
 * An attempt's transactions, one line each: every wrong try, every hint, and the act that got a step right, in the order of the
 * log. They are what the step's tries are counted by, so a roll-up by student and step gives the dashboard's figures.
 */
export function datashopLines(events: readonly AttemptEvent[], className: string): string[] {
  const attempt = fold(events);
  const { student, material, lesson } = attempt;
  const byId = new Map(events.map((event) => [event.id, event]));
  const found: { seq: number; step: string; cells: (nth: number) => Cell[] }[] = [];
  for (const { step, index } of attempt.plan.filter(({ optional }) => !optional)) {
    const state = stateOf(attempt, index);
    const add = (id: string, outcome: 'CORRECT' | 'INCORRECT' | 'HINT', feedback: string, level: number | null) => {
      const event = byId.get(id);
      if (!event) return;
      const did = event.kind === 'action' ? event.data : null;
      const isHint = outcome === 'HINT';
      found.push({
        seq: event.seq,
        step: step.id,
        cells: (nth) => [
          pseudonym(className, student.account),
          attempt.id,
          new Date(event.wall).toISOString().replace('T', ' ').replace('Z', ''),
          'UTC',
          isHint ? 'HINT_REQUEST' : 'ATTEMPT',
          isHint ? 'HINT_MSG' : 'RESULT',
          lesson.title,
          `${material.scenario} ${material.seed}`,
          step.id,
          nth,
          outcome,
          did?.selection.testid ?? did?.selection.name ?? '',
          did?.action ?? (event.kind === 'record' ? 'save' : ''),
          did?.input ?? '',
          feedback,
          level,
          isHint ? 4 : null,
          className,
          ...Array.from({ length: MOST_COMPONENTS }, (_, i) => step.components[i] ?? ''),
        ],
      });
    };
    for (const [id, reasons] of Map.groupBy(state.mistakes, ({ event }) => event))
      add(id, 'INCORRECT', reasons.map(({ text }) => text).join('；'), null);
    for (const event of events)
      if (event.kind === 'hint' && event.data.step === step.id && attempt.mode !== 'exam')
        add(event.id, 'HINT', step.hints[event.data.level - 1] ?? '', event.data.level);
    const last = state.evidence.at(-1);
    if (state.done && last !== undefined) add(last, 'CORRECT', '', null);
  }
  const tries = new Map<string, number>();
  return found
    .sort((a, b) => a.seq - b.seq)
    .map(({ step, cells }) => {
      const nth = (tries.get(step) ?? 0) + 1;
      tries.set(step, nth);
      return line(cells(nth));
    });
}

function line(cells: readonly Cell[]): string {
  return `${cells.map((cell) => String(escaped(typeof cell === 'string' ? cell.replace(/[\t\r\n]+/g, ' ') : cell) ?? '')).join('\t')}\n`;
}
