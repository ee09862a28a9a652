import fc from 'fast-check';
import type { AttemptEvent, TraceNode } from 'fixtures';
import { describe, expect, test } from 'vitest';
import {
  anyOrder,
  choice,
  clickStep,
  KitLog,
  materialOf,
  optional,
  repeat,
  sequence,
  withEvent,
} from '../../../e2e/lesson-kit.ts';
import { simulate } from '../../../e2e/simulated-student.ts';
import { canonical } from '../log/canonical.ts';
import { fold, isComplete, step } from './attempt.ts';
import { grade, gradeAttempt } from './grade.ts';

/** What may be clicked next in a trace, each with what is then left: the meaning of the groups, in the fewest words. */
function nexts(node: TraceNode): [id: string, rest: TraceNode][] {
  const within = (nodes: readonly TraceNode[], i: number, make: (nodes: TraceNode[]) => TraceNode) =>
    nexts(nodes[i] as TraceNode).map(([id, rest]): [string, TraceNode] => [id, make(nodes.with(i, rest))]);
  switch (node.type) {
    case 'step':
      return [[node.id, sequence()]];
    case 'sequence': {
      const open = node.nodes.findIndex((child) => !isOver(child));
      const until = open < 0 ? node.nodes.length : open + 1;
      return node.nodes
        .slice(0, until)
        .flatMap((_, i) => within(node.nodes, i, (nodes) => ({ ...node, nodes: nodes.slice(i) })));
    }
    case 'any-order':
      return node.nodes.flatMap((_, i) => within(node.nodes, i, (nodes) => anyOrder(...nodes)));
    case 'choice':
      return node.nodes.flatMap(nexts);
    case 'optional':
      return nexts(node.nodes[0]).map(([id, rest]) => [id, optional(rest)]);
    case 'repeat':
      if (node.max === 0) return [];
      return nexts(node.node).map(([id, rest]) => {
        const left = sequence(rest, repeat(Math.max(0, node.min - 1), node.max - 1, node.node));
        return [id, node.min === 0 ? { ...left, title: FREE } : left];
      });
    default:
      return [];
  }
}

/** A round that nobody has to do need not be done to its end, but has to be before the next one. */
const FREE = 'free';

/** Nothing more has to be done. */
function isOver(node: TraceNode): boolean {
  if (node.type === 'sequence' && node.title === FREE) return true;
  switch (node.type) {
    case 'step':
      return false;
    case 'choice':
      return node.nodes.some(isOver);
    case 'optional':
      return true;
    case 'repeat':
      return node.min === 0 || isOver(node.node);
    default:
      return 'nodes' in node && node.nodes.every(isOver);
  }
}

/** Traces of nested groups, each step with a control of its own. No branch asks for nothing and no repeat is in a repeat: `packs check` refuses both. */
function traces(
  kinds: readonly ('sequence' | 'any-order' | 'choice' | 'optional' | 'repeat')[],
): fc.Arbitrary<TraceNode> {
  const shape = fc.letrec<{ node: TraceNode }>((tie) => {
    const some = fc.array(tie('node'), { minLength: 1, maxLength: 4 });
    const groups = {
      sequence: some.map((nodes) => sequence(...nodes)),
      'any-order': some.map((nodes) => anyOrder(...nodes)),
      choice: fc
        .array(tie('node'), { minLength: 2, maxLength: 3 })
        .map((nodes) => choice(...nodes.map((node) => (isOver(node) ? sequence(clickStep('?'), node) : node)))),
      optional: tie('node').map(optional),
      repeat: fc
        .tuple(fc.nat(2), fc.nat(1), tie('node'))
        .map(([min, more, node]) => (repeats(node) ? node : repeat(min, Math.max(1, min + more), node))),
    };
    return {
      node: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.nat(4).map((weight) => clickStep('?', { weight: weight + 1 })),
        ...kinds.map((kind) => groups[kind]),
      ),
    };
  });
  return shape.node.map((node) => named(node, { n: 0 }));
}

function repeats(node: TraceNode): boolean {
  if (node.type === 'step') return false;
  return node.type === 'repeat' || ('nodes' in node ? node.nodes : [node.node]).some(repeats);
}

function named(node: TraceNode, counter: { n: number }): TraceNode {
  if (node.type === 'step') {
    const id = `s${counter.n++}`;
    return { ...node, id, target: { testid: id } };
  }
  if ('node' in node) return { ...node, node: named(node.node, counter) };
  return { ...node, nodes: node.nodes.map((child) => named(child, counter)) } as TraceNode;
}

