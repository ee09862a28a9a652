import type { Action, AttemptEvent, Lesson, Material, Mode, Selection, Step, TraceNode } from 'fixtures';
import { fold } from '../src/core/assess/attempt.ts';
import { type Grade, grade } from '../src/core/assess/grade.ts';
import { viewOf } from '../src/core/assess/view.ts';
import type { Verdict } from '../src/core/ports.ts';
import { LogWriter } from './log-writer.ts';

/** A click on the control with the test id `id`, unless `more` says otherwise. */
export function clickStep(id: string, more: Partial<Step> = {}): Step {
  return {
    type: 'step',
    id,
    title: `做 ${id}`,
    action: 'click',
    target: { testid: id },
    components: ['kc'],
    weight: 1,
    instruction: `点 **${id}**`,
    why: '练习',
    hints: ['一', '二', '三', '四'],
    ...more,
  };
}

export const sequence = (...nodes: TraceNode[]): TraceNode => ({ type: 'sequence', nodes });
export const anyOrder = (...nodes: TraceNode[]): TraceNode => ({ type: 'any-order', nodes });
export const choice = (...nodes: TraceNode[]): TraceNode => ({ type: 'choice', nodes });
export const optional = (node: TraceNode): TraceNode => ({ type: 'optional', nodes: [node] });
export const repeat = (min: number, max: number, node: TraceNode): TraceNode => ({ type: 'repeat', min, max, node });

/** A lesson that is this trace, in a world without facts of its own. */
export function materialOf(
  trace: TraceNode,
  lesson: Partial<Lesson> = {},
  pack: Partial<Material['pack']> = {},
): Material {
  return {
    pack: {
      id: 'kit',
      version: 1,
      components: [{ id: 'kc', title: '点击', section: 'OP-1' }],
      bkt: { p0: 0.25, t: 0.2, s: 0.1, g: 0.2 },
      mastery: 0.95,
      ...pack,
    },
    lesson: {
      id: 'kit',
      version: 1,
      title: '一课',
      goal: '会',
      section: 'OP-1',
      minutes: 5,
      scenario: 'kit',
      start: '/?scenario=kit&seed={{seed}}',
      modes: ['guided', 'practice', 'exam'],
      task: { text: '做' },
      exam: { minutes: 5 },
      fields: [],
      guards: [],
      rows: { tid: '订单', buyerNick: { name: '买家', measure: '位' } },
      records: {},
      changes: [],
      ...lesson,
      trace,
    },
    rubric: {
      id: '3-2-1-0',
      title: '三二一零',
      tries: [1, 0.67, 0.33, 0],
      hints: [0, 0.1, 0.2, 0.4, 1],
      faults: { default: 0.5 },
      collateral: 4,
      harm: 10,
      undoReturns: 0.5,
      clauses: { harm: '不能撤回', collateral: '动了别的' },
    },
    facts: { today: '2026-11-22' },
    scenario: 'kit',
    seed: 1,
  };
}

/** A log of a lesson made here, and what it comes to. */
export class KitLog extends LogWriter {
  constructor(material: Material, mode: Mode = 'practice') {
    super(mode, material);
  }

  click(testid: string, row: Selection['row'] = {}): Verdict['kind'] {
    this.act('click', { testid, row });
    return this.verdict.kind;
  }

  input(action: Action['action'], testid: string, input: string, row: Selection['row'] = {}): Verdict['kind'] {
    this.act(action, { testid, row }, input);
    return this.verdict.kind;
  }

  /** What the seller's command came to. */
  saved(type: string, subject: string, data: Record<string, unknown> = {}): void {
    this.record('seller', type, subject, { before: {}, after: {}, ...data });
  }

  get grade(): Grade {
    return grade(this.events);
  }

  get state() {
    return fold(this.events);
  }

  get view() {
    return viewOf(this.state, { run: this.run, mono: this.mono, wall: this.wall });
  }

  /** The verdict on the last action, as it is by now. */
  get verdict(): Verdict {
    const verdict = this.grade.timeline.findLast((line) => line.verdict)?.verdict;
    if (!verdict) throw new Error('no action yet');
    return verdict;
  }
}

/** The same log with one more event in its place. */
export function withEvent(events: readonly AttemptEvent[], at: number, event: AttemptEvent): AttemptEvent[] {
  return [...events.slice(0, at), event, ...events.slice(at)];
}
