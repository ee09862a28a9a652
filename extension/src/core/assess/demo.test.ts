import type { Mode } from 'fixtures';
import { describe, expect, test } from 'vitest';
import { RemarkLog, tasksOf } from '../../../e2e/simulated-student.ts';
import { fold } from './attempt.ts';
import { grade } from './grade.ts';
import { viewOf } from './view.ts';

const SEED = 7;

/** The whole lesson, done by the coach itself in a mode. */
function played(mode: Mode): RemarkLog {
  const log = new RemarkLog(mode, SEED);
  const append = log.append.bind(log);
  log.append = (body, id) =>
    append(body.kind === 'action' ? { ...body, data: { ...body.data, played: true } } : body, id);
  for (const task of tasksOf(SEED)) {
    log.remark(task.tid, task.flag, task.sample);
    if (!task.then) continue;
    log.release(task);
    log.remark(task.tid, task.then.flag, task.then.sample);
  }
  return log;
}

const viewAfter = (log: RemarkLog) => viewOf(fold(log.events), { run: log.run, mono: log.mono, wall: log.wall });

describe('what the coach does by itself', () => {
  test('moves a demo through all its steps, and nothing of it counts', () => {
    const log = played('demo');
    expect(viewAfter(log)).toMatchObject({
      mode: 'demo',
      lesson: { pack: 'order-management', lesson: 'flag-remarks' },
      progress: { done: 28, total: 28 },
    });
    const result = grade(log.events);
    expect(result).toMatchObject({ mode: 'demo', score: 0, max: 0, deductions: [] });
    expect(result.steps).toHaveLength(28);
    expect(result.steps.every(({ points, max }) => points === 0 && max === 0)).toBe(true);
    expect(result.mastery).toEqual(result.prior);
    expect(Object.keys(result.mastery).length).toBeGreaterThan(0);
  });

  test.each<Mode>(['guided', 'practice', 'exam'])('earns nothing in %s mode, and is told apart in the log', (mode) => {
    const log = played(mode);
    const result = grade(log.events);
    expect(result.score).toBe(0);
    expect(result.steps.every(({ verdict }) => verdict === 'missing')).toBe(true);
    expect(result.mastery).toEqual(result.prior);
    expect(result.timeline.filter(({ kind, text }) => kind === 'action' && !text.includes('演示'))).toEqual([]);
  });

  test('only a demo is told what to do at a control, and not before its world is there', () => {
    const empty = new RemarkLog('demo', SEED);
    const inWorld = viewAfter(empty).step;
    expect(inWorld?.targets.length).toBeGreaterThan(0);
    expect(inWorld?.play).toEqual({ action: 'click' });
    empty.events.splice(1);
    expect(viewAfter(empty).step?.targets).toEqual([]);

    const [task] = tasksOf(SEED);
    if (!task) throw new Error('no task');
    const log = new RemarkLog('demo', SEED);
    log.open(task.tid);
    expect(viewAfter(log).step?.play).toEqual({ action: 'choose', input: task.flag });
    log.choose(task.tid, task.flag);
    expect(viewAfter(log).step?.play).toEqual({ action: 'fill', input: task.sample });
    expect(viewAfter(log).hints).toBeUndefined();
    for (const mode of ['guided', 'practice'] as const) {
      const other = new RemarkLog(mode, SEED);
      other.open(task.tid);
      expect(JSON.stringify(viewAfter(other))).not.toContain('"play"');
    }
  });
});