describe('the order of steps', () => {
  test('every one of the legal orders of an any-order of up to six groups is right', () => {
    for (let n = 1; n <= 6; n++) {
      const pairs = Array.from({ length: n }, (_, i) => sequence(clickStep(`a${i}`), clickStep(`b${i}`)));
      const material = materialOf(anyOrder(...pairs));
      const orders = permutations(Array.from({ length: n }, (_, i) => i));
      expect(orders).toHaveLength([1, 1, 2, 6, 24, 120, 720][n] ?? 0);
      for (const order of orders) {
        const log = new KitLog(material);
        for (const i of order) for (const id of [`a${i}`, `b${i}`]) log.act('click', { testid: id });
        const { score, timeline } = log.grade;
        expect(timeline.flatMap((line) => line.verdict?.kind ?? [])).toEqual(Array(2 * n).fill('correct'));
        expect(score).toBe(100);
      }
    }
  });

  test('every order of a sequence of up to six but the one is refused', () => {
    for (let n = 2; n <= 6; n++) {
      const ids = Array.from({ length: n }, (_, i) => `s${i}`);
      const material = materialOf(sequence(...ids.map((id) => clickStep(id))));
      for (const order of permutations(ids)) {
        const log = new KitLog(material);
        for (const id of order) log.act('click', { testid: id });
        const kinds = log.grade.timeline.flatMap((line) => line.verdict?.kind ?? []);
        const wrong = order.findIndex((id, i) => id !== ids[i]);
        expect(kinds.slice(0, wrong < 0 ? n : wrong).every((kind) => kind === 'correct')).toBe(true);
        expect(isComplete(log.state)).toBe(wrong < 0);
        if (wrong >= 0) expect(kinds[wrong]).toBe('correct-later');
      }
    }
  });

  test('any way through nested groups is right, complete just when it may be, and worth 100 then', () => {
    fc.assert(
      fc.property(
        traces(['sequence', 'any-order', 'choice', 'optional', 'repeat']),
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (trace, dice) => {
          const log = new KitLog(materialOf(trace));
          let rest = trace;
          for (const die of dice) {
            const open = nexts(rest);
            const [id, left] = open[die % open.length] ?? [];
            if (id === undefined || left === undefined) break;
            expect(log.click(id)).toBe('correct');
            rest = left;
            expect(isComplete(log.state)).toBe(isOver(rest));
          }
          if (isOver(rest) && log.grade.steps.length > 0) expect(log.grade.score).toBe(100);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('whatever is not due yet is told to be too early, and does not count', () => {
    fc.assert(
      fc.property(
        traces(['sequence', 'any-order']),
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 30 }),
        (trace, dice) => {
          const log = new KitLog(materialOf(trace));
          const ids = log.state.plan.map((p) => p.step.id);
          let rest = trace;
          for (const [die, legal] of dice) {
            const open = nexts(rest);
            const done = log.grade.steps.filter((one) => one.verdict === 'correct').map((one) => one.id);
            const early = ids.filter((id) => !done.includes(id) && !open.some(([one]) => one === id));
            if (legal || early.length === 0) {
              const [id, left] = open[die % open.length] ?? [];
              if (id === undefined || left === undefined) break;
              expect(log.click(id)).toBe('correct');
              rest = left;
            } else {
              expect(log.click(early[die % early.length] ?? '')).toBe('correct-later');
              expect(log.grade.steps.filter((one) => one.verdict === 'correct')).toHaveLength(done.length);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('scores', () => {
  /** An attempt at the flag-remark lesson by a student of some skill. */
  const attempts = fc.record({
    seed: fc.integer({ min: 1, max: 6 }),
    mode: fc.constantFrom('practice' as const, 'exam' as const, 'guided' as const),
    skill: fc.double({ min: 0, max: 1, noNaN: true }),
    rubric: fc.constantFrom('first-try', '3-2-1-0', 'outcome'),
  });
  const logOf = ({ seed, mode, skill, rubric }: typeof attempts extends fc.Arbitrary<infer T> ? T : never) =>
    simulate(seed, mode, skill, { rubric });
  const wrongs = fc.constantFrom(
    { action: 'click', testid: 'flag', row: '9'.repeat(18) },
    { action: 'click', testid: 'memo-save', row: '9'.repeat(18) },
    { action: 'click', testid: 'batch-save' },
    { action: 'click', testid: 'nowhere' },
    { action: 'choose', testid: 'memo-flag', input: '6' },
    { action: 'fill', testid: 'memo-text', input: '写错了' },
  );

  test('never rise by a wrong action, wherever it is done', () => {
    let judged = 0;
    fc.assert(
      fc.property(attempts, wrongs, fc.nat(), fc.nat(), (wish, { action, testid, row, input }, place, which) => {
        const events = logOf(wish);
        const [first] = events;
        if (first?.kind !== 'attempted') throw new Error('no attempt');
        const tasks = first.data.material.facts.tasks as { tid: string }[];
        const tid = row ?? tasks[which % tasks.length]?.tid ?? '';
        const selection = { testid, within: [], role: 'button', name: '', row: { tid }, tag: 'button' };
        const at = 2 + (place % (events.length - 2));
        const before = events[at - 1] as AttemptEvent;
        const event = {
          ...before,
          id: `wrong-${at}`,
          kind: 'action',
          data: { action, selection, ...(input === undefined ? {} : { input }) },
        } as AttemptEvent;
        const spoiled = grade(withEvent(events, at, event));
        const verdict = spoiled.timeline.find((line) => line.event === event.id)?.verdict?.kind;
        if (verdict !== undefined && verdict !== 'off-task') judged++;
        expect(verdict).not.toBe('correct');
        expect(spoiled.score).toBeLessThanOrEqual(grade(events).score);
      }),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  test('stay within 0 and 100 whatever happens in whatever order', () => {
    const trace = sequence(
      clickStep('a', { record: { type: 'x.saved', subject: '1' } }),
      choice(
        clickStep('b', {
          action: 'fill',
          input: { kind: 'exact', value: 'b' },
          record: { type: 'x.saved', subject: '1', path: 'after.b' },
        }),
        repeat(1, 2, clickStep('c')),
      ),
      optional(clickStep('d')),
    );
    const material = materialOf(trace, {
      changes: ['*'],
      irreversible: ['x.burnt'],
      outcomes: [
        {
          id: 'w',
          title: '好',
          clause: 'w',
          weight: 3,
          by: ['a'],
          that: { kind: 'value', of: '1', path: 'b', is: { kind: 'exact', value: 'b' } },
        },
        {
          id: 'p',
          title: '不坏',
          clause: 'p',
          penalty: 70,
          that: { kind: 'happened', record: { type: 'x.burnt', subject: '2' }, min: 0, max: 0 },
        },
      ],
    });
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const happenings = fc.array(
      fc.oneof(
        fc.record({ is: fc.constant('act' as const), id: fc.constantFrom(...ids), input: fc.constantFrom('b', 'x') }),
        fc.record({ is: fc.constant('hint' as const), id: fc.constantFrom(...ids), level: fc.constantFrom(1, 4) }),
        fc.record({
          is: fc.constant('record' as const),
          type: fc.constantFrom('x.saved', 'x.burnt', 'x.other'),
          subject: fc.constantFrom('1', '2'),
          b: fc.constantFrom('b', 'x', null),
        }),
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(
        happenings,
        fc.constantFrom('practice' as const, 'exam' as const),
        fc.boolean(),
        (list, mode, only) => {
          const rubric = only ? { ...material.rubric, only: 'outcomes' as const } : material.rubric;
          const log = new KitLog({ ...material, rubric }, mode);
          for (const one of list) {
            if (one.is === 'act')
              log.act(one.id === 'b' ? 'fill' : 'click', { testid: one.id, row: { tid: '1' } }, one.input);
            else if (one.is === 'hint') log.append({ kind: 'hint', data: { step: one.id, level: one.level as 1 | 4 } });
            else log.saved(one.type, one.subject, { before: { b: null }, after: { b: one.b } });
          }
          const { score, steps, outcomes, deductions, mastery } = log.grade;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          const max = [...steps, ...outcomes].reduce((sum, one) => sum + one.max, 0);
          expect(max).toBeCloseTo(100, 6);
          expect(score).toBeCloseTo(Math.max(0, 100 - deductions.reduce((sum, d) => sum + d.points, 0)), 6);
          for (const p of Object.values(mastery)) expect(p >= 0 && p <= 1).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('and mastery come out of the log bit for bit, in one go or after any break', () => {
    fc.assert(
      fc.property(attempts, fc.nat(), (wish, cut) => {
        const events = logOf(wish);
        const whole = grade(events);
        const copy = JSON.parse(JSON.stringify(events)) as AttemptEvent[];
        expect(canonical(grade(copy))).toBe(canonical(whole));
        const at = 1 + (cut % (events.length - 1));
        const resumed = events
          .slice(at)
          .reduce((attempt, event) => step(attempt, event).attempt, fold(events.slice(0, at)));
        const again = gradeAttempt(resumed);
        expect(canonical(again)).toBe(canonical(whole));
        for (const [id, p] of Object.entries(whole.mastery)) expect(Object.is(again.mastery[id], p)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}
